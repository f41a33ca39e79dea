import type { Day } from '@sampan/kernel';
import { findSignalKind } from './signal-kinds';
import type { SignalDraft } from './signal.rules';

/** Why training ended that says nothing about danger: a better way was found, or the person used a right. */
const NO_CAUSE_FOR_CONCERN: ReadonlySet<string> = new Set([
  'found-work',
  'consent-withdrawn',
  'deceased',
  'transferred',
]);
const EARLY_ENDS: ReadonlySet<string> = new Set(['left-early', 'withdrawn']);

const JOB_LOST: ReadonlySet<string> = new Set(['laid-off', 'dismissed', 'wage-unpaid', 'unsafe', 'unknown']);

/** Severity of a labour concern as a number; an unknown word counts as the middle, never as nothing. */
const SEVERITY: Readonly<Record<string, number>> = { low: 1, medium: 2, high: 3, critical: 4 };
const SEVERITY_WHEN_UNKNOWN = 2;

/** ILO indicators of forced labour that are signals of their own. */
const INDICATOR_SIGNALS: Readonly<Record<string, string>> = {
  'retention-of-identity-documents': 'documents-withheld',
  'withholding-of-wages': 'wage-withheld',
};

/** News that is too small for its kind is no signal. */
const worthASignal = (draft: SignalDraft): boolean => {
  const kind = findSignalKind(draft.kind);
  return kind !== undefined && draft.magnitude >= kind.smallestMagnitude;
};

export const signalsOfMissedSession = (news: {
  readonly enrolmentId: string;
  readonly sessionId: string;
  readonly sessionDate: Day;
  readonly consecutive: number;
}): readonly SignalDraft[] =>
  [
    {
      kind: 'missed-sessions',
      thread: news.enrolmentId,
      magnitude: news.consecutive,
      happenedOn: news.sessionDate,
      sourceType: 'session',
      sourceId: news.sessionId,
    },
  ].filter(worthASignal);

export const signalsOfEndedEnrolment = (
  news: { readonly enrolmentId: string; readonly outcome: string; readonly reason: string | null },
  heardOn: Day,
): readonly SignalDraft[] =>
  EARLY_ENDS.has(news.outcome) && !NO_CAUSE_FOR_CONCERN.has(news.reason ?? '')
    ? [
        {
          kind: 'training-ended-early',
          thread: news.enrolmentId,
          magnitude: 1,
          happenedOn: heardOn,
          sourceType: 'enrolment',
          sourceId: news.enrolmentId,
        },
      ]
    : [];

export const signalsOfEndedPlacement = (
  news: { readonly placementId: string; readonly reason: string },
  heardOn: Day,
): readonly SignalDraft[] =>
  JOB_LOST.has(news.reason)
    ? [
        {
          kind: 'placement-lost',
          thread: news.placementId,
          magnitude: 1,
          happenedOn: heardOn,
          sourceType: 'placement',
          sourceId: news.placementId,
        },
      ]
    : [];

export const signalsOfMissedFollowUp = (
  news: { readonly placementId: string; readonly followUpId: string; readonly missedInARow: number },
  heardOn: Day,
): readonly SignalDraft[] =>
  [
    {
      kind: 'follow-up-missed',
      thread: news.placementId,
      magnitude: news.missedInARow,
      happenedOn: heardOn,
      sourceType: 'follow-up',
      sourceId: news.followUpId,
    },
  ].filter(worthASignal);

export const signalsOfLabourConcern = (
  news: { readonly concernId: string; readonly severity: string; readonly indicators: readonly string[] },
  heardOn: Day,
): readonly SignalDraft[] => {
  const about = { thread: news.concernId, happenedOn: heardOn, sourceType: 'labour-concern', sourceId: news.concernId };
  const kinds = new Set(
    news.indicators.map((indicator) => INDICATOR_SIGNALS[indicator]).filter((kind) => kind !== undefined),
  );
  return [
    { ...about, kind: 'labour-concern', magnitude: SEVERITY[news.severity] ?? SEVERITY_WHEN_UNKNOWN },
    ...[...kinds].map((kind) => ({ ...about, kind, magnitude: 1 })),
  ];
};
