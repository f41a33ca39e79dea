import { Component, inject, input, type OnInit, output } from '@angular/core';
import { FormArray, FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, placementsChangePapers, type PlacementDetailDto, type RecruitmentCostDto } from '@sampan/web-client';
import { action, Checkbox, Control, Field, Radios, SpForm } from '@sampan/web-kit';
import { choicesOf } from '../choices';
import { LanguagePipe } from '../name-pipes';
import { CONTRACT_LANGUAGES, COST_HEADS, COST_PAYERS, CURRENCIES, PASSPORT_HOLDERS } from '../words';

const lineOf = () => new FormGroup({ amount: new FormControl<number | null>(null, Validators.min(0)), paidBy: new FormControl<RecruitmentCostDto['paidBy']>('nobody', { nonNullable: true }) });

/** Language of the contract, holder of the passport, and every head of cost: zero is an answer, a blank is not. */
@Component({
  selector: 'sp-papers-form',
  imports: [ReactiveFormsModule, TranslocoPipe, Checkbox, Control, Field, LanguagePipe, Radios, SpForm],
  templateUrl: './papers-form.html',
  styles: `fieldset { border: 0; padding: 0; margin: 0; } legend { padding: 0; } .line { display: grid; grid-template-columns: 1fr 1fr; align-items: end; gap: var(--sp-3); }`,
})
export class PapersForm implements OnInit {
  readonly placement = input.required<PlacementDetailDto>();
  readonly saved = output<PlacementDetailDto>();
  readonly closed = output();
  private readonly api = inject(Api);
  protected readonly languages = CONTRACT_LANGUAGES;
  protected readonly currencies = CURRENCIES;
  protected readonly heads = COST_HEADS;
  protected readonly payers = COST_PAYERS;
  protected readonly holders = choicesOf(PASSPORT_HOLDERS, 'placement.papers.holder.');

  protected readonly form = new FormGroup({
    contractLanguage: new FormControl('', { nonNullable: true }),
    contractUnderstood: new FormControl(false, { nonNullable: true }),
    passportHolder: new FormControl<PlacementDetailDto['passportHolder']>(null),
    costCurrency: new FormControl('THB', { nonNullable: true }),
    costs: new FormArray(COST_HEADS.map(lineOf)),
  });

  protected readonly save = action(async () => {
    const { costs, contractLanguage, ...rest } = this.form.getRawValue();
    const answered = costs.flatMap(({ amount, paidBy }, at) => (amount === null ? [] : [{ head: COST_HEADS[at]!, amount, paidBy }]));
    const { id: placementId, version } = this.placement();
    this.saved.emit(await this.api.invoke(placementsChangePapers, { placementId, body: { ...rest, contractLanguage: contractLanguage || null, costs: answered, version } }));
  });

  ngOnInit(): void {
    const { contractLanguage, contractUnderstood, passportHolder, costCurrency, costs } = this.placement();
    this.form.patchValue({
      contractLanguage: contractLanguage ?? '',
      contractUnderstood,
      passportHolder,
      ...(costCurrency ? { costCurrency } : {}),
      costs: COST_HEADS.map((head) => costs.find((cost) => cost.head === head) ?? {}),
    });
  }

  protected allNothing(): void {
    this.form.controls.costs.controls.filter(({ value }) => value.amount === null).forEach((line) => line.patchValue({ amount: 0, paidBy: 'nobody' }));
  }
}
