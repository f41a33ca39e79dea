import { Component, resource } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { TranslocoTestingModule } from '@jsverse/transloco';
import kit from '../../i18n/en.json';
import { Waiting } from './waiting';

@Component({
  imports: [Waiting],
  template: `<main>@if (headed) { <h1>People</h1> }<sp-waiting [for]="people" /></main>`,
})
class Page {
  headed = false;
  readonly people = resource({ loader: () => Promise.reject(new Error('no connection')) });
}

describe('what could not be shown', () => {
  const shown = async (headed: boolean): Promise<HTMLElement> => {
    TestBed.configureTestingModule({
      imports: [Page, TranslocoTestingModule.forRoot({ langs: { en: { kit } }, translocoConfig: { availableLangs: ['en'], defaultLang: 'en' }, preloadLangs: true })],
    });
    const page = TestBed.createComponent(Page);
    page.componentInstance.headed = headed;
    const element = page.nativeElement as HTMLElement;
    document.body.append(element);
    for (let turn = 0; turn < 3; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      await page.whenStable();
    }
    return element;
  };
  const headings = (element: HTMLElement): (string | undefined)[] => [...element.querySelectorAll('h1')].map(({ textContent }) => textContent?.trim());

  it('is the page where the page has no heading of its own', async () => expect(headings(await shown(false))).toEqual([kit.notShown]));
  it('is a part of the page that has one', async () => expect(headings(await shown(true))).toEqual(['People']));
});
