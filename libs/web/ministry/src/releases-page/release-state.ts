import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ReleaseDto } from '@sampan/web-client';
import { Status, type Tone } from '@sampan/web-kit';

const TONES: Readonly<Record<ReleaseDto['state'], Tone>> = {
  building: 'info',
  computed: 'info',
  'disclosure-checked': 'warn',
  approved: 'warn',
  published: 'good',
  superseded: 'neutral',
  discarded: 'neutral',
};

/** Where a release stands, in a word. */
@Component({
  selector: 'sp-release-state',
  imports: [TranslocoPipe, Status],
  template: `<sp-status [tone]="tone()" [icon]="of() === 'building' ? 'clock' : null">{{ 'ministry.state.' + of() | transloco }}</sp-status>`,
})
export class ReleaseState {
  readonly of = input.required<ReleaseDto['state']>();
  protected readonly tone = computed(() => TONES[this.of()]);
}
