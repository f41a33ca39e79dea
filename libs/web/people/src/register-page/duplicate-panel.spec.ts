import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { TranslocoTestingModule } from '@jsverse/transloco';
import type { MatchDto } from '@sampan/web-client';
import english from '../../i18n/en.json';
import { DuplicatePanel } from './duplicate-panel';

const match: MatchDto = {
  person: { id: 'p1', reference: '4073-1529-4', fullName: 'សុខ ដារ៉ា', latinName: 'Sok Dara', birthYear: 1996, sex: 'female', centreId: 'c1' },
  score: 0.93,
  reasons: [{ kind: 'same-phone' }, { kind: 'name', value: 0.87 }, { kind: 'born-within', value: 1 }],
};

describe('people who may be the one being registered', () => {
  const shown = async (answers = new Map<string, 'not-the-same' | 'not-sure'>()) => {
    TestBed.configureTestingModule({
      imports: [TranslocoTestingModule.forRoot({ langs: { en: { people: english } }, translocoConfig: { availableLangs: ['en'], defaultLang: 'en' } })],
      providers: [provideZonelessChangeDetection(), provideRouter([])],
    });
    const fixture = TestBed.createComponent(DuplicatePanel);
    fixture.componentRef.setInput('matches', [match]);
    fixture.componentRef.setInput('answers', answers);
    await fixture.whenStable();
    return { fixture, host: fixture.nativeElement as HTMLElement };
  };

  it('come with every reason, in words', async () => {
    const { host } = await shown();
    expect([...host.querySelectorAll('sp-reasons li')].map((item) => item.textContent?.trim())).toEqual(['Same phone', 'Name 87% alike', 'Born ±1 years']);
    expect(host.textContent).toContain('4073-1529-4');
  });

  it('are answered in one of three ways', async () => {
    const { fixture, host } = await shown();
    const told: unknown[] = [];
    fixture.componentInstance.isThePerson.subscribe((id) => told.push(id));
    fixture.componentInstance.answered.subscribe((answer) => told.push(answer));
    host.querySelectorAll('button').forEach((button) => button.click());
    expect(told).toEqual(['p1', { personId: 'p1', answer: 'not-the-same' }, { personId: 'p1', answer: 'not-sure' }]);
  });

  it('show what was answered', async () => {
    const { host } = await shown(new Map([['p1', 'not-the-same']]));
    expect(host.querySelector('[aria-pressed="true"]')?.textContent?.trim()).toBe('Not the same');
    expect(host.textContent).toContain('Nobody will be asked again');
  });
});
