import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ScreeningDto } from '@sampan/web-client';
import { Notice, UserText } from '@sampan/web-kit';
import { Reasons } from '../flag-panel/reasons';
import { TierStatus } from '../flag-panel/tier-status';

/** What a screening said: the finding about the offer, the score with its reasons, and the worker's own judgement. */
@Component({
  selector: 'sp-screening-result',
  imports: [TranslocoPipe, Notice, UserText, Reasons, TierStatus],
  templateUrl: './screening-result.html',
})
export class ScreeningResult {
  readonly screening = input.required<ScreeningDto>();
  readonly personId = input.required<string>();
}
