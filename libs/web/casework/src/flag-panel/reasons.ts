import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { RiskScoreDto } from '@sampan/web-client';
import { DayPipe, PluralPipe } from '@sampan/web-kit';
import { ReasonLine } from './reason-line';
import { SpokenPipe } from './spoken';
import { TierStatus } from './tier-status';

const FIRST_QUESTIONS = 5;

/** A score with all its reasons, so that it can be added up by hand, and what would help to know. */
@Component({
  selector: 'sp-reasons',
  imports: [TranslocoPipe, DayPipe, PluralPipe, ReasonLine, SpokenPipe, TierStatus],
  templateUrl: './reasons.html',
})
export class Reasons {
  readonly score = input.required<RiskScoreDto>();
  readonly personId = input.required<string>();
  protected readonly first = computed(() => this.score().unknown.slice(0, FIRST_QUESTIONS));
  protected readonly others = computed(() => this.score().unknown.slice(FIRST_QUESTIONS));
  /** The card's id ends with its version. */
  protected readonly version = computed(() => /\d{1,9}$/.exec(this.score().cardId)?.[0] ?? '');
  protected readonly isSure = computed(() => this.score().lowBand === this.score().highBand);
}
