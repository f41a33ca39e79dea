import { acceptFlag, giveToSocialWorker, openCase, planWithThePerson, screen, writeNote } from './all-the-way/protection';
import { applyAndAccept, approveEmployer, call, passGates, reportConcern, screenVacancy, setOut, vetEmployer } from './all-the-way/placing';
import { approveAndPublish, buildRelease, readDashboard } from './all-the-way/counting';
import { findByLatinLetters, registerAll, registerWithNameAlone } from './all-the-way/registration';
import { inventStory } from './all-the-way/somebody';
import { completeAndCertify, enrol, markPresent, planCohort, verify } from './all-the-way/training';
import { seeTimelineByVisibility } from './all-the-way/timeline';
import { test } from './support/journey';

/** One person, from the first name on a form to a number on a dashboard, with every role that it needs. Each step needs the one before. */
test.describe.configure({ mode: 'serial' });

const story = inventStory();

test('a registrar writes down a name and about when somebody was born, and that is enough', async ({ page, enterAs }) => {
  await enterAs('registrar');
  await registerWithNameAlone(page, story);
});

test('a registrar is told while typing who may be the same person, and registers somebody with the whole intake', async ({ page, enterAs }) => {
  await enterAs('registrar');
  await registerAll(page, story);
  await findByLatinLetters(page, story);
});

test('a manager plans a cohort with its session and opens it', async ({ page, enterAs }) => {
  await enterAs('manager');
  await planCohort(page, story);
});

test('the registrar enrols the person', async ({ page, enterAs }) => {
  await enterAs('registrar');
  await enrol(page, story);
});

test('the instructor marks the register by keyboard', async ({ page, enterAs }) => {
  await enterAs('instructor');
  await markPresent(page, story);
});

test('the manager records the completion, issues the certificate and prints it in Khmer', async ({ page, enterAs }) => {
  await enterAs('manager');
  await completeAndCertify(page, story);
});

test('anybody checks the certificate without signing in', async ({ page }) => {
  await verify(page, story);
});

test('the supervisor puts the person into a social worker’s caseload', async ({ page, enterAs }) => {
  await enterAs('supervisor');
  await giveToSocialWorker(page, story);
});

test('the social worker talks about an offer; a flag says why somebody should look, and a person decides', async ({ page, enterAs }) => {
  await enterAs('socialworker');
  await screen(page, story);
  await acceptFlag(page, story);
});

test('a case opens; the person agrees to a plan, and a note is written', async ({ page, enterAs }) => {
  await enterAs('socialworker');
  await openCase(page, story);
  await planWithThePerson(page);
  await writeNote(page);
});

test('the placement officer has an employer vetted, but cannot clear it alone', async ({ page, enterAs }) => {
  await enterAs('placement');
  await vetEmployer(page, story);
});

test('the supervisor clears the employer as the second person', async ({ page, enterAs }) => {
  await enterAs('supervisor');
  await approveEmployer(page, story);
});

test('the placement officer screens a vacancy, sends the person through all gates, calls on day 7 and reports a concern', async ({ page, enterAs }) => {
  await enterAs('placement');
  await screenVacancy(page, story);
  await applyAndAccept(page, story);
  await passGates(page);
  await setOut(page);
  await call(page);
  await reportConcern(page, story);
});

test('the timeline shows all of it to the social worker, and to others what is theirs to see', async ({ page, signInAs }) => {
  await seeTimelineByVisibility(page, signInAs, story);
});

test('the analyst has a release built, which its builder cannot approve', async ({ page, enterAs }) => {
  test.setTimeout(180_000);
  await enterAs('analyst');
  story.release = await buildRelease(page);
});

test('the approver publishes it, and the dashboard shows numbers, and words where a number is hidden', async ({ page, enterAs }) => {
  await enterAs('approver');
  await approveAndPublish(page, story.release);
  await readDashboard(page);
});
