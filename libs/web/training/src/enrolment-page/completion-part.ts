import { Component, computed, inject, input, output, resource } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, certificatesIssue, certificatesList, enrolmentsAssess, enrolmentsComplete, type CompletionConditionDto, type EnrolmentDto } from '@sampan/web-client';
import { action, NumberPipe, ProblemNotice, Status, todayHere } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';
import { CERTIFICATE_TONES, isOver } from '../states';

/** What is still missing for completion, the assessment, and then the certificate. */
@Component({
  selector: 'sp-completion-part',
  imports: [RouterLink, TranslocoPipe, NumberPipe, ProblemNotice, Status],
  templateUrl: './completion-part.html',
  styles: `@media (max-width: 40rem) { .choice > .sp-label { flex: 0 0 100%; } .choice > .sp-button { flex: 1; } }`,
})
export class CompletionPart {
  readonly enrolment = input.required<EnrolmentDto>();
  readonly conditions = input.required<readonly CompletionConditionDto[]>();
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  protected readonly tones = CERTIFICATE_TONES;
  protected readonly ready = computed(() => this.conditions().length > 0 && this.conditions().every(({ met }) => met));
  protected readonly open = computed(() => !isOver(this.enrolment()));
  protected readonly needsAssessment = computed(() => this.conditions().some(({ condition }) => condition === 'assessment'));

  private readonly issued = resource({
    params: () => (this.enrolment().state === 'completed' && this.session.can('certificate.read') ? this.enrolment().trainee.id : undefined),
    loader: ({ params }) => this.api.invoke(certificatesList, { personId: params, limit: 100 }),
  });
  protected readonly certificates = computed(() =>
    (this.issued.hasValue() ? this.issued.value().items : []).filter(({ enrolmentId }) => enrolmentId === this.enrolment().id),
  );
  protected readonly mayIssue = computed(
    () => this.enrolment().state === 'completed' && this.session.can('certificate.issue') && this.issued.hasValue() && !this.certificates().some(({ state }) => state === 'issued' || state === 'suspended'),
  );

  protected readonly assess = action(async (passed: boolean) => {
    const { id, version } = this.enrolment();
    await this.api.invoke(enrolmentsAssess, { enrolmentId: id, body: { passed, assessedOn: todayHere(), version } });
    this.changed.emit();
  });

  protected readonly complete = action(async () => {
    const { id, version } = this.enrolment();
    await this.api.invoke(enrolmentsComplete, { enrolmentId: id, body: { version } });
    this.changed.emit();
  });

  protected readonly issue = action(async () => {
    const { id } = await this.api.invoke(certificatesIssue, { body: { enrolmentId: this.enrolment().id } });
    await this.router.navigate(['/training/certificates', id]);
  });
}
