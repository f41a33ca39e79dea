import { expect, type Locator, type Page } from '@playwright/test';
import type { Day } from './calendar';

type Place = Page | Locator;

const literally = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Goes where the main navigation leads. */
export const goTo = async (page: Page, entry: string): Promise<void> => {
  await page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name: entry, exact: true }).click();
};

export const press = (place: Place, button: string): Promise<void> => place.getByRole('button', { name: button, exact: true }).click();

/** The whole name of a field, whether or not the screen adds that it may be left empty. */
const named = (label: string): RegExp => new RegExp(`^${literally(label)}( \\(optional\\))?$`);

/** One of a list that drops down. */
export const pick = async (place: Place, label: string, option: string | { readonly index: number }): Promise<void> => {
  await place.getByRole('combobox', { name: named(label) }).selectOption(option);
};

export const write = (place: Place, label: string, text: string): Promise<void> => place.getByRole('textbox', { name: named(label) }).fill(text);

/** One of several radio buttons; an expression where the answer has a hint beside it. */
export const choose = (place: Place, question: string, answer: string | RegExp): Promise<void> =>
  place
    .getByRole('radiogroup', { name: named(question) })
    .getByRole('radio', { name: answer, exact: true })
    .check();

/** A day as it is written here: three boxes. Parts that are not known stay empty. */
export const writeDay = async (place: Place, label: string, { day, month, year }: Partial<Day>): Promise<void> => {
  const boxes = place.getByRole('group', { name: label });
  for (const [box, part] of [['Day', day], ['Month', month], ['Year', year]] as const) {
    if (part !== undefined) {
      await boxes.getByLabel(box, { exact: true }).fill(String(part));
    }
  }
};

/** Types a part of something and takes the suggestion that fits. */
export const lookUp = async (place: Place, label: string, typed: string, offered: string | RegExp): Promise<void> => {
  await place.getByRole('combobox', { name: named(label) }).fill(typed);
  await place.getByRole('option', { name: offered }).click();
};

/** Answers the question that the product asks before something grave. */
export const agree = async (page: Page, button: string): Promise<void> => {
  const question = page.getByRole('dialog');
  await press(question, button);
  await expect(question).toBeHidden();
};

/** The line of a summary that begins with this label. */
export const fact = (place: Place, label: string): Locator => place.getByRole('listitem').filter({ hasText: label });

/** A part of a page, by its heading. */
export const part = (page: Page, heading: string): Locator => page.locator('section').filter({ has: page.getByRole('heading', { name: heading, exact: true }) });
