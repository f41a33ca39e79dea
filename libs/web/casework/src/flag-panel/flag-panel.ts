import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { FlagDto } from '@sampan/web-client';
import { DayPipe, MomentPipe, Notice, PluralPipe, Status, Timeline, TimelineEntry, UserText } from '@sampan/web-kit';
import { ReasonLine } from './reason-line';
import { Reasons } from './reasons';
import { SpokenPipe } from './spoken';
import { TierStatus } from './tier-status';

/** Why a flag was raised, what is not known, what changed, what would clear it, which help to offer, and who decided what. */
@Component({
  selector: 'sp-flag-panel',
  imports: [
    TranslocoPipe,
    DayPipe,
    MomentPipe,
    Notice,
    PluralPipe,
    Status,
    Timeline,
    TimelineEntry,
    UserText,
    ReasonLine,
    Reasons,
    SpokenPipe,
    TierStatus,
  ],
  templateUrl: './flag-panel.html',
})
export class FlagPanel {
  readonly flag = input.required<FlagDto>();
  protected readonly hasChanged = computed(
    () => this.flag().changes.added.length + this.flag().changes.gone.length > 0,
  );
  /** The facts have gone, but only a person clears a flag. */
  protected readonly noLongerAsked = computed(
    () =>
      this.flag().score.tier === null &&
      this.flag().ownLevel === null &&
      this.flag().possibleActions.includes('dismiss'),
  );
}
