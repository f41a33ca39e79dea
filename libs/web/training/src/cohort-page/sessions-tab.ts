import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, sessionsCancel, type SessionDto } from '@sampan/web-client';
import { action, Asking, Column, DayPipe, plainRows, ProblemNotice, Status, Table, Waiting } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';
import { SESSION_TONES } from '../states';
import { CohortInView } from './cohort-in-view';
import { SessionsForm } from './sessions-form';

/** The timetable of the cohort, and the way to each register. */
@Component({
  selector: 'sp-sessions-tab',
  imports: [RouterLink, TranslocoPipe, Column, DayPipe, ProblemNotice, SessionsForm, Status, Table, Waiting],
  templateUrl: './sessions-tab.html',
  host: { class: 'sp-stack' },
})
export class SessionsTab {
  private readonly api = inject(Api);
  private readonly asking = inject(Asking);
  private readonly transloco = inject(TranslocoService);
  protected readonly view = inject(CohortInView);
  protected readonly session = inject(Session);
  protected readonly tones = SESSION_TONES;
  protected readonly rows = plainRows(() => (this.view.sessions.hasValue() ? this.view.sessions.value() : []));
  protected readonly mayGrow = computed(() => {
    const cohort = this.view.cohort.hasValue() ? this.view.cohort.value() : null;
    return cohort !== null && cohort.state !== 'completed' && cohort.state !== 'cancelled';
  });

  protected readonly cancel = action(async ({ id, version }: SessionDto) => {
    const heading = this.transloco.translate('training.sessions.cancel');
    if (await this.asking.confirm({ heading, text: this.transloco.translate('training.sessions.cancelMeans'), confirm: heading, danger: true })) {
      await this.api.invoke(sessionsCancel, { sessionId: id, body: { version } });
      this.view.sessions.reload();
    }
  });
}
