import { Component, computed, effect, inject, input, resource } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, centresAdd, centresChange, centresOne, type ChangeCentreDto, countriesProvinces, organisationsList } from '@sampan/web-client';
import { action, Checkbox, Checkboxes, Control, Field, PageHeader, SpForm, Waiting } from '@sampan/web-kit';
import { CENTRE_LANGUAGES, choicesOf, LOCALES, TIME_ZONES } from '../words/choices';
import { mintedId } from '../words/minted-id';
import { Places } from '../words/places';

type Language = (typeof CENTRE_LANGUAGES)[number];

/** Adds a centre, changes one, closes it. The country is fixed once it is there: laws, consents and statistics hang on it. */
@Component({
  selector: 'sp-centre-form-page',
  imports: [ReactiveFormsModule, RouterLink, TranslocoPipe, Checkbox, Checkboxes, Control, Field, PageHeader, SpForm, Waiting],
  templateUrl: './centre-form-page.html',
})
export class CentreFormPage {
  readonly centreId = input<string>();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly transloco = inject(TranslocoService);
  private readonly id = mintedId();
  protected readonly places = inject(Places);
  protected readonly languages = choicesOf(CENTRE_LANGUAGES, 'admin.language.');
  protected readonly locales = LOCALES;
  protected readonly zones = TIME_ZONES;
  protected readonly known = resource({ params: () => this.centreId(), loader: ({ params: centreId }) => this.api.invoke(centresOne, { centreId }) });
  private readonly found = resource({ loader: async () => (await this.api.invoke(organisationsList, { limit: 100 })).items });
  protected readonly organisations = computed(() => (this.found.hasValue() ? this.found.value() : []));
  private readonly text = (most: number) => new FormControl('', { nonNullable: true, validators: Validators.maxLength(most) });
  protected readonly form = new FormGroup({
    organisationId: new FormControl('', { nonNullable: true, validators: Validators.required }),
    name: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.minLength(2), Validators.maxLength(200)] }),
    names: new FormGroup({ en: this.text(200), km: this.text(200), th: this.text(200), zh: this.text(200), id: this.text(200) }),
    country: new FormControl('', { nonNullable: true, validators: Validators.required }),
    timeZone: new FormControl('', { nonNullable: true, validators: Validators.required }),
    adminAreaCode: new FormControl('', { nonNullable: true }),
    address: this.text(500),
    languages: new FormControl<readonly Language[]>([], { nonNullable: true, validators: Validators.required }),
    closed: new FormControl(false, { nonNullable: true }),
  });
  private readonly country = toSignal(this.form.controls.country.valueChanges, { initialValue: '' });
  private readonly areas = resource({ params: () => this.country() || undefined, loader: ({ params: country }) => this.api.invoke(countriesProvinces, { country }) });
  protected readonly provinces = computed(() => {
    const language = this.transloco.activeLang();
    return (this.areas.hasValue() ? this.areas.value() : []).map(({ code, names }) => ({ code, name: names[language] ?? names['en'] ?? code }));
  });

  protected readonly save = action(async () => {
    const { organisationId, country, closed, adminAreaCode, address, names, languages, ...rest } = this.form.getRawValue();
    const content: Omit<ChangeCentreDto, 'closed' | 'version'> = {
      ...rest, languages: [...languages], adminAreaCode: adminAreaCode || null, address: address.trim() || null,
      names: Object.fromEntries(Object.entries(names).filter(([, name]) => name.trim() !== '')),
    };
    const known = this.known.hasValue() ? this.known.value() : undefined;
    await (known
      ? this.api.invoke(centresChange, { centreId: known.id, body: { ...content, closed, version: known.version } })
      : this.api.invoke(centresAdd, { body: { ...content, id: this.id, organisationId, country } }));
    this.places.reload();
    await this.router.navigate(['/admin/centres']);
  });

  constructor() {
    effect(() => {
      if (this.known.hasValue()) {
        const { organisationId, name, names, country, timeZone, adminAreaCode, address, languages, closedOn } = this.known.value();
        this.form.patchValue({ organisationId, name, names, country, timeZone, adminAreaCode: adminAreaCode ?? '', address: address ?? '', languages: languages as Language[], closed: closedOn !== null });
        this.form.controls.country.disable({ emitEvent: false });
        this.form.controls.organisationId.disable({ emitEvent: false });
      }
    });
    // The zone of the country is right nearly always, and can be changed.
    effect(() => {
      const zone = this.places.countries().find(({ code }) => code === this.country())?.timeZone;
      if (zone && !this.centreId()) {
        this.form.controls.timeZone.setValue(zone);
      }
    });
  }
}
