import fc from 'fast-check';
import {
  barOf,
  CASE_STAGE_MOVES,
  CASE_STAGES,
  type CaseFacts,
  type CaseStage,
  isOpen,
  stageOf,
  whyNotClose,
  whyNotMove,
  whyNotRecordIntake,
  whyNotWork,
} from './case.rules';

const at = (day: number): Date => new Date(Date.UTC(2026, 0, day));
const nothing: CaseFacts = {
  ownerId: null,
  intakeRecordedAt: null,
  assessedAt: null,
  planAgreedAt: null,
  closureRequestedAt: null,
  closedAt: null,
  reopenedAt: null,
  rejectedAt: null,
};
const intake: CaseFacts = { ...nothing, ownerId: 'sokha', intakeRecordedAt: at(1) };
const planned: CaseFacts = { ...intake, assessedAt: at(2), planAgreedAt: at(3) };

describe('stageOf', () => {
  it.each<[string, CaseFacts, CaseStage]>([
    ['nobody has taken', nothing, 'referred'],
    ['somebody owns', { ...nothing, ownerId: 'sokha' }, 'intake'],
    ['the intake of which is recorded', intake, 'assessment'],
    ['that was assessed', { ...intake, assessedAt: at(2) }, 'planning'],
    ['with an agreed plan', planned, 'in-progress'],
    ['that waits for approval of its closure', { ...planned, closureRequestedAt: at(4) }, 'closing'],
    ['that was closed', { ...planned, closureRequestedAt: at(4), closedAt: at(5) }, 'closed'],
    [
      'reopened, with nothing new',
      { ...planned, closureRequestedAt: at(4), closedAt: at(5), reopenedAt: at(6) },
      'reopened',
    ],
    ['reopened and assessed anew', { ...planned, closedAt: at(5), reopenedAt: at(6), assessedAt: at(7) }, 'planning'],
    [
      'reopened, with a new plan',
      { ...planned, closedAt: at(5), reopenedAt: at(6), assessedAt: at(7), planAgreedAt: at(8) },
      'in-progress',
    ],
    ['that was rejected', { ...nothing, rejectedAt: at(2) }, 'rejected'],
  ])('shows a case %s', (_, facts, stage) => {
    expect(stageOf(facts)).toBe(stage);
  });
});

describe('the table of stages', () => {
  it('knows every stage', () => {
    expect(Object.keys(CASE_STAGE_MOVES).sort()).toEqual([...CASE_STAGES].sort());
  });

  it.each<[CaseStage, CaseStage]>([
    ['referred', 'in-progress'],
    ['intake', 'planning'],
    ['closed', 'in-progress'],
    ['rejected', 'intake'],
    ['assessment', 'rejected'],
  ])('has no way from %s to %s', (from, to) => {
    expect(whyNotMove(from, to)).toMatchObject({ code: 'CASE_STAGE_NOT_ALLOWED' });
  });

  it('leads from a referral to every stage', () => {
    const reached = new Set<CaseStage>(['referred']);
    for (const stage of reached) {
      CASE_STAGE_MOVES[stage].forEach((next) => reached.add(next));
    }
    expect([...reached].sort()).toEqual([...CASE_STAGES].sort());
  });

  it('is followed by the records of any case, however it is worked', () => {
    const steps: ((facts: CaseFacts, now: Date) => CaseFacts)[] = [
      (facts) => ({ ...facts, ownerId: 'sokha' }),
      (facts, now) =>
        whyNotRecordIntake(facts) ? facts : { ...facts, intakeRecordedAt: facts.intakeRecordedAt ?? now },
      (facts, now) => ({ ...facts, assessedAt: now }),
      (facts, now) => ({ ...facts, planAgreedAt: now }),
      (facts, now) => ({ ...facts, closureRequestedAt: now }),
      (facts) => ({ ...facts, closureRequestedAt: null }),
      (facts, now) => ({ ...facts, closedAt: now }),
      (facts, now) => ({ ...facts, reopenedAt: now }),
      (facts, now) => ({ ...facts, rejectedAt: now }),
    ];
    fc.assert(
      fc.property(fc.array(fc.nat(steps.length - 1), { maxLength: 30 }), (worked) => {
        let facts = nothing;
        worked.forEach((step, index) => {
          const next = steps[step]!(facts, at(index + 1));
          // What the service does: a record that the table does not allow is refused.
          if (whyNotMove(stageOf(facts), stageOf(next)) === null) {
            facts = next;
          }
        });
        expect(isOpen(stageOf(facts)) || facts.closedAt !== null || facts.rejectedAt !== null).toBe(true);
        expect(stageOf(facts) === 'in-progress' && facts.assessedAt === null).toBe(false);
      }),
    );
  });
});

describe('the bar', () => {
  const drawn = (facts: CaseFacts): string =>
    barOf(facts)
      .map(({ stage, is }) => `${stage}:${is}`)
      .join(' ');

  it('shows what was recorded, where the case is, and what is ahead', () => {
    expect(drawn({ ...intake, assessedAt: at(2) })).toBe(
      'referred:done intake:done assessment:done planning:current in-progress:ahead closing:ahead closed:ahead',
    );
  });

  it('does not call a stage done that was only passed', () => {
    expect(drawn({ ...intake, closureRequestedAt: at(2) })).toBe(
      'referred:done intake:done assessment:skipped planning:skipped in-progress:skipped closing:current closed:ahead',
    );
  });

  it('starts again at assessment after a reopening', () => {
    expect(drawn({ ...planned, closureRequestedAt: at(4), closedAt: at(5), reopenedAt: at(6) })).toBe(
      'referred:done intake:done reopened:current assessment:ahead planning:ahead in-progress:ahead closing:ahead closed:ahead',
    );
  });

  it('ends at a rejection', () => {
    expect(drawn({ ...nothing, rejectedAt: at(2) })).toBe('referred:done rejected:current');
  });
});

describe('whyNotWork', () => {
  it.each<[CaseStage, boolean]>(CASE_STAGES.map((stage) => [stage, stage === 'closed' || stage === 'rejected']))(
    'on a case in %s refuses: %s',
    (stage, refused) => {
      expect(whyNotWork(stage) !== null).toBe(refused);
    },
  );
});

describe('whyNotRecordIntake', () => {
  it('asks for an owner first', () => {
    expect(whyNotRecordIntake(nothing)).toMatchObject({ code: 'CASE_HAS_NO_OWNER' });
    expect(whyNotRecordIntake({ ...nothing, ownerId: 'sokha' })).toBeNull();
  });
});

describe('whyNotClose', () => {
  const ready = { stage: 'in-progress', reason: 'goals-met', openTasks: 0, assessedForClosure: true } as const;

  it('lets a finished case be closed', () => {
    expect(whyNotClose(ready)).toBeNull();
  });

  it.each([
    ['CASE_STAGE_NOT_ALLOWED', { stage: 'referred' as const }],
    ['CLOSURE_ALREADY_REQUESTED', { stage: 'closing' as const }],
    ['CASE_HAS_OPEN_TASKS', { openTasks: 1 }],
    ['CLOSING_ASSESSMENT_MISSING', { assessedForClosure: false }],
  ])('answers %s', (code, change) => {
    expect(whyNotClose({ ...ready, ...change })).toMatchObject({ code });
  });

  it('asks no closing questions of somebody who cannot be found', () => {
    expect(whyNotClose({ ...ready, assessedForClosure: false, reason: 'lost-contact' })).toBeNull();
  });
});
