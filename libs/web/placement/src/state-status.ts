import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Status, type Tone } from '@sampan/web-kit';

const STATES = {
  vetting: {
    texts: 'placement.vetting.state.',
    tones: { unvetted: 'neutral', 'in-review': 'info', cleared: 'good', conditional: 'warn', expired: 'warn', blocked: 'bad' },
  },
  vacancy: { texts: 'placement.vacancy.state.', tones: { draft: 'neutral', screening: 'info', open: 'good', filled: 'neutral', closed: 'neutral', blocked: 'bad' } },
  application: {
    texts: 'placement.application.state.',
    tones: { proposed: 'neutral', consented: 'info', sent: 'info', interview: 'info', offered: 'warn', accepted: 'good', declined: 'neutral', 'no-show': 'warn' },
  },
  placement: {
    texts: 'placement.placement.state.',
    tones: { offered: 'neutral', 'contract-checked': 'info', started: 'info', active: 'good', ended: 'neutral', 'never-started': 'neutral' },
  },
  followUp: {
    texts: 'placement.followUp.state.',
    tones: { scheduled: 'neutral', due: 'info', attempted: 'info', reached: 'good', unreachable: 'warn', overdue: 'warn', escalated: 'bad', stopped: 'neutral' },
  },
  concern: {
    texts: 'placement.concern.state.',
    tones: { received: 'warn', triaged: 'info', mediating: 'info', referred: 'info', remedied: 'good', unresolved: 'warn', 'withdrawn-by-person': 'neutral', closed: 'neutral' },
  },
  severity: { texts: 'placement.concern.severity.', tones: { critical: 'bad', high: 'bad', medium: 'warn', low: 'neutral' } },
} as const satisfies Record<string, { texts: string; tones: Record<string, Tone> }>;

/** Where something of placement stands, in a word with its own shape. */
@Component({
  selector: 'sp-state-status',
  imports: [TranslocoPipe, Status],
  template: `<sp-status [tone]="tone()" [icon]="state() === 'due' ? 'clock' : null">{{ text() | transloco }}</sp-status>`,
})
export class StateStatus {
  readonly of = input.required<keyof typeof STATES>();
  readonly state = input.required<string>();
  protected readonly tone = computed(() => (STATES[this.of()].tones as Readonly<Record<string, Tone>>)[this.state()] ?? 'neutral');
  protected readonly text = computed(() => STATES[this.of()].texts + this.state());
}
