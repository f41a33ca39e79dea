import { Component, computed, inject, input, output, resource, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, assessmentsList } from '@sampan/web-client';
import { DayPipe, Opened, Waiting } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';
import { DIMENSIONS } from '../words';
import { RecordAssessment } from './record-assessment';

/** The outcome scale: each observation a column, oldest first, so that a line reads as a change. */
@Component({
  selector: 'sp-assessments',
  imports: [TranslocoPipe, DayPipe, RecordAssessment, Waiting, Opened],
  templateUrl: './assessments.html',
})
export class Assessments {
  readonly caseId = input.required<string>();
  readonly open = input.required<boolean>();
  readonly recorded = output();

  private readonly api = inject(Api);
  private readonly session = inject(Session);
  protected readonly dimensions = DIMENSIONS;
  protected readonly list = resource({
    params: () => this.caseId(),
    loader: ({ params: caseId }) => this.api.invoke(assessmentsList, { caseId }),
  });
  protected readonly columns = computed(() => (this.list.hasValue() ? [...this.list.value()].reverse() : []));
  protected readonly mayWrite = computed(() => this.open() && this.session.can('case.update'));
  protected readonly adding = signal(false);

  protected saved(): void {
    this.adding.set(false);
    this.list.reload();
    this.recorded.emit();
  }
}
