import { Component, inject, input } from '@angular/core';
import { ControlContainer, FormGroupDirective, ReactiveFormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { Checkboxes, Control, Field, Radios } from '@sampan/web-kit';
import { choicesOf, yesOrNo } from '../choices';
import { WageFields } from '../wage-fields';
import { EMPLOYMENTS, INDICATORS } from '../words';

/** The questions about work; those about wage, hours and rights only when it is safe to ask them. */
@Component({
  selector: 'sp-observation-fields',
  imports: [ReactiveFormsModule, TranslocoPipe, Checkboxes, Control, Field, Radios, WageFields],
  viewProviders: [{ provide: ControlContainer, useFactory: () => inject(FormGroupDirective, { skipSelf: true }) }],
  template: `
    <sp-field [label]="'placement.observation.employmentLabel' | transloco">
      <select spControl formControlName="employment">
        <option value="">{{ 'placement.choose' | transloco }}</option>
        @for (one of employments; track one) { <option [value]="one">{{ 'placement.observation.employment.' + one | transloco }}</option> }
      </select>
    </sp-field>
    <sp-radios [label]="'placement.observation.sameLabel' | transloco" [choices]="yesNo()" formControlName="sameEmployer" optional />
    @if (rights()) {
      <sp-wage-fields optional />
      <sp-checkboxes [label]="'placement.observation.indicatorsLabel' | transloco" [hint]="'placement.observation.indicatorsHint' | transloco" [choices]="indicators()" formControlName="indicators" optional />
      <sp-field [label]="'placement.observation.words' | transloco" [hint]="'placement.observation.wordsHint' | transloco" optional>
        <textarea spControl formControlName="words" rows="4" dir="auto"></textarea>
      </sp-field>
    }
  `,
  styles: `:host { display: contents; }`,
})
export class ObservationFields {
  readonly rights = input.required<boolean>();
  protected readonly employments = EMPLOYMENTS;
  protected readonly yesNo = yesOrNo();
  protected readonly indicators = choicesOf(INDICATORS, 'placement.indicator.');
}
