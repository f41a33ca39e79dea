import { newUser } from '@sampan/access/testing';
import { newCase, newGoal, newNote, newStep, newTask } from '@sampan/cases/testing';
import type { Fixture } from './world';

/** A case with everything in it, and a "please call" that the whole centre may see. */
export const casesFixture: Fixture = async ({ manager, organisationId, centreId, country, workerId }, ids) => {
  const person = { id: ids['personId']!, centreId };
  const file = await newCase(manager, person, { organisationId, ownerId: workerId });
  const goal = await newGoal(manager, file);
  const step = await newStep(manager, goal, { workerId });
  const note = await newNote(manager, file);
  const task = await newTask(manager, person, { caseId: file.id, assigneeId: workerId });
  const pleaseCall = await newTask(manager, person, { kind: 'please-call' });
  const colleague = await newUser(manager, {
    roles: ['social-worker'],
    reach: 'caseload',
    centreId,
    organisationId,
    country,
  });
  return {
    scoped: { caseId: file.id, goalId: goal.id, stepId: step.id, noteId: note.id, taskId: task.id },
    centre: { pleaseCallId: pleaseCall.id },
    shared: { ownerId: colleague.id, assigneeId: colleague.id },
  };
};
