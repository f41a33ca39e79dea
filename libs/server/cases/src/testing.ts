import { newId } from '@sampan/kernel';
import type { EntityManager } from 'typeorm';
import { Case } from './cases/case.entity';
import { Note } from './notes/note.entity';
import { Goal } from './plans/goal.entity';
import { Step } from './plans/step.entity';
import { Task } from './tasks/task.entity';

export { CASE_NUMBERS, caseNumberOf } from './cases/case-number.rules';

const AT = new Date('2026-03-02T03:00:00Z');
/** Cases of one test run number themselves; no check digit, because nobody types them. */
let lastNumber = 0;

interface Whose {
  readonly id: string;
  readonly centreId: string;
}

/** A case after its intake, in the stage of assessment, unless told otherwise. `stage` must fit the facts given. */
export const newCase = async (
  manager: EntityManager,
  person: Whose,
  over: Partial<Case> & Pick<Case, 'organisationId'>,
): Promise<Case> => {
  const id = over.id ?? newId();
  const ownerId = over.ownerId === undefined ? newId() : over.ownerId;
  lastNumber += 1;
  await manager.insert(Case, {
    id,
    personId: person.id,
    centreId: person.centreId,
    number: `C-test-${id.slice(-6)}-${lastNumber}`,
    stage: 'assessment',
    source: 'walk-in',
    flagId: null,
    presentingIssue: 'Was offered work abroad and is unsure.',
    urgentConcern: null,
    ownerId,
    openedBy: ownerId ?? newId(),
    openedAt: AT,
    intakeRecordedAt: AT,
    assessedAt: null,
    planAgreedAt: null,
    planAgreedOn: null,
    planAgreedWith: null,
    closureRequestedAt: null,
    closureReason: null,
    closureOutcome: null,
    closedAt: null,
    reopenedAt: null,
    reopeningReason: null,
    rejectedAt: null,
    rejectionReason: null,
    ...over,
  });
  return manager.findOneByOrFail(Case, { id });
};

type OfCase = Pick<Case, 'id' | 'personId' | 'centreId'>;

export const newGoal = async (manager: EntityManager, file: OfCase, over: Partial<Goal> = {}): Promise<Goal> => {
  const id = over.id ?? newId();
  const { id: caseId, personId, centreId } = file;
  const text = 'Earn enough to pay the family debt';
  await manager.insert(Goal, {
    id,
    caseId,
    personId,
    centreId,
    dimension: 'income',
    text,
    createdBy: newId(),
    createdAt: AT,
    ...over,
  });
  return manager.findOneByOrFail(Goal, { id });
};

export const newStep = async (manager: EntityManager, goal: Goal, over: Partial<Step> = {}): Promise<Step> => {
  const id = over.id ?? newId();
  await manager.insert(Step, {
    id,
    goalId: goal.id,
    caseId: goal.caseId,
    personId: goal.personId,
    centreId: goal.centreId,
    text: 'Visit the welding course together',
    owner: 'worker',
    workerId: newId(),
    dueOn: '2026-03-09',
    state: 'open',
    createdBy: newId(),
    createdAt: AT,
    endedAt: null,
    endedBy: null,
    dropReason: null,
    ...over,
  });
  return manager.findOneByOrFail(Step, { id });
};

/** An open task of nobody, due in a week, unless told otherwise. */
export const newTask = async (manager: EntityManager, person: Whose, over: Partial<Task> = {}): Promise<Task> => {
  const id = over.id ?? newId();
  await manager.insert(Task, {
    id,
    personId: person.id,
    centreId: person.centreId,
    caseId: null,
    kind: 'general',
    title: over.kind ? null : 'Ask about the contract',
    detail: null,
    dueOn: '2026-03-09',
    assigneeId: null,
    state: 'open',
    sourceId: null,
    createdBy: newId(),
    createdAt: AT,
    endedAt: null,
    endedBy: null,
    cancelReason: null,
    ...over,
  });
  return manager.findOneByOrFail(Task, { id });
};

export const newNote = async (manager: EntityManager, file: OfCase, over: Partial<Note> = {}): Promise<Note> => {
  const id = over.id ?? newId();
  const { id: caseId, personId, centreId } = file;
  await manager.insert(Note, {
    id,
    caseId,
    personId,
    centreId,
    level: 'ordinary',
    section: null,
    text: 'Spoke with her sister, who is glad to help.',
    sealedText: null,
    authorId: newId(),
    writtenAt: AT,
    correctsNoteId: null,
    ...over,
  });
  return manager.findOneByOrFail(Note, { id });
};
