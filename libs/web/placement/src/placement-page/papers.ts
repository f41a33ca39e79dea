import { Component, computed, inject, input, output, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, placementsKeepContract, placementsReadContract, type PlacementDetailDto } from '@sampan/web-client';
import { action, Fact, FileField, MoneyPipe, Opened, ProblemNotice, SpForm, Status, Summary } from '@sampan/web-kit';
import { LanguagePipe } from '../name-pipes';
import { COST_HEADS } from '../words';
import { PapersForm } from './papers-form';

const WITHHELD: readonly string[] = ['employer', 'agency', 'somebody-else'];

/** The paper of a placement: contract on file, who holds the passport, who paid what. */
@Component({
  selector: 'sp-papers',
  imports: [ReactiveFormsModule, TranslocoPipe, Fact, FileField, LanguagePipe, MoneyPipe, PapersForm, ProblemNotice, SpForm, Status, Summary, Opened],
  templateUrl: './papers.html',
  styles: `td.sp-number { white-space: nowrap; }`,
})
export class Papers {
  readonly placement = input.required<PlacementDetailDto>();
  readonly mayChange = input(false);
  readonly changed = output<PlacementDetailDto>();
  private readonly api = inject(Api);
  protected readonly editing = signal(false);
  protected readonly isWithheld = computed(() => WITHHELD.includes(this.placement().passportHolder ?? ''));
  protected readonly costs = computed(() => COST_HEADS.map((head) => ({ head, cost: this.placement().costs.find((one) => one.head === head) ?? null })));
  protected readonly form = new FormGroup({ file: new FormControl<File | null>(null, Validators.required) });

  protected readonly keep = action(async () => {
    const { file } = this.form.getRawValue();
    if (file) {
      this.changed.emit(await this.api.invoke(placementsKeepContract, { placementId: this.placement().id, body: { file } }));
      this.form.reset();
    }
  });

  protected readonly open = action(async () => {
    const content = await this.api.invoke(placementsReadContract, { placementId: this.placement().id });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(content);
    link.download = 'contract';
    link.click();
    URL.revokeObjectURL(link.href);
  });

  protected saved(placement: PlacementDetailDto): void {
    this.editing.set(false);
    this.changed.emit(placement);
  }
}
