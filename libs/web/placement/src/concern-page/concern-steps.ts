import { Component, computed, effect, inject, input, output, resource } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, concernsMove, concernsTriage, usersList, type ConcernDto, type MoveConcernDto, type TriageConcernDto } from '@sampan/web-client';
import { action, Control, Field, ProblemNotice, Radios, SpForm } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';
import { choicesOf } from '../choices';
import { SEVERITIES } from '../words';

/** The next steps that each state allows; the server has the same table and the last word. */
const NEXT: Readonly<Record<ConcernDto['state'], readonly MoveConcernDto['to'][]>> = {
  received: ['withdrawn-by-person'],
  triaged: ['mediating', 'referred', 'withdrawn-by-person'],
  mediating: ['referred', 'remedied', 'unresolved', 'withdrawn-by-person'],
  referred: ['remedied', 'unresolved', 'withdrawn-by-person'],
  remedied: ['closed'],
  unresolved: ['referred', 'closed'],
  'withdrawn-by-person': ['closed'],
  closed: [],
};

/** Triage, with a named handler, and every step after it. */
@Component({
  selector: 'sp-concern-steps',
  imports: [ReactiveFormsModule, TranslocoPipe, Control, Field, ProblemNotice, Radios, SpForm],
  host: { class: 'sp-stack' },
  templateUrl: './concern-steps.html',
})
export class ConcernSteps {
  readonly concern = input.required<ConcernDto>();
  readonly changed = output<ConcernDto>();
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  protected readonly severities = choicesOf(SEVERITIES, 'placement.concern.severity.');
  protected readonly mayTriage = computed(() => this.concern().state === 'received' || this.concern().state === 'triaged');
  protected readonly next = computed(() => NEXT[this.concern().state].filter((to) => to !== 'mediating' || this.concern().mayBeMediated));
  protected readonly colleagues = resource({
    params: () => (this.session.can('user.read') ? {} : undefined),
    loader: () => this.api.invoke(usersList, {}),
  });

  protected readonly triaging = new FormGroup({
    severity: new FormControl<TriageConcernDto['severity'] | null>(null, Validators.required),
    handlerId: new FormControl('', { nonNullable: true }),
  });
  protected readonly stepping = new FormGroup({ outcome: new FormControl('', { nonNullable: true, validators: Validators.maxLength(2000) }) });

  protected readonly triage = action(async () => {
    const { severity, handlerId } = this.triaging.getRawValue();
    if (severity) {
      const { id: concernId, version } = this.concern();
      this.changed.emit(await this.api.invoke(concernsTriage, { concernId, body: { severity, handlerId: handlerId || null, version } }));
    }
  });

  protected readonly move = action(async (to: MoveConcernDto['to']) => {
    const { id: concernId, version } = this.concern();
    const outcome = this.stepping.getRawValue().outcome.trim() || null;
    this.changed.emit(await this.api.invoke(concernsMove, { concernId, body: { to, outcome, version } }));
    this.stepping.reset();
  });

  constructor() {
    effect(() => this.triaging.patchValue({ severity: this.concern().severity }));
  }
}
