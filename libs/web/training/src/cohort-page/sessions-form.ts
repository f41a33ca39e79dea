import { Component, computed, inject, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, sessionsSchedule, sessionsScheduleMany } from '@sampan/web-client';
import { action, Checkboxes, Control, DateField, Field, weekdayName, SpForm, TimeInput, type KnownDay } from '@sampan/web-kit';
import { CohortInView } from './cohort-in-view';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Adds one session, or the sessions of many weeks at once. */
@Component({
  selector: 'sp-sessions-form',
  imports: [ReactiveFormsModule, TranslocoPipe, Checkboxes, Control, DateField, Field, SpForm, TimeInput],
  templateUrl: './sessions-form.html',
  styles: `:host { display: block; } .times { align-items: end; row-gap: var(--sp-5); }`,
})
export class SessionsForm {
  private readonly api = inject(Api);
  private readonly transloco = inject(TranslocoService);
  private readonly view = inject(CohortInView);
  protected readonly open = signal(false);

  protected readonly form = new FormGroup({
    from: new FormControl<KnownDay | null>(null, Validators.required),
    until: new FormControl<KnownDay | null>(null),
    weekdays: new FormControl<readonly number[]>([1, 2, 3, 4, 5], { nonNullable: true }),
    startsAt: new FormControl('08:00', { nonNullable: true, validators: [Validators.required, Validators.pattern(TIME)] }),
    endsAt: new FormControl('11:30', { nonNullable: true, validators: [Validators.required, Validators.pattern(TIME)] }),
    room: new FormControl('', { nonNullable: true, validators: Validators.maxLength(80) }),
    topic: new FormControl('', { nonNullable: true, validators: Validators.maxLength(200) }),
  });

  protected readonly weekdays = computed(() => {
    const language = this.transloco.activeLang();
    return [1, 2, 3, 4, 5, 6, 7].map((value) => ({ value, label: weekdayName(value, language) }));
  });

  protected readonly add = action(async () => {
    const { from, until, weekdays, startsAt, endsAt, room, topic } = this.form.getRawValue();
    const cohortId = this.view.id() ?? '';
    const place = { startsAt, endsAt, room: room || null, topic: topic || null };
    const first = from?.date ?? '';
    if (until) {
      await this.api.invoke(sessionsScheduleMany, { cohortId, body: { ...place, from: first, until: until.date, weekdays: [...weekdays], except: [] } });
    } else {
      await this.api.invoke(sessionsSchedule, { cohortId, body: { ...place, sessionOn: first } });
    }
    this.open.set(false);
    this.view.sessions.reload();
  });
}
