import { inject, Injectable, resource, signal } from '@angular/core';
import { Api, cohortsOne, enrolmentsOfCohort, sessionsOfCohort } from '@sampan/web-client';
import { Session } from '@sampan/web-session';

/** The cohort that is open, for its page and the tabs in it: asked for once, and again after something was done. */
@Injectable()
export class CohortInView {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  readonly id = signal<string | undefined>(undefined);

  readonly cohort = resource({ params: () => this.id(), loader: ({ params }) => this.api.invoke(cohortsOne, { cohortId: params }) });
  readonly trainees = resource({
    params: () => (this.session.can('enrolment.read') ? this.id() : undefined),
    loader: ({ params }) => this.api.invoke(enrolmentsOfCohort, { cohortId: params }),
  });
  readonly sessions = resource({
    params: () => (this.session.can('session.read') ? this.id() : undefined),
    loader: ({ params }) => this.api.invoke(sessionsOfCohort, { cohortId: params }),
  });

  reload(): void {
    this.cohort.reload();
    this.trainees.reload();
    this.sessions.reload();
  }
}
