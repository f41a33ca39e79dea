import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CallSheetDto } from '@sampan/web-client';
import { DayPipe, UserText } from '@sampan/web-kit';
import { ANSWERED_BY, CODE_WORD, PRESENCE } from '../words';
import { NEUTRAL_QUESTIONS, RIGHTS_QUESTIONS } from './script';

/** The call sheet on paper: the same order, boxes to tick, and the rights questions apart, under their condition. */
@Component({
  selector: 'sp-call-paper',
  imports: [TranslocoPipe, DayPipe, UserText],
  templateUrl: './call-paper.html',
  styles: `
    .line { border-block-end: 1px solid var(--sp-line-strong); block-size: 1.6rem; }
    .box::before { content: '☐ '; }
    .boxes { display: flex; flex-wrap: wrap; gap: 0 var(--sp-4); list-style: none; padding: 0; margin: 0 0 var(--sp-3); }
    section { break-inside: avoid; }
  `,
})
export class CallPaper {
  readonly sheet = input.required<CallSheetDto>();
  protected readonly answerers = ANSWERED_BY;
  protected readonly presences = PRESENCE;
  protected readonly codeWords = CODE_WORD;
  protected readonly neutralQuestions = NEUTRAL_QUESTIONS;
  protected readonly rightsQuestions = RIGHTS_QUESTIONS;
}
