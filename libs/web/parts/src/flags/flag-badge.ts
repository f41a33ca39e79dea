import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Status, type Tone } from '@sampan/web-kit';

const TONES: Readonly<Record<string, Tone>> = { moderate: 'info', high: 'warn', urgent: 'bad' };

/**
 * How soon help should be offered. Without a tier it says "please call" and nothing else: that is all that
 * registrars, instructors and colleagues' screens may show, so it looks the same whatever the reason is.
 */
@Component({
  selector: 'sp-flag-badge',
  imports: [TranslocoPipe, Status],
  template: `
    @if (tier(); as known) {
      <sp-status [tone]="tone()" icon="flag">{{ 'parts.tier.' + known | transloco }}</sp-status>
    } @else {
      <sp-status tone="neutral" icon="phone">{{ 'parts.pleaseCall' | transloco }}</sp-status>
    }
  `,
})
export class FlagBadge {
  readonly tier = input<'moderate' | 'high' | 'urgent' | null>(null);
  protected readonly tone = computed(() => TONES[this.tier() ?? ''] ?? 'neutral');
}
