import { Component } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { TranslocoTestingModule } from '@jsverse/transloco';
import kit from '../../i18n/en.json';
import { Column } from './column';
import { plainRows } from './paged-list';
import { Table } from './table';

@Component({
  imports: [Table, Column],
  template: `
    <sp-table [of]="rows" list="cases" caption="Cases" empty="None">
      <ng-template spColumn="name" [main]="true" [of]="rows" label="Name" let-row>{{ row.name }}</ng-template>
      <ng-template spColumn="owner" [of]="rows" label="Owner" let-row>{{ row.owner }}</ng-template>
      <ng-template spColumn="stage" [of]="rows" label="Stage" let-row>{{ row.stage }}</ng-template>
    </sp-table>
  `,
})
class Page {
  readonly rows = plainRows(() => [{ id: '1', name: 'Sok', owner: 'Dara', stage: 'Planning' }]);
}

describe('the columns of a list', () => {
  let page: ComponentFixture<Page>;
  let element: HTMLElement;

  const arrive = async (): Promise<void> => {
    page = TestBed.createComponent(Page);
    element = page.nativeElement as HTMLElement;
    await page.whenStable();
  };
  const headings = (): (string | null)[] => [...element.querySelectorAll('thead th')].map(({ textContent }) => textContent);
  const box = (label: string): HTMLInputElement => [...element.querySelectorAll('label')].find(({ textContent }) => textContent?.includes(label))!.querySelector('input')!;

  beforeEach(async () => {
    localStorage.clear();
    TestBed.configureTestingModule({
      imports: [Page, TranslocoTestingModule.forRoot({ langs: { en: { kit } }, translocoConfig: { availableLangs: ['en'], defaultLang: 'en' }, preloadLangs: true })],
    });
    await arrive();
  });
  afterEach(() => localStorage.clear());

  it('are taken away and brought back one by one', async () => {
    expect(headings()).toEqual(['Name', 'Owner', 'Stage']);
    box('Owner').click();
    await page.whenStable();
    expect(headings()).toEqual(['Name', 'Stage']);
    expect(element.querySelector('tbody')?.textContent).not.toContain('Dara');
    box('Owner').click();
    await page.whenStable();
    expect(headings()).toEqual(['Name', 'Owner', 'Stage']);
  });

  it('are the same when somebody comes back to the list on this device', async () => {
    box('Stage').click();
    await page.whenStable();
    page.destroy();
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({
      imports: [Page, TranslocoTestingModule.forRoot({ langs: { en: { kit } }, translocoConfig: { availableLangs: ['en'], defaultLang: 'en' }, preloadLangs: true })],
    });
    await arrive();
    expect(headings()).toEqual(['Name', 'Owner']);
  });

  it('always include the one that names the row', () => {
    expect(box('Name').checked).toBe(true);
    expect(box('Name').disabled).toBe(true);
  });

  it('come back all at once', async () => {
    box('Owner').click();
    box('Stage').click();
    await page.whenStable();
    [...element.querySelectorAll('button')].find(({ textContent }) => textContent?.includes('Show all'))?.click();
    await page.whenStable();
    expect(headings()).toEqual(['Name', 'Owner', 'Stage']);
  });
});
