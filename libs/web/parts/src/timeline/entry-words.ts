import type { IconName, Tone } from '@sampan/web-kit';

export interface EntryLook {
  readonly icon: IconName;
  readonly tone: Tone;
}

const BY_ROOM: Readonly<Record<string, IconName>> = { people: 'person', training: 'book', placement: 'building', risk: 'flag', cases: 'case' };

const LOOKS: Readonly<Record<string, Partial<EntryLook>>> = {
  'people.consent-given': { icon: 'check' },
  'people.consent-refused': { icon: 'minus' },
  'people.consent-withdrawn': { icon: 'minus', tone: 'warn' },
  'training.certificate-issued': { icon: 'certificate', tone: 'good' },
  'training.certificate-revoked': { icon: 'certificate', tone: 'warn' },
  'training.completed': { tone: 'good' },
  'training.seems-to-have-left': { icon: 'alert', tone: 'warn' },
  'placement.started': { tone: 'good' },
  'placement.follow-up-reached': { icon: 'phone', tone: 'good' },
  'placement.follow-up-missed': { icon: 'phone', tone: 'warn' },
  'placement.concern-received': { icon: 'alert', tone: 'bad' },
  'risk.flag-raised': { tone: 'warn' },
  'risk.flag-raised-again': { tone: 'warn' },
  'risk.flag-graver': { tone: 'warn' },
  'risk.flag-accepted': { icon: 'hand' },
  'cases.note-written': { icon: 'note' },
  'cases.sensitive-note-written': { icon: 'lock' },
};

export const lookOf = (kind: string): EntryLook => ({ icon: BY_ROOM[kind.split('.')[0] ?? ''] ?? 'note', tone: 'neutral', ...LOOKS[kind] });

/** What an entry adds to its heading: translated codes, and words that people wrote. */
export interface EntryDetails {
  readonly codes: readonly { readonly key: string; readonly params?: Record<string, unknown> }[];
  readonly names: readonly string[];
}

const CODED: Readonly<Record<string, string>> = { purpose: 'parts.purpose.', tier: 'parts.tier.', severity: 'parts.severity.', source: 'parts.source.', occasion: 'parts.occasion.' };

const isNames = (value: unknown): value is Record<string, string> => typeof value === 'object' && value !== null && 'en' in value;

/** @param language of the screen: programme names come in all of them */
export function detailsOf(data: Readonly<Record<string, unknown>>, language: string): EntryDetails {
  const codes = Object.entries(CODED).flatMap(([field, beginning]) => {
    const code = data[field];
    return typeof code === 'string' ? [{ key: beginning + code }] : [];
  });
  const checkDay = data['checkDay'];
  const numbers = typeof checkDay === 'number' ? [{ key: 'parts.checkDay', params: { day: checkDay } }] : [];
  const programme = data['programme'];
  const names = [isNames(programme) ? (programme[language] || programme['en']) : undefined, data['cohort'], data['title'], data['number']];
  return { codes: [...codes, ...numbers], names: names.filter((name): name is string => typeof name === 'string' && name !== '') };
}
