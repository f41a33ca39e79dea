import { Component, computed, inject, resource, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, registersMonth, type AttendanceCodeDto } from '@sampan/web-client';
import { DayPipe, Empty, Icon, todayHere, UserText, Waiting } from '@sampan/web-kit';
import { OwnLanguagePipe } from '../own-language';
import { CohortInView } from './cohort-in-view';
import { monthBeside, tally } from './attendance-month';

/** A month of the cohort at a glance; also the sheet that goes on the wall. */
@Component({
  selector: 'sp-attendance-tab',
  imports: [TranslocoPipe, DayPipe, Empty, Icon, OwnLanguagePipe, UserText, Waiting],
  templateUrl: './attendance-tab.html',
  host: { class: 'sp-stack' },
  styleUrl: './attendance-tab.scss',
})
export class AttendanceTab {
  private readonly api = inject(Api);
  private readonly view = inject(CohortInView);
  protected readonly month = signal(todayHere().slice(0, 7));
  protected readonly sheet = resource({
    params: () => ({ cohortId: this.view.id() ?? '', month: this.month() }),
    loader: ({ params }) => this.api.invoke(registersMonth, params),
  });
  protected readonly codes = computed(() => new Map((this.sheet.hasValue() ? this.sheet.value().codes : []).map((code) => [code.code, code])));
  protected readonly marks = computed(() => new Map((this.sheet.hasValue() ? this.sheet.value().marks : []).map((mark) => [`${mark.enrolmentId}/${mark.sessionId}`, mark.code])));

  protected go(months: number): void {
    this.month.update((month) => monthBeside(month, months));
  }

  protected codeOf(enrolmentId: string, sessionId: string): AttendanceCodeDto | undefined {
    return this.codes().get(this.marks().get(`${enrolmentId}/${sessionId}`) ?? '');
  }

  protected share(enrolmentId: string): string {
    const sheet = this.sheet.hasValue() ? this.sheet.value() : null;
    return sheet ? tally(sheet.marks, sheet.codes, enrolmentId) : '';
  }

  protected print(): void {
    globalThis.print();
  }
}
