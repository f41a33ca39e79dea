import { computed, inject, type Signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { Choice } from '@sampan/web-kit';

export const ROLE_CODES = [
  'registrar', 'instructor', 'manager', 'placement-officer', 'social-worker', 'supervisor', 'data-steward', 'analyst', 'release-approver', 'liaison', 'data-protection-officer', 'administrator',
] as const;
export const REACHES = ['caseload', 'centre', 'organisation', 'country', 'all'] as const;
/** The languages of the screens, by their codes. */
export const LOCALES = ['en', 'km', 'th', 'zh', 'id'] as const;
/** Languages in which a centre works; names come from the texts. */
export const CENTRE_LANGUAGES = ['en', 'km', 'th', 'zh', 'id', 'lo', 'vi', 'my', 'ms', 'fil'] as const;
export const TIME_ZONES = ['Asia/Phnom_Penh', 'Asia/Bangkok', 'Asia/Vientiane', 'Asia/Ho_Chi_Minh', 'Asia/Yangon', 'Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura', 'Asia/Shanghai', 'Asia/Kuala_Lumpur', 'Asia/Manila'] as const;

/** Codes as choices, in the language of the screen. @param beginning of the keys, with its last dot */
export const choicesOf = <V extends string>(codes: readonly V[], beginning: string): Signal<readonly Choice<V>[]> => {
  const transloco = inject(TranslocoService);
  return computed(() => {
    const language = transloco.activeLang();
    return codes.map((value) => ({ value, label: transloco.translate(beginning + value, {}, language) }));
  });
};
