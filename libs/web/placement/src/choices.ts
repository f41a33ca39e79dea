import { computed, inject, type Signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { Choice } from '@sampan/web-kit';

/**
 * Codes as choices, in the language of the screen. Call where inject() may be called.
 * @param beginning of the keys, with its last dot: `placement.employer.kind.`
 */
export const choicesOf = <V extends string>(codes: readonly V[], beginning: string): Signal<readonly Choice<V>[]> => {
  const transloco = inject(TranslocoService);
  return computed(() => {
    const language = transloco.activeLang();
    return codes.map((value) => ({ value, label: transloco.translate(beginning + value, {}, language) }));
  });
};

/** The same as filter chips, with "all" before them. */
export const filterChoicesOf = <V extends string>(codes: readonly V[], beginning: string): Signal<readonly Choice[]> => {
  const [transloco, choices] = [inject(TranslocoService), choicesOf(codes, beginning)];
  return computed(() => [{ value: '', label: transloco.translate('placement.all', {}, transloco.activeLang()) }, ...choices()]);
};

/** Yes and no as choices. */
export const yesOrNo = (): Signal<readonly Choice<boolean>[]> => {
  const transloco = inject(TranslocoService);
  return computed(() => {
    const language = transloco.activeLang();
    return [
      { value: true, label: transloco.translate('placement.yes', {}, language) },
      { value: false, label: transloco.translate('placement.no', {}, language) },
    ];
  });
};
