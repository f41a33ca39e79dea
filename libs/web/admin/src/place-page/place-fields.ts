import { Component, computed, inject, input, resource } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, organisationsList, rolesList, type NewAccountDto } from '@sampan/web-client';
import { Checkboxes, Control, Field, Radios } from '@sampan/web-kit';
import { map, startWith, switchMap } from 'rxjs';
import { choicesOf, REACHES, ROLE_CODES } from '../words/choices';
import { Places } from '../words/places';

type Role = (typeof ROLE_CODES)[number];
type Reach = (typeof REACHES)[number];

export const placeGroup = () =>
  new FormGroup({
    roles: new FormControl<readonly Role[]>([], { nonNullable: true, validators: Validators.required }),
    reach: new FormControl<Reach | null>(null, Validators.required),
    centreId: new FormControl('', { nonNullable: true }),
    organisationId: new FormControl('', { nonNullable: true }),
    country: new FormControl('', { nonNullable: true }),
  });
export type PlaceGroup = ReturnType<typeof placeGroup>;

/** Only the place that the reach is about is sent. */
export const placeOf = (group: PlaceGroup): Pick<NewAccountDto, 'roles' | 'reach' | 'centreId' | 'organisationId' | 'country'> => {
  const { roles, reach, centreId, organisationId, country } = group.getRawValue();
  const atCentre = reach === 'centre' || reach === 'caseload';
  return {
    roles: [...roles], reach: reach ?? 'centre', centreId: (atCentre && centreId) || null, organisationId: (reach === 'organisation' && organisationId) || null, country: (reach === 'country' && country) || null,
  };
};

/** What somebody does and for which place: roles first, then how far these roles may see, then where. */
@Component({
  selector: 'sp-place-fields',
  imports: [ReactiveFormsModule, TranslocoPipe, Checkboxes, Control, Field, Radios],
  template: `
    <ng-container [formGroup]="group()">
      <sp-checkboxes [label]="'admin.users.roles' | transloco" [hint]="'admin.account.rolesHint' | transloco" [choices]="roles()" formControlName="roles" />
      <sp-radios [label]="'admin.account.reach' | transloco" [choices]="reaches()" formControlName="reach" />
      @if (reach() === 'centre' || reach() === 'caseload') {
        <sp-field [label]="'admin.users.centre' | transloco">
          <select spControl formControlName="centreId">
            <option value="">{{ 'admin.choose' | transloco }}</option>
            @for (one of places.centres(); track one.id) { <option [value]="one.id">{{ one.name }}</option> }
          </select>
        </sp-field>
      }
      @if (reach() === 'organisation') {
        <sp-field [label]="'admin.organisation.one' | transloco">
          <select spControl formControlName="organisationId">
            <option value="">{{ 'admin.choose' | transloco }}</option>
            @for (one of organisations(); track one.id) { <option [value]="one.id">{{ one.name }}</option> }
          </select>
        </sp-field>
      }
      @if (reach() === 'country') {
        <sp-field [label]="'admin.country' | transloco">
          <select spControl formControlName="country">
            <option value="">{{ 'admin.choose' | transloco }}</option>
            @for (one of places.countries(); track one.code) { <option [value]="one.code">{{ one.name }}</option> }
          </select>
        </sp-field>
      }
    </ng-container>
  `,
  host: { class: 'sp-stack' },
})
export class PlaceFields {
  readonly group = input.required<PlaceGroup>();
  private readonly api = inject(Api);
  protected readonly places = inject(Places);
  protected readonly roles = choicesOf(ROLE_CODES, 'admin.role.');
  private readonly allReaches = choicesOf(REACHES, 'admin.reach.');
  private readonly known = resource({ loader: () => this.api.invoke(rolesList) });
  private readonly found = resource({ loader: async () => (await this.api.invoke(organisationsList, { limit: 100 })).items });
  protected readonly organisations = computed(() => (this.found.hasValue() ? this.found.value() : []));
  private readonly value = toSignal(toObservable(this.group).pipe(switchMap((group) => group.valueChanges.pipe(startWith(null), map(() => group.getRawValue())))));
  protected readonly reach = computed(() => this.value()?.reach);
  /** What every chosen role allows; all, while none is chosen. */
  protected readonly reaches = computed(() => {
    const chosen = this.value()?.roles ?? [];
    const rules = this.known.hasValue() ? this.known.value().filter(({ code }) => chosen.includes(code)) : [];
    return this.allReaches().filter(({ value }) => rules.every((role) => role.reaches.includes(value)));
  });
}
