import { Component, computed, inject, resource, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormArray, FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, type ImportedAreaDto, type SampleDto, setUpCheckAreas, type SetUpDto, setUpOffers, setUpRun } from '@sampan/web-client';
import { action, Checkboxes, Control, Field, FileField, Notice, PageHeader, ProblemNotice, SpForm, Steps, Waiting } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';

const STEPS = ['operator', 'centres', 'start', 'administrator'] as const;
const LANGUAGES = ['en', 'km', 'th', 'zh', 'id', 'lo', 'vi', 'my'] as const;
/** In bytes; the server reads at most 900,000 letters. */
const LARGEST_FILE = 900_000;
type Language = (typeof LANGUAGES)[number];

const text = (most: number, least = 1) => new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.minLength(least), Validators.maxLength(most)] });
const centreGroup = () => new FormGroup({ name: text(200, 2), country: text(2), languages: new FormControl<readonly Language[]>([], { nonNullable: true, validators: Validators.required }) });

/** The first visit to a new node, one thing per page: operator, centres, what to begin with, the first administrator. Once. */
@Component({
  selector: 'sp-set-up-page',
  imports: [ReactiveFormsModule, RouterLink, TranslocoPipe, Checkboxes, Control, Field, FileField, Notice, PageHeader, ProblemNotice, SpForm, Steps, Waiting],
  templateUrl: './set-up-page.html',
  styles: `:host { display: block; max-inline-size: 44rem; margin-inline: auto; }`,
})
export class SetUpPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly transloco = inject(TranslocoService);
  protected readonly offers = resource({ loader: () => this.api.invoke(setUpOffers) });
  protected readonly at = signal(0);
  protected readonly checked = signal<readonly ImportedAreaDto[] | null>(null);
  protected readonly forms = {
    operator: new FormGroup({ code: text(40), name: text(200, 2), country: text(2) }),
    centres: new FormGroup({ list: new FormArray([centreGroup()]) }),
    start: new FormGroup({ programmes: new FormControl<readonly string[]>([], { nonNullable: true }), areas: new FormControl<File | null>(null) }),
    administrator: new FormGroup({
      displayName: text(120, 2),
      email: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.email, Validators.maxLength(254)] }),
      password: text(200, 12),
    }),
  };
  protected readonly steps = computed(() => {
    const language = this.transloco.activeLang();
    return STEPS.map((step) => this.transloco.translate(`public.setUp.step.${step}`, {}, language));
  });
  protected readonly languages = computed(() => {
    const language = this.transloco.activeLang();
    return LANGUAGES.map((value) => ({ value, label: this.transloco.translate(`public.language.${value}`, {}, language) }));
  });
  protected readonly countries = computed(() => this.named(this.offers.hasValue() ? this.offers.value().countries : []));
  protected readonly programmes = computed(() => {
    const language = this.transloco.activeLang() as keyof SampleDto['names'];
    return (this.offers.hasValue() ? this.offers.value().programmes : []).map(({ code, names, hours, field, occupations }) => ({
      value: code,
      label: names[language],
      hint: this.transloco.translate('public.setUp.sample', { hours, about: [...new Set([field, ...occupations].map((one) => one.names[language]))].join(' · ') }, language),
    }));
  });
  protected readonly rejected = computed(() => (this.checked() ?? []).filter(({ outcome }) => outcome === 'rejected'));
  protected readonly accepted = computed(() => (this.checked()?.length ?? 0) - this.rejected().length);

  private readonly start = toSignal(this.forms.start.valueChanges, { initialValue: this.forms.start.value });
  /** A request of the set-up carries the file as text; a signed-in administrator may bring a larger one. */
  protected readonly tooLarge = computed(() => (this.start().areas?.size ?? 0) > LARGEST_FILE);

  protected readonly checkAreas = action(async () => {
    const areas = await this.areas();
    if (areas) {
      this.checked.set(await this.api.invoke(setUpCheckAreas, { body: { code: this.forms.operator.getRawValue().code, areas } }));
    }
  });

  protected readonly run = action(async () => {
    const { code, ...operator } = this.forms.operator.getRawValue();
    const zones = new Map((this.offers.hasValue() ? this.offers.value().countries : []).map((country) => [country.code, country.timeZone]));
    const centres = this.forms.centres.getRawValue().list.map(({ name, country, languages }) => ({ name, country, languages: [...languages], timeZone: zones.get(country) ?? 'Asia/Bangkok' }));
    const { displayName, email, password } = this.forms.administrator.getRawValue();
    const locale = this.transloco.activeLang() as SetUpDto['administrator']['locale'];
    const programmes = [...this.forms.start.getRawValue().programmes];
    await this.api.invoke(setUpRun, { body: { code, operator, centres, programmes, areas: await this.areas(), administrator: { displayName, email: email.trim(), password, locale } } });
    await this.session.signIn(email.trim(), password);
    await this.router.navigateByUrl('/');
  });

  protected next(): void {
    const [first] = this.forms.centres.controls.list.controls;
    const { country } = this.forms.operator.getRawValue();
    if (first && !first.controls.country.value) {
      first.controls.country.setValue(country);
    }
    this.at.update((step) => step + 1);
  }

  protected addCentre(): void {
    this.forms.centres.controls.list.push(centreGroup());
  }

  protected removeCentre(place: number): void {
    this.forms.centres.controls.list.removeAt(place);
  }

  private async areas(): Promise<SetUpDto['areas']> {
    const file = this.forms.start.getRawValue().areas;
    return file && !this.tooLarge() ? { country: this.forms.operator.getRawValue().country, csv: await file.text() } : null;
  }

  private named(rows: readonly { readonly code: string; readonly names: object }[]): { value: string; label: string }[] {
    const language = this.transloco.activeLang();
    return rows.map(({ code, names }) => ({ value: code, label: (names as Record<string, string>)[language] ?? (names as Record<string, string>)['en'] ?? code }));
  }
}
