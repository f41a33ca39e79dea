import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Status, type Tone } from '@sampan/web-kit';

const TONES: Readonly<Record<string, Tone>> = { low: 'neutral', moderate: 'info', high: 'warn', urgent: 'bad' };

/** How soon help should be offered, in words. */
@Component({
  selector: 'sp-tier-status',
  imports: [TranslocoPipe, Status],
  styles: `
    :host {
      white-space: nowrap;
    }
  `,
  template: `<sp-status [tone]="tone()">{{ 'casework.tier.' + tier() | transloco }}</sp-status>`,
})
export class TierStatus {
  readonly tier = input.required<string>();
  protected readonly tone = computed(() => TONES[this.tier()] ?? 'info');
}
