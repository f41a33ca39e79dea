import { Component, computed, inject, input, resource, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, employersBlock, employersDecide, employersFile, employersReopen, vacanciesList, type EmployerFileDto } from '@sampan/web-client';
import { action, Asking, DayPipe, Dialog, Fact, languageOfScript, MomentPipe, Notice, PageHeader, ProblemNotice, Status, Summary, Timeline, TimelineEntry, UserText, Waiting } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';
import { CountryPipe } from '../name-pipes';
import { StateStatus } from '../state-status';
import { ProposeClearance } from './propose-clearance';
import { RecordCheck } from './record-check';
import { VettingChecks } from './vetting-checks';

/** The file of an employer: what was checked, what a clearance still needs, who proposed and who decided. */
@Component({
  selector: 'sp-employer-page',
  imports: [
    RouterLink, TranslocoPipe, CountryPipe, DayPipe, Dialog, Fact, MomentPipe, Notice, PageHeader, ProblemNotice, ProposeClearance, RecordCheck, StateStatus, Status, Summary,
    Timeline, TimelineEntry, UserText, VettingChecks, Waiting,
  ],
  templateUrl: './employer-page.html',
})
export class EmployerPage {
  readonly employerId = input.required<string>();
  private readonly api = inject(Api);
  private readonly asking = inject(Asking);
  private readonly transloco = inject(TranslocoService);
  protected readonly session = inject(Session);
  protected readonly languageOf = languageOfScript;
  private readonly checkDialog = viewChild<Dialog>('checkDialog');
  private readonly proposeDialog = viewChild<Dialog>('proposeDialog');

  protected readonly file = resource({
    params: () => ({ employerId: this.employerId() }),
    loader: ({ params }) => this.api.invoke(employersFile, params),
  });
  protected readonly vacancies = resource({
    params: () => (this.session.can('vacancy.read') ? { employerId: this.employerId() } : undefined),
    loader: async ({ params }) => (await this.api.invoke(vacanciesList, params)).items,
  });

  protected readonly mayPropose = computed(() => {
    const file = this.file.hasValue() ? this.file.value() : null;
    return !!file && !file.proposal && !['unvetted', 'blocked'].includes(file.vettingState) && this.session.can('employer.vet');
  });

  protected readonly decide = action(async (approved: boolean) => {
    const reason = approved ? null : await this.askReason('placement.vetting.return', 'placement.vetting.returnReason');
    if (approved || reason) {
      this.file.set(await this.api.invoke(employersDecide, { employerId: this.employerId(), body: { approved, reason } }));
    }
  });

  protected readonly block = action(async () => {
    const reason = await this.askReason('placement.vetting.block', 'placement.vetting.blockReason');
    if (reason) {
      this.file.set(await this.api.invoke(employersBlock, { employerId: this.employerId(), body: { reason } }));
    }
  });

  protected readonly reopen = action(async () => {
    const reason = await this.askReason('placement.vetting.reopen', 'placement.vetting.reopenReason');
    if (reason) {
      this.file.set(await this.api.invoke(employersReopen, { employerId: this.employerId(), body: { reason } }));
    }
  });

  protected readonly problem = computed(() => this.decide.problem() ?? this.block.problem() ?? this.reopen.problem());

  protected show(file: EmployerFileDto): void {
    this.checkDialog()?.close();
    this.proposeDialog()?.close();
    this.file.set(file);
  }

  private askReason(heading: string, reason: string): Promise<string | null> {
    return this.asking.reason({
      heading: this.transloco.translate(heading), confirm: this.transloco.translate(heading), reason: this.transloco.translate(reason), danger: heading !== 'placement.vetting.reopen',
    });
  }
}
