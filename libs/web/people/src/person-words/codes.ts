import type { ConsentDto, ImportRowDto, NewContactDto, PersonDto, PurposeDto, RegisterPersonDto } from '@sampan/web-client';
import type { Tone } from '@sampan/web-kit';

export const SEXES = ['female', 'male', 'other', 'unknown'] as const satisfies readonly PersonDto['sex'][];
export const STATUSES = ['incomplete', 'complete'] as const satisfies readonly PersonDto['status'][];
export const SOURCES = ['walk-in', 'hotline', 'border-screening', 'embassy', 'police', 'centre', 'self'] as const satisfies readonly RegisterPersonDto['intakeSource'][];
export const COMPANIONS = ['nobody', 'family', 'guardian', 'friend', 'official', 'somebody-else'] as const satisfies readonly RegisterPersonDto['accompaniedBy'][];
export const CONTACT_KINDS = ['phone', 'telegram', 'line', 'whatsapp', 'messenger', 'wechat', 'email'] as const satisfies readonly NewContactDto['kind'][];
export const METHODS = ['signature', 'thumbprint', 'voice', 'witness'] as const satisfies readonly ConsentDto['method'][];
export const GIVERS = ['self', 'self-and-guardian', 'guardian', 'competent-authority'] as const satisfies readonly ConsentDto['givenBy'][];
/** Asked at intake; the others come up when they are needed. */
export const FIRST_PURPOSES = ['hold-record', 'training', 'placement-referral', 'follow-up-contact', 'risk-screening'] as const satisfies readonly ConsentDto['purpose'][];
/** The notice that is explained to people today; a new wording is a new version. */
export const NOTICE_VERSION = '2026-1';
/** Languages in which people are spoken to; written by their own name. */
export const SPOKEN = ['km', 'th', 'lo', 'vi', 'my', 'zh', 'id', 'ms', 'jv', 'su', 'fil', 'en'] as const;
/** Nationalities outside the list of countries: stateless and unknown (ICAO). */
export const WITHOUT_COUNTRY = ['XXA', 'XXX'] as const;

export const CONSENT_TONES: Readonly<Record<PurposeDto['state'], Tone>> = { 'not-asked': 'neutral', given: 'good', refused: 'info', withdrawn: 'warn', expired: 'warn' };
export const STATUS_TONES: Readonly<Record<PersonDto['status'], Tone>> = { incomplete: 'warn', complete: 'good', merged: 'neutral' };
export const OUTCOME_TONES: Readonly<Record<ImportRowDto['outcome'], Tone>> = {
  unchecked: 'neutral', 'to-create': 'info', 'to-update': 'info', duplicate: 'warn', rejected: 'bad', created: 'good', updated: 'good', undone: 'neutral', kept: 'warn',
};
