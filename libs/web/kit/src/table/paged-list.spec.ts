import { Component, signal } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { TranslocoTestingModule } from '@jsverse/transloco';
import kit from '../../i18n/en.json';
import { PROBLEM_TEXT } from '../asking/problem-text';
import { Column } from './column';
import { pagedList, type PageAnswer, type PageRequest } from './paged-list';
import { Table } from './table';

interface Row {
  readonly id: string;
  readonly name: string;
}

const answers = {
  first: { items: [{ id: '1', name: 'Sok' }, { id: '2', name: 'Dara' }], nextCursor: 'n', previousCursor: null },
  second: { items: [{ id: '3', name: 'Siti' }], nextCursor: null, previousCursor: 'p' },
} satisfies Record<string, PageAnswer<Row>>;

@Component({
  imports: [Table, Column],
  template: `
    <sp-table [of]="list" caption="People" empty="Nobody yet" [selectable]="true" [(selected)]="selected">
      <ng-template spColumn="name" [main]="true" [of]="list" label="Name" let-row><a [href]="'#' + row.id">{{ row.name }}</a></ng-template>
    </sp-table>
  `,
})
class Page {
  readonly state = signal('all');
  readonly asked: (PageRequest & { state: string })[] = [];
  selected: readonly string[] = [];
  readonly list = pagedList({
    params: () => ({ state: this.state() }),
    load: (request: { state: string } & PageRequest): Promise<PageAnswer<Row>> => {
      this.asked.push(request);
      if (request.state === 'broken') {
        return Promise.reject(new Error('no'));
      }
      return Promise.resolve(request.state === 'none' ? { items: [] } : request.cursor === 'n' ? answers.second : answers.first);
    },
  });
}

describe('the table', () => {
  let page: ComponentFixture<Page>;
  let element: HTMLElement;

  beforeEach(async () => {
    Element.prototype.scrollIntoView = () => undefined;
    TestBed.configureTestingModule({
      imports: [Page, TranslocoTestingModule.forRoot({ langs: { en: { kit } }, translocoConfig: { availableLangs: ['en'], defaultLang: 'en' }, preloadLangs: true })],
      providers: [{ provide: PROBLEM_TEXT, useValue: { text: () => 'It did not work.', fields: () => ({}) } }],
    });
    page = TestBed.createComponent(Page);
    element = page.nativeElement as HTMLElement;
    await page.whenStable();
  });

  const names = (): string[] => [...element.querySelectorAll('tbody a')].map((link) => link.textContent ?? '');
  const press = async (words: string): Promise<void> => {
    [...element.querySelectorAll('button')].find((button) => button.textContent?.includes(words))?.click();
    await page.whenStable();
  };

  it('goes on by the cursor of the page that is shown, and starts again when the filter changes', async () => {
    expect(names()).toEqual(['Sok', 'Dara']);
    await press('Next');
    expect(names()).toEqual(['Siti']);
    expect(page.componentInstance.asked.at(-1)).toEqual({ state: 'all', limit: 25, cursor: 'n' });
    page.componentInstance.state.set('open');
    await page.whenStable();
    expect(page.componentInstance.asked.at(-1)).toEqual({ state: 'open', limit: 25 });
    expect(names()).toEqual(['Sok', 'Dara']);
  });

  it('says what to do when there is nothing', async () => {
    page.componentInstance.state.set('none');
    await page.whenStable();
    expect(element.textContent).toContain('Nobody yet');
  });

  it('keeps the rows that were there and offers another try when the server fails', async () => {
    page.componentInstance.state.set('broken');
    await page.whenStable();
    expect(names()).toEqual(['Sok', 'Dara']);
    expect(element.querySelector('[role=alert]')?.textContent).toContain('It did not work.');
    expect(element.textContent).toContain('Try again');
  });

  it('marks a row by its key and all of them by the box above', async () => {
    element.querySelector('tbody a')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'x', bubbles: true }));
    await page.whenStable();
    expect(page.componentInstance.selected).toEqual(['1']);
    element.querySelector<HTMLInputElement>('thead input')?.click();
    await page.whenStable();
    expect(page.componentInstance.selected).toEqual(['1', '2']);
  });

  it('goes to the next row by the arrow key', async () => {
    document.body.append(element);
    element.querySelector<HTMLElement>('tbody a')?.focus();
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    expect(document.activeElement?.closest('tr')).toBe(element.querySelectorAll('tbody tr')[1]);
    element.remove();
  });
});
