import { Component, computed, inject, input, type OnInit, output } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, assessmentsRecord, type RecordAssessmentDto } from '@sampan/web-client';
import { action, Control, DateField, Field, type KnownDay, Radios, SpForm, todayHere } from '@sampan/web-kit';
import { Draft } from '@sampan/web-session';
import { mintedId } from '../minted-id';
import { DIMENSIONS, OCCASIONS, SCORES } from '../words';

const LONGEST_REASON = 1000;
const SCORE_THAT_NEEDS_AN_ANSWER = 2;
type Dimension = (typeof DIMENSIONS)[number];

const perDimension = <C>(make: () => C): Record<Dimension, C> =>
  Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, make()])) as Record<Dimension, C>;

/** The ten questions, each 1 to 4; a low score may say why it gets no goal. */
@Component({
  selector: 'sp-record-assessment',
  imports: [ReactiveFormsModule, TranslocoPipe, Control, DateField, Draft, Field, Radios, SpForm],
  templateUrl: './record-assessment.html',
})
export class RecordAssessment implements OnInit {
  readonly caseId = input.required<string>();
  readonly first = input.required<boolean>();
  readonly recorded = output();
  readonly closed = output();

  private readonly api = inject(Api);
  private readonly transloco = inject(TranslocoService);
  protected readonly dimensions = DIMENSIONS;
  protected readonly occasions = OCCASIONS;
  protected readonly low = SCORE_THAT_NEEDS_AN_ANSWER;
  protected readonly scores = computed(() =>
    SCORES.map((value) => ({ value, label: `${value} · ${this.transloco.translate(`casework.score.${value}`)}` })),
  );
  protected readonly form = new FormGroup({
    id: new FormControl(mintedId(), { nonNullable: true }),
    occasion: new FormControl<RecordAssessmentDto['occasion']>('review', { nonNullable: true }),
    observedOn: new FormControl<KnownDay | null>({ precision: 'day', date: todayHere() }, Validators.required),
    scores: new FormGroup(perDimension(() => new FormControl<number | null>(null, Validators.required))),
    reasons: new FormGroup(perDimension(() => new FormControl('', { nonNullable: true, validators: Validators.maxLength(LONGEST_REASON) }))),
  });

  ngOnInit(): void {
    if (this.first()) {
      this.form.controls.occasion.setValue('intake');
    }
  }

  protected readonly save = action(async (draft: Draft) => {
    const { id, occasion, observedOn, scores, reasons } = this.form.getRawValue();
    if (observedOn) {
      const said = Object.fromEntries(Object.entries(reasons).filter(([, reason]) => reason.trim() !== ''));
      const body: RecordAssessmentDto = { id, occasion, observedOn: observedOn.date, scores: scores as Record<string, number>, reasons: said };
      await this.api.invoke(assessmentsRecord, { caseId: this.caseId(), body });
      draft.drop();
      this.recorded.emit();
    }
  });
}
