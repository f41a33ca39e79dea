import { Component, inject, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, enrolmentsEnrol, peopleSearch } from '@sampan/web-client';
import { action, languageOfScript, Lookup, Notice, SpForm, type LookupOption } from '@sampan/web-kit';
import { problemOf, Session } from '@sampan/web-session';
import { CohortInView } from './cohort-in-view';

/** Finds a person by any part of the name, in any script, and gives them a place. */
@Component({
  selector: 'sp-enrol-form',
  imports: [ReactiveFormsModule, RouterLink, TranslocoPipe, Lookup, Notice, SpForm],
  templateUrl: './enrol-form.html',
  styles: `:host { display: block; }`,
})
export class EnrolForm {
  private readonly api = inject(Api);
  private readonly view = inject(CohortInView);
  protected readonly session = inject(Session);
  protected readonly form = new FormGroup({ person: new FormControl<LookupOption | null>(null, Validators.required) });
  protected readonly enrolled = signal<LookupOption | null>(null);
  protected readonly withoutConsent = signal<LookupOption | null>(null);

  protected readonly find = async (text: string): Promise<readonly LookupOption[]> => {
    const cohort = this.view.cohort.hasValue() ? this.view.cohort.value() : null;
    const { items } = await this.api.invoke(peopleSearch, { body: { text, limit: 10, ...(cohort ? { centreIds: [cohort.centreId] } : {}) } });
    return items.map(({ id, displayName, latinName, reference }) => ({
      id,
      label: displayName,
      hint: latinName && latinName !== displayName ? `${latinName} · ${reference}` : reference,
      lang: languageOfScript(displayName),
    }));
  };

  protected readonly enrol = action(async () => {
    const { person } = this.form.getRawValue();
    if (!person) {
      return;
    }
    this.enrolled.set(null);
    this.withoutConsent.set(null);
    try {
      await this.api.invoke(enrolmentsEnrol, { cohortId: this.view.id() ?? '', body: { personId: person.id } });
    } catch (error) {
      this.withoutConsent.set(problemOf(error).code === 'CONSENT_MISSING' ? person : null);
      throw error;
    }
    this.enrolled.set(person);
    this.form.reset();
    this.view.reload();
  });
}
