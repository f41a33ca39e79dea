import { Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, enrolmentsCompletion, enrolmentsOne } from '@sampan/web-client';
import { DayPipe, Fact, languageOfScript, NumberPipe, PageHeader, Status, Summary, Waiting } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';
import { OwnLanguagePipe } from '../own-language';
import { ENROLMENT_TONES, isOver } from '../states';
import { CompletionPart } from './completion-part';
import { LeavingForm } from './leaving-form';

/** One trainee in one cohort: how it goes, whether it is complete, and how it ends. */
@Component({
  selector: 'sp-enrolment-page',
  imports: [RouterLink, TranslocoPipe, CompletionPart, DayPipe, Fact, LeavingForm, NumberPipe, OwnLanguagePipe, PageHeader, Status, Summary, Waiting],
  templateUrl: './enrolment-page.html',
})
export class EnrolmentPage {
  readonly enrolmentId = input.required<string>();

  private readonly api = inject(Api);
  protected readonly session = inject(Session);
  protected readonly tones = ENROLMENT_TONES;
  protected readonly languageOf = languageOfScript;

  protected readonly enrolment = resource({ params: () => this.enrolmentId(), loader: ({ params }) => this.api.invoke(enrolmentsOne, { enrolmentId: params }) });
  protected readonly conditions = resource({ params: () => this.enrolmentId(), loader: ({ params }) => this.api.invoke(enrolmentsCompletion, { enrolmentId: params }) });
  protected readonly over = computed(() => this.enrolment.hasValue() && isOver(this.enrolment.value()));

  protected reload(): void {
    this.enrolment.reload();
    this.conditions.reload();
  }
}
