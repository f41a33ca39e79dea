import { type Locator, type Page } from '@playwright/test';
import { part } from '../support/by-hand';
import { expect, expectAccessible, type Account, type Journey } from '../support/journey';
import { openFile, type Story } from './somebody';

const FOR_ALL = ['Registered', 'Consent given', 'Enrolled', 'First session attended', 'Training completed', 'Certificate issued'];
const STATUS_OF_WORK = ['Started a job'];
const WORK = ['Accepted the job', 'Agreed to be sent to the employer', 'Sent to the employer', 'Reached at a follow-up call'];
const PROTECTION = ['Questions about safety recorded', 'A reason to offer help', 'Help is to be offered', 'A case was opened', 'Assessed', 'Plan agreed', 'Note written', 'A labour concern was received'];

/** All pages of the timeline, as one text. */
const wholeTimeline = async (page: Page): Promise<string> => {
  const card: Locator = part(page, 'What happened');
  await expect(card.getByRole('listitem').first()).toBeVisible();
  let text = await card.innerText();
  const older = card.getByRole('button', { name: 'Older' });
  while (await older.isVisible() && (await older.isEnabled())) {
    const first = await card.getByRole('listitem').first().innerText();
    await older.click();
    await expect(card.getByRole('listitem').first()).not.toHaveText(first);
    text += await card.innerText();
  }
  return text;
};

const SEEN: readonly (readonly [Account, readonly string[], readonly string[]])[] = [
  ['socialworker', [...FOR_ALL, ...STATUS_OF_WORK, ...WORK, ...PROTECTION], []],
  ['placement', [...FOR_ALL, ...STATUS_OF_WORK, ...WORK], PROTECTION],
  ['registrar', [...FOR_ALL, ...STATUS_OF_WORK], [...PROTECTION, 'Reached at a follow-up call', 'Safety', 'Casework']],
];

export const seeTimelineByVisibility = async (page: Page, signInAs: Journey['signInAs'], story: Story): Promise<void> => {
  for (const [account, seen, hidden] of SEEN) {
    await signInAs(account);
    await openFile(page, story);
    const text = await wholeTimeline(page);
    for (const words of seen) {
      expect(text, `the ${account} sees it`).toContain(words);
    }
    for (const words of hidden) {
      expect(text, `the ${account} does not see it`).not.toContain(words);
    }
    await expectAccessible(page);
  }
};
