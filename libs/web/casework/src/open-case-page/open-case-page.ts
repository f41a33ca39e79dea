import { Component, inject, input, resource } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, casesList, casesOpen, peopleSearch, type OpenCaseDto } from '@sampan/web-client';
import { action, Control, Field, languageOfScript, Lookup, type LookupOption, Notice, PageHeader, SpForm } from '@sampan/web-kit';
import { Draft } from '@sampan/web-session';
import { mintedId } from '../minted-id';
import { SOURCES } from '../words';

const LONGEST_ACCOUNT = 4000;
const MOST_FOUND = 8;

/** Opens a case from a talk: who, how they came, why, and what cannot wait. */
@Component({
  selector: 'sp-open-case-page',
  imports: [ReactiveFormsModule, RouterLink, TranslocoPipe, Control, Draft, Field, Lookup, Notice, PageHeader, SpForm],
  templateUrl: './open-case-page.html',
})
export class OpenCasePage {
  /** From the address, when the page is opened from somebody's file. */
  readonly person = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly sources = SOURCES;
  protected readonly form = new FormGroup({
    id: new FormControl(mintedId(), { nonNullable: true }),
    person: new FormControl<LookupOption | null>(null, () => (this.isPersonMissing() ? { required: true } : null)),
    source: new FormControl<OpenCaseDto['source'] | ''>('', { nonNullable: true, validators: Validators.required }),
    presentingIssue: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(LONGEST_ACCOUNT)] }),
    urgentConcern: new FormControl('', { nonNullable: true, validators: Validators.maxLength(LONGEST_ACCOUNT) }),
  });

  private isPersonMissing(): boolean {
    return !this.person() && !this.form?.controls.person.value;
  }

  /** The person's open case, so that nobody types a second one in vain. */
  protected readonly already = resource({
    params: () => this.person(),
    loader: async ({ params: personId }) => (await this.api.invoke(casesList, { personId, open: true, limit: 1 })).items[0] ?? null,
  });

  protected readonly find = async (text: string): Promise<readonly LookupOption[]> => {
    const page = await this.api.invoke(peopleSearch, { body: { text, limit: MOST_FOUND } });
    return page.items.map(({ id, displayName, reference }) => ({ id, label: displayName, hint: reference, lang: languageOfScript(displayName) }));
  };

  protected readonly open = action(async (draft: Draft) => {
    const { id, person, source, presentingIssue, urgentConcern } = this.form.getRawValue();
    const personId = this.person() ?? person?.id;
    if (!personId || !source) {
      this.form.controls.person.setErrors({ required: true });
      return;
    }
    const file = await this.api.invoke(casesOpen, {
      body: { id, personId, source, presentingIssue, urgentConcern: urgentConcern || null },
    });
    draft.drop();
    await this.router.navigate(['/casework/cases', file.id]);
  });
}
