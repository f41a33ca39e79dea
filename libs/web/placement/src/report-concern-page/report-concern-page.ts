import { Component, effect, inject, input, resource, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, concernsReport, peopleOpen, type ReportConcernDto } from '@sampan/web-client';
import { action, Checkboxes, Control, Field, languageOfScript, Lookup, type LookupOption, Notice, PageHeader, Radios, SpForm } from '@sampan/web-kit';
import { Draft, Session } from '@sampan/web-session';
import { choicesOf } from '../choices';
import { findPeople } from '../find-people';
import { mintedId } from '../minted-id';
import { INDICATORS, REPORTED_BY } from '../words';

/** Anybody of the centre may say that something is wrong at somebody's work. */
@Component({
  selector: 'sp-report-concern-page',
  imports: [ReactiveFormsModule, RouterLink, TranslocoPipe, Checkboxes, Control, Draft, Field, Lookup, Notice, PageHeader, Radios, SpForm],
  templateUrl: './report-concern-page.html',
})
export class ReportConcernPage {
  readonly person = input<string>();
  readonly placement = input<string>();
  private readonly api = inject(Api);
  protected readonly session = inject(Session);
  protected readonly find = findPeople();
  protected readonly indicators = choicesOf(INDICATORS, 'placement.indicator.');
  protected readonly reporters = choicesOf(REPORTED_BY, 'placement.concern.reportedBy.');
  protected readonly received = signal(false);

  protected readonly form = new FormGroup({
    id: new FormControl(mintedId(), { nonNullable: true }),
    person: new FormControl<LookupOption | null>(null, Validators.required),
    indicators: new FormControl<ReportConcernDto['indicators']>([], { nonNullable: true }),
    words: new FormControl('', { nonNullable: true, validators: Validators.maxLength(10_000) }),
    reportedBy: new FormControl<ReportConcernDto['reportedBy'] | null>(null, Validators.required),
    reporter: new FormControl('', { nonNullable: true, validators: Validators.maxLength(500) }),
  });

  private readonly known = resource({
    params: () => this.person(),
    loader: ({ params: personId }) => this.api.invoke(peopleOpen, { personId }),
  });

  protected readonly send = action(async (draft: Draft) => {
    const { id, person, indicators, words, reportedBy, reporter } = this.form.getRawValue();
    if (person && reportedBy) {
      await this.api.invoke(concernsReport, {
        body: { id, personId: person.id, placementId: this.placement() ?? null, indicators, words: words.trim() || null, reportedBy, reporter: reporter.trim() || null },
      });
      draft.drop();
      this.received.set(true);
    }
  });

  constructor() {
    effect(() => {
      if (this.known.hasValue()) {
        const { id, fullName } = this.known.value();
        this.form.patchValue({ person: { id, label: fullName, lang: languageOfScript(fullName) } });
      }
    });
  }
}
