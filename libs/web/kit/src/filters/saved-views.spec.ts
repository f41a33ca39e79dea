import { Component, signal, viewChild } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { TranslocoTestingModule } from '@jsverse/transloco';
import kit from '../../i18n/en.json';
import { SavedViews, type ViewLine, type ViewToKeep } from './saved-views';

const mine: ViewLine = { id: '1', name: 'Nobody’s', mine: true, shared: true, count: '7' };
const theirs: ViewLine = { id: '2', name: 'Closed this year', mine: false, shared: true, count: '100+' };

@Component({
  imports: [SavedViews],
  template: `<sp-saved-views [views]="views()" [current]="current()" sharedWith="Centre North" (chosen)="did.push($event)" (kept)="keep($event)" (deleted)="did.push($event)" />`,
})
class Page {
  readonly views = signal<readonly ViewLine[]>([mine, theirs]);
  readonly current = signal<string | null>('1');
  readonly did: ViewLine[] = [];
  readonly kept: ViewToKeep[] = [];
  readonly widget = viewChild.required(SavedViews);

  keep(view: ViewToKeep): void {
    this.kept.push(view);
    this.widget().done();
  }
}

describe('the saved views of a list', () => {
  let page: ComponentFixture<Page>;
  let element: HTMLElement;
  const dialog = (): HTMLDialogElement => element.querySelector('dialog')!;
  const button = (words: string): HTMLButtonElement => [...element.querySelectorAll('button')].find((one) => (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().startsWith(words) && (words !== 'Save' || one.matches('dialog *')))!;
  const press = async (words: string): Promise<void> => {
    button(words).click();
    await new Promise((resolve) => setTimeout(resolve));
    await page.whenStable();
  };
  const type = (text: string): void => {
    const name = dialog().querySelector<HTMLInputElement>('input:not([type=checkbox])')!;
    name.value = text;
    name.dispatchEvent(new Event('input'));
  };

  beforeEach(async () => {
    HTMLDialogElement.prototype.showModal = function () { this.open = true; };
    HTMLDialogElement.prototype.close = function () { this.open = false; };
    TestBed.configureTestingModule({
      imports: [Page, TranslocoTestingModule.forRoot({ langs: { en: { kit } }, translocoConfig: { availableLangs: ['en'], defaultLang: 'en' }, preloadLangs: true })],
    });
    page = TestBed.createComponent(Page);
    element = page.nativeElement as HTMLElement;
    await page.whenStable();
  });

  it('say which one is shown, how many rows each has, and which are the centre’s', async () => {
    expect(element.querySelector('.trigger')?.textContent).toContain('Nobody’s');
    expect([...element.querySelectorAll('.count')].map(({ textContent }) => textContent)).toEqual(['7', '100+']);
    await press('Closed this year');
    expect(page.componentInstance.did).toEqual([theirs]);
  });

  it('can be changed only by whoever keeps them', () => {
    expect(button('Change Nobody’s')).toBeDefined();
    expect(button('Change Closed this year')).toBeUndefined();
  });

  it('keep the filters under a name, shared when somebody says so, and never without a name', async () => {
    await press('Keep these filters');
    expect(dialog().open).toBe(true);
    await press('Save');
    expect(page.componentInstance.kept).toEqual([]);
    type('Late');
    dialog().querySelector<HTMLInputElement>('input[type=checkbox]')!.click();
    await press('Save');
    expect(page.componentInstance.kept).toEqual([{ id: null, name: 'Late', shared: true }]);
    expect(dialog().open).toBe(false);
  });

  it('are renamed and deleted', async () => {
    await press('Change Nobody’s');
    type('Without an owner');
    await press('Save');
    expect(page.componentInstance.kept).toEqual([{ id: '1', name: 'Without an owner', shared: true }]);
    await press('Change Nobody’s');
    await press('Delete');
    expect(page.componentInstance.did).toEqual([mine]);
  });
});
