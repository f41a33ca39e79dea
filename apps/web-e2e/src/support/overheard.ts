import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page, Request, Response } from '@playwright/test';

/** Where a journey leaves what a neighbour at the screen, in the network or in a log could have overheard. */
export const OVERHEARD = join(import.meta.dirname, '../../../../tmp/test-results/overheard');

export interface Overheard {
  readonly place: 'address' | 'title' | 'refusal' | 'browser storage';
  readonly text: string;
}

/** A stale write shows both values to somebody who may see the record; everything else of a refusal is for anybody's eyes. */
const withoutBothValues = (body: string): string => {
  try {
    const problem = JSON.parse(body) as { code?: string; details?: Record<string, unknown> };
    return problem.code === 'STALE_VERSION' ? JSON.stringify({ ...problem, details: { ...problem.details, mine: null, theirs: null } }) : body;
  } catch {
    return body;
  }
};

/** Tells every new title of a page, also while the page goes on to the next. */
const tellTitles = (): void => {
  const tell = (window as unknown as { overheardTitle: (title: string) => void }).overheardTitle;
  document.addEventListener('DOMContentLoaded', () => {
    tell(document.title);
    new MutationObserver(() => tell(document.title)).observe(document.head, { subtree: true, childList: true, characterData: true });
  });
};

/** What outlives the tab, without the colleagues whom a shared tablet offers to sign in. Drafts of a form are in the tab's own store, by account, and end with the session. */
const stored = (): string => JSON.stringify({ ...localStorage, 'sampan.recent-colleagues': null });

/** Listens until told to stop; then writes what was heard. */
export const overhear = async (context: BrowserContext): Promise<{ end: (page: Page, name: string) => Promise<void> }> => {
  const heard = new Map<string, Overheard>();
  const hear = (place: Overheard['place'], text: string): void => void heard.set(`${place} ${text}`, { place, text });
  const reading: Promise<void>[] = [];
  const listenToRequest = (request: Request): void => hear('address', request.url());
  const listenToResponse = (response: Response): void => {
    if (response.status() >= 400) {
      // Whoever leaves the page takes the answer along; then nobody read it either.
      reading.push(response.text().then((body) => hear('refusal', withoutBothValues(body)), () => undefined));
    }
  };
  context.on('request', listenToRequest).on('response', listenToResponse);
  await context.exposeFunction('overheardTitle', (title: string) => hear('title', title));
  await context.addInitScript(tellTitles);
  return {
    end: async (page, name) => {
      await Promise.all(reading);
      hear('browser storage', await page.evaluate(stored).catch(() => '{}'));
      mkdirSync(OVERHEARD, { recursive: true });
      writeFileSync(join(OVERHEARD, `${name}.json`), JSON.stringify([...heard.values()]));
    },
  };
};
