import { Component } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { FormControl, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoService, TranslocoTestingModule } from '@jsverse/transloco';
import kit from '../../i18n/en.json';
import { DateField } from './date-field';
import type { KnownDay } from './written-day';

@Component({
  imports: [DateField, ReactiveFormsModule],
  template: `<sp-date-field label="Born" partial ageToo today="2026-11-23" [formControl]="born" />`,
})
class Page {
  readonly born = new FormControl<KnownDay | null>(null, Validators.required);
}

describe('the date field', () => {
  let page: ComponentFixture<Page>;
  let element: HTMLElement;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      imports: [Page, TranslocoTestingModule.forRoot({ langs: { en: { kit }, th: { kit } }, translocoConfig: { availableLangs: ['en', 'th'], defaultLang: 'en' }, preloadLangs: true })],
    });
    page = TestBed.createComponent(Page);
    element = page.nativeElement as HTMLElement;
    await page.whenStable();
  });

  const boxes = (): HTMLInputElement[] => [...element.querySelectorAll<HTMLInputElement>('input[type=text]')];
  const type = async (...texts: string[]): Promise<void> => {
    texts.forEach((text, at) => {
      const box = boxes()[at];
      if (box) {
        box.value = text;
        box.dispatchEvent(new Event('input'));
      }
    });
    await page.whenStable();
  };
  const leave = async (): Promise<void> => {
    boxes()[0]?.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    await page.whenStable();
  };

  it('turns Thai digits of a Buddhist year into an ISO day and echoes the common year', async () => {
    await type('๑๐', '๑๑', '๒๕๖๙');
    expect(page.componentInstance.born.value).toEqual({ precision: 'day', date: '2026-11-10' });
    expect(element.textContent).toContain('10 November 2026');
    expect(element.textContent).toContain('= 2026');
  });

  it('shows a stored day in the Buddhist era to Thai readers', async () => {
    TestBed.inject(TranslocoService).setActiveLang('th');
    page.componentInstance.born.setValue({ precision: 'day', date: '2026-11-10' });
    await page.whenStable();
    expect(boxes().map((box) => box.value)).toEqual(['10', '11', '2569']);
  });

  it('keeps what was typed and refuses the form while the date is half written', async () => {
    await type('31', '4', '1999');
    await leave();
    expect(boxes().map((box) => box.value)).toEqual(['31', '4', '1999']);
    expect(page.componentInstance.born.value).toBeNull();
    expect(page.componentInstance.born.errors).toMatchObject({ date: true });
    expect(boxes()[0]?.getAttribute('aria-invalid')).toBe('true');
  });

  it('takes an estimated age instead of a date', async () => {
    element.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
    await page.whenStable();
    await type('17');
    expect(page.componentInstance.born.value).toEqual({ precision: 'estimated-age', date: '2009', age: 17 });
    expect(element.textContent).toContain('Born about 2009');
  });
});
