import { booleanAttribute, Component, inject, input } from '@angular/core';
import { ControlContainer, FormControl, FormGroupDirective, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { Control, Field } from '@sampan/web-kit';
import { CURRENCIES, WAGE_PERIODS } from './words';

type Period = (typeof WAGE_PERIODS)[number];

/** The controls of a wage, to be spread into a form that shows `<sp-wage-fields>`. */
export const wageControls = (required = false) => ({
  wageAmount: new FormControl<number | null>(null, required ? [Validators.required, Validators.min(0)] : Validators.min(0)),
  wageCurrency: new FormControl('THB', { nonNullable: true }),
  wagePeriod: new FormControl<Period>('month', { nonNullable: true }),
  hoursPerWeek: new FormControl<number | null>(null, [Validators.min(1), Validators.max(168)]),
});

/** Amount, currency and period in one row, and the hours of a week: what brings any wage to a month. */
@Component({
  selector: 'sp-wage-fields',
  imports: [ReactiveFormsModule, TranslocoPipe, Control, Field],
  viewProviders: [{ provide: ControlContainer, useFactory: () => inject(FormGroupDirective, { skipSelf: true }) }],
  template: `
    <div class="sp-row row">
      <sp-field [label]="'placement.wage.amount' | transloco" [optional]="optional()"><input spControl formControlName="wageAmount" type="number" inputmode="decimal" min="0" step="any" /></sp-field>
      <sp-field [label]="'placement.wage.currency' | transloco">
        <select spControl formControlName="wageCurrency">@for (code of currencies; track code) { <option [value]="code">{{ code }}</option> }</select>
      </sp-field>
      <sp-field [label]="'placement.wage.periodLabel' | transloco">
        <select spControl formControlName="wagePeriod">@for (period of periods; track period) { <option [value]="period">{{ 'placement.wage.period.' + period | transloco }}</option> }</select>
      </sp-field>
      <sp-field [label]="'placement.wage.hours' | transloco" optional><input spControl formControlName="hoursPerWeek" type="number" inputmode="numeric" min="1" max="168" /></sp-field>
    </div>
  `,
  styles: `.row { align-items: end; } sp-field { flex: 1 1 8rem; }`,
})
export class WageFields {
  readonly optional = input(false, { transform: booleanAttribute });
  protected readonly currencies = CURRENCIES;
  protected readonly periods = WAGE_PERIODS;
}
