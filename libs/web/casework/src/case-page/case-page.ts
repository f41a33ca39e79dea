import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, casesGet } from '@sampan/web-client';
import { Fact, languageOfScript, MomentPipe, Notice, PageHeader, Status, Summary, UserText, Waiting } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';
import { Assessments } from './assessments';
import { CaseActions } from './case-actions';
import { CasePlan } from './case-plan';
import { CaseTasks } from './case-tasks';
import { ClosureDecision } from './closure-decision';
import { IntakeForm } from './intake-form';
import { Notes } from './notes';
import { StageBar } from './stage-bar';

/** One case: where it is, the plan, the tasks, the notes, and what may be done next. */
@Component({
  selector: 'sp-case-page',
  imports: [
    RouterLink,
    TranslocoPipe,
    Assessments,
    CaseActions,
    CasePlan,
    CaseTasks,
    ClosureDecision,
    Fact,
    IntakeForm,
    MomentPipe,
    Notes,
    Notice,
    PageHeader,
    StageBar,
    Status,
    Summary,
    UserText,
    Waiting,
  ],
  templateUrl: './case-page.html',
})
export class CasePage {
  readonly caseId = input.required<string>();

  private readonly api = inject(Api);
  protected readonly session = inject(Session);
  protected readonly file = resource({
    params: () => this.caseId(),
    loader: ({ params: caseId }) => this.api.invoke(casesGet, { caseId }),
  });
  /** What is being written anew stands in its form and not above it too. */
  protected readonly correcting = signal(false);
  protected readonly nameLang = computed(() => languageOfScript(this.file.value()?.person.fullName));
  protected readonly isOpen = computed(() => !['closed', 'rejected'].includes(this.file.value()?.stage ?? 'closed'));
}
