import { ruleBroken, type DomainError } from '@sampan/kernel';

/** Default of the model; a programme version may say otherwise. */
export const MISSED_SESSIONS_UNTIL_LEFT_EARLY = 14;

/** What one mark says about presence. An excused session neither adds to a run of missed ones nor breaks it. */
export type Presence = 'attended' | 'missed' | 'excused';

export interface DatedPresence {
  readonly sessionId: string;
  readonly presence: Presence;
}

/** How many sessions in a row are missed around the given one, itself included; 0 when it was not missed. */
export const runOfMissed = (inOrder: readonly DatedPresence[], sessionId: string): number => {
  const counted = inOrder.filter(({ presence }) => presence !== 'excused');
  const at = counted.findIndex((mark) => mark.sessionId === sessionId);
  if (counted[at]?.presence !== 'missed') {
    return 0;
  }
  let first = at;
  let last = at;
  while (counted[first - 1]?.presence === 'missed') {
    first -= 1;
  }
  while (counted[last + 1]?.presence === 'missed') {
    last += 1;
  }
  return last - first + 1;
};

/** How many sessions in a row are missed up to the latest marked one. */
export const consecutiveMissedNow = (inOrder: readonly DatedPresence[]): number => {
  const counted = inOrder.filter(({ presence }) => presence !== 'excused');
  const attendedLast = counted.findLastIndex(({ presence }) => presence === 'attended');
  return counted.length - 1 - attendedLast;
};

export const seemsToHaveLeft = (consecutiveMissed: number, threshold = MISSED_SESSIONS_UNTIL_LEFT_EARLY): boolean =>
  consecutiveMissed >= threshold;

/** Staff confirm what was derived; they cannot declare it, so that nobody is dropped by a click. */
export const whyNotConfirmLeftEarly = (suspectedOn: string | null): DomainError | null =>
  suspectedOn === null
    ? ruleBroken('NOT_LEFT_EARLY', 'This trainee has not missed enough sessions in a row to have left early.')
    : null;
