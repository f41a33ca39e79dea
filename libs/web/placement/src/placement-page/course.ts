import { Component, computed, inject, input, output, viewChild } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, placementsCheckContract, placementsConfirm, placementsEnd, placementsNeverStarted, placementsStart, type EndPlacementDto, type PlacementDetailDto } from '@sampan/web-client';
import { action, Asking, Control, DateField, Dialog, Field, type KnownDay, ProblemNotice, SpForm, todayHere } from '@sampan/web-kit';
import { GatesShut } from '../gates-shut';
import { END_REASONS } from '../words';

/** The next step of a placement: checked, started, confirmed, ended, or never begun. */
@Component({
  selector: 'sp-course',
  imports: [ReactiveFormsModule, TranslocoPipe, Control, DateField, Dialog, Field, GatesShut, ProblemNotice, SpForm],
  templateUrl: './course.html',
  styles: `:host:not(:has(> section)) { display: contents; }`,
})
export class Course {
  readonly placement = input.required<PlacementDetailDto>();
  readonly changed = output<PlacementDetailDto>();
  private readonly api = inject(Api);
  private readonly asking = inject(Asking);
  private readonly transloco = inject(TranslocoService);
  private readonly startDialog = viewChild<Dialog>('startDialog');
  private readonly endDialog = viewChild<Dialog>('endDialog');
  protected readonly reasons = END_REASONS;
  private readonly state = computed(() => this.placement().state);
  protected readonly may = computed(() => ({
    check: this.state() === 'offered',
    start: this.state() === 'contract-checked',
    confirm: this.state() === 'started',
    end: this.state() === 'started' || this.state() === 'active',
    never: ['offered', 'contract-checked', 'started'].includes(this.state()),
  }));
  protected readonly any = computed(() => Object.values(this.may()).some(Boolean));

  protected readonly starting = new FormGroup({ startedOn: new FormControl<KnownDay | null>({ date: todayHere(), precision: 'day' }, Validators.required) });
  protected readonly ending = new FormGroup({
    endedOn: new FormControl<KnownDay | null>(null, Validators.required),
    reason: new FormControl<EndPlacementDto['reason'] | ''>('', { nonNullable: true, validators: Validators.required }),
  });

  protected readonly check = action(async () => this.changed.emit(await this.api.invoke(placementsCheckContract, this.params())));
  protected readonly confirm = action(async () => this.changed.emit(await this.api.invoke(placementsConfirm, this.params())));

  protected readonly start = action(async () => {
    const { startedOn } = this.starting.getRawValue();
    if (startedOn) {
      const placement = await this.api.invoke(placementsStart, { ...this.params(), body: { startedOn: startedOn.date } });
      this.startDialog()?.close();
      this.changed.emit(placement);
    }
  });

  protected readonly end = action(async () => {
    const { endedOn, reason } = this.ending.getRawValue();
    if (endedOn && reason) {
      const placement = await this.api.invoke(placementsEnd, { ...this.params(), body: { endedOn: endedOn.date, reason } });
      this.endDialog()?.close();
      this.changed.emit(placement);
    }
  });

  protected readonly never = action(async () => {
    const words = (key: string): string => this.transloco.translate(key);
    if (await this.asking.confirm({ heading: words('placement.placement.never'), text: words('placement.placement.neverText'), confirm: words('placement.placement.never'), danger: true })) {
      this.changed.emit(await this.api.invoke(placementsNeverStarted, this.params()));
    }
  });

  private params(): { placementId: string } {
    return { placementId: this.placement().id };
  }
}
