import { Component, computed, effect, inject, input, resource, viewChild } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, peopleChange, peopleOpen, type PersonDto } from '@sampan/web-client';
import { action, Checkbox, Control, DateField, Field, PageHeader, Radios, SpForm, Waiting, type KnownDay } from '@sampan/web-kit';
import { Draft } from '@sampan/web-session';
import { fromBirth, toBirth } from '../person-words/birth';
import { SEXES } from '../person-words/codes';
import { Nationalities } from '../person-words/nationalities';

const text = (most: number) => new FormControl('', { nonNullable: true, validators: Validators.maxLength(most) });

/** Corrects what is written about a person. Somebody else's change in between is a conflict, never overwritten. */
@Component({
  selector: 'sp-person-edit-page',
  imports: [ReactiveFormsModule, RouterLink, TranslocoPipe, Checkbox, Control, DateField, Draft, Field, PageHeader, Radios, SpForm, Waiting],
  templateUrl: './person-edit-page.html',
})
export class PersonEditPage {
  readonly personId = input.required<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly transloco = inject(TranslocoService);
  protected readonly nationalities = inject(Nationalities);
  private readonly draft = viewChild(Draft);
  protected readonly person = resource({ params: () => ({ personId: this.personId() }), loader: ({ params }) => this.api.invoke(peopleOpen, params) });
  protected readonly sexes = computed(() => {
    this.transloco.activeLang();
    return SEXES.map((value) => ({ value, label: this.transloco.translate(`people.sex.${value}`) }));
  });

  protected readonly form = new FormGroup({
    fullName: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(200)] }),
    latinName: text(200),
    familyName: text(100),
    givenName: text(100),
    nickname: text(100),
    sex: new FormControl<PersonDto['sex']>('unknown', { nonNullable: true }),
    birth: new FormControl<KnownDay | null>(null),
    ageInDoubt: new FormControl(false, { nonNullable: true }),
    nationality: text(3),
    language: text(20),
    addressText: text(500),
  });

  constructor() {
    effect(() => {
      if (this.person.hasValue()) {
        const person = this.person.value();
        this.form.setValue({
          fullName: person.fullName, latinName: person.latinNameSuggested ? '' : (person.latinName ?? ''), familyName: person.familyName ?? '', givenName: person.givenName ?? '',
          nickname: person.nickname ?? '', sex: person.sex, birth: fromBirth(person.birth), ageInDoubt: person.ageInDoubt, nationality: person.nationality ?? '',
          language: person.languages[0] ?? '', addressText: person.addressText ?? '',
        });
      }
    });
  }

  protected readonly save = action(async () => {
    if (!this.person.hasValue()) {
      return;
    }
    const { language, birth, ...facts } = this.form.getRawValue();
    const { version, languages } = this.person.value();
    const known = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, value === '' ? null : value]));
    await this.api.invoke(peopleChange, {
      personId: this.personId(),
      body: { ...known, birth: toBirth(birth), languages: language ? [...new Set([language, ...languages])] : languages, version },
    });
    this.draft()?.drop();
    await this.router.navigate(['/people', this.personId()]);
  });
}
