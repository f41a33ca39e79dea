import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Column, DayPipe, NumberPipe, plainRows, Status, Table, UserText, Waiting } from '@sampan/web-kit';
import { ClosedCentre } from '@sampan/web-parts';
import { Session } from '@sampan/web-session';
import { ENROLMENT_TONES, isOver } from '../states';
import { CohortInView } from './cohort-in-view';
import { EnrolForm } from './enrol-form';

/** Who is in the cohort, by name; those who have left stay on the list, below. */
@Component({
  selector: 'sp-trainees-tab',
  imports: [RouterLink, TranslocoPipe, ClosedCentre, Column, DayPipe, EnrolForm, NumberPipe, Status, Table, UserText, Waiting],
  templateUrl: './trainees-tab.html',
  host: { class: 'sp-stack' },
  styles: `
    .latin { display: block; font-weight: 400; }
    .whole { white-space: nowrap; }
  `,
})
export class TraineesTab {
  protected readonly view = inject(CohortInView);
  protected readonly session = inject(Session);
  protected readonly tones = ENROLMENT_TONES;

  private readonly all = computed(() => (this.view.trainees.hasValue() ? this.view.trainees.value() : []));
  protected readonly rows = plainRows(() => [...this.all().filter((one) => !isOver(one)), ...this.all().filter(isOver)]);
  protected readonly cohort = computed(() => (this.view.cohort.hasValue() ? this.view.cohort.value() : null));
  protected readonly takesTrainees = computed(() => ['open', 'running'].includes(this.cohort()?.state ?? ''));
  protected readonly centreIsOpen = computed(() => this.session.openCentres().some(({ id }) => id === this.cohort()?.centreId));
}
