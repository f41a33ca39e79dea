import { Component, inject, input, type OnInit, output } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, vacanciesScreen, type VacancyDetailDto } from '@sampan/web-client';
import { action, Radios, SpForm } from '@sampan/web-kit';
import { choicesOf } from '../choices';
import { OFFER_ANSWERS, OFFER_ITEMS } from '../words';

type Answer = (typeof OFFER_ANSWERS)[number];

/** Every warning sign as a question; a blank is no answer. How the pay compares is reckoned, not asked. */
@Component({
  selector: 'sp-offer-screen',
  imports: [ReactiveFormsModule, TranslocoPipe, Radios, SpForm],
  template: `
    <form [formGroup]="form" spForm [problem]="save.problem()" (send)="save.run()">
      <p class="sp-soft">{{ 'placement.screen.intro' | transloco }}</p>
      @for (item of items; track item) {
        <sp-radios [label]="'placement.screen.item.' + item | transloco" [choices]="answers()" [formControlName]="item" />
      }
      <div class="sp-actions">
        <button class="sp-button" [attr.aria-busy]="save.busy()">{{ 'placement.screen.send' | transloco }}</button>
        <button type="button" class="sp-button sp-button--quiet" (click)="closed.emit()">{{ 'placement.cancel' | transloco }}</button>
      </div>
    </form>
  `,
})
export class OfferScreen implements OnInit {
  readonly vacancy = input.required<VacancyDetailDto>();
  readonly screened = output<VacancyDetailDto>();
  readonly closed = output();
  private readonly api = inject(Api);
  protected readonly items = OFFER_ITEMS;
  protected readonly answers = choicesOf(OFFER_ANSWERS, 'placement.screen.answer.');
  protected readonly form = new FormGroup(Object.fromEntries(OFFER_ITEMS.map((item) => [item, new FormControl<Answer | null>(null, Validators.required)])));

  protected readonly save = action(async () => {
    const { id, version } = this.vacancy();
    const answers = this.form.getRawValue() as Record<string, Answer>;
    this.screened.emit(await this.api.invoke(vacanciesScreen, { vacancyId: id, body: { answers, version } }));
  });

  ngOnInit(): void {
    this.form.patchValue(this.vacancy().screenAnswers ?? {});
  }
}
