import { Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, enrolmentsList, sessionsList } from '@sampan/web-client';
import { DayPipe, Notice, PluralPipe, Status, Waiting } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';
import { OwnLanguagePipe } from '../own-language';
import { SESSION_TONES } from '../states';

/** The day of an instructor: today's sessions, registers that nobody took, trainees who seem to have left. */
@Component({
  selector: 'sp-day-panel',
  imports: [RouterLink, TranslocoPipe, DayPipe, Notice, OwnLanguagePipe, PluralPipe, Status, Waiting],
  templateUrl: './day-panel.html',
})
export class DayPanel {
  private readonly api = inject(Api);
  protected readonly session = inject(Session);
  protected readonly tones = SESSION_TONES;

  protected readonly today = resource({ loader: () => this.api.invoke(sessionsList, {}) });
  private readonly missing = resource({ loader: () => this.api.invoke(sessionsList, { registerMissing: true }) });
  private readonly slipping = resource({
    params: () => (this.session.can('enrolment.update') ? {} : undefined),
    loader: () => this.api.invoke(enrolmentsList, { waitingFor: 'left-early', limit: 100 }),
  });

  protected readonly withoutRegister = computed(() => (this.missing.hasValue() ? this.missing.value() : []));
  protected readonly seemToHaveLeft = computed(() => (this.slipping.hasValue() ? this.slipping.value().items.length : 0));
}
