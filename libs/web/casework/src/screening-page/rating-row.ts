import { Component, input } from '@angular/core';
import { type FormControl, ReactiveFormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { InstrumentItemDto, ScaleStepDto } from '@sampan/web-client';
import { nextId } from '@sampan/web-kit';
import { SpokenPipe } from '../flag-panel/spoken';

/** One item of an instrument: its words, the steps of the scale side by side, and what the rating rests on. Nothing is chosen beforehand. */
@Component({
  selector: 'sp-rating-row',
  imports: [ReactiveFormsModule, TranslocoPipe, SpokenPipe],
  templateUrl: './rating-row.html',
  styleUrl: './rating-row.scss',
})
export class RatingRow {
  readonly item = input.required<InstrumentItemDto>();
  readonly scale = input.required<readonly ScaleStepDto[]>();
  readonly rating = input.required<FormControl<string | null>>();
  readonly evidence = input.required<FormControl<string>>();
  protected readonly id = nextId();
}
