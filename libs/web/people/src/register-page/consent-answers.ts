import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ConsentDto } from '@sampan/web-client';
import { ValueControl } from '@sampan/web-kit';

type Purpose = ConsentDto['purpose'];
type Asked = 'given' | 'refused';
/** What was answered; a purpose that was not asked about is missing. */
export type ConsentAnswersValue = Partial<Record<Purpose, Asked>>;

/** Several purposes, each answered in one tap; "ask later" is as good an answer as any. */
@Component({
  selector: 'sp-consent-answers',
  imports: [TranslocoPipe],
  templateUrl: './consent-answers.html',
  styles: `
    .purpose { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: var(--sp-1) var(--sp-4); padding-block: var(--sp-2); border-block-end: 1px solid var(--sp-line); }
    .name { font-weight: 600; flex: 1 1 12rem; }
    .answers { display: flex; flex-wrap: wrap; gap: var(--sp-1) var(--sp-4); }
  `,
})
export class ConsentAnswers extends ValueControl<ConsentAnswersValue> {
  readonly hint = input<string | null>('');
  readonly purposes = input.required<readonly Purpose[]>();
  protected readonly possible = ['given', 'refused', 'later'] as const;

  protected answerTo(purpose: Purpose): Asked | 'later' {
    return this.value()?.[purpose] ?? 'later';
  }

  protected answer(purpose: Purpose, answer: Asked | 'later'): void {
    const { [purpose]: _, ...others } = this.value() ?? {};
    this.change(answer === 'later' ? others : { ...others, [purpose]: answer });
  }
}
