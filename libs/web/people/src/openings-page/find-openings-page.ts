import { Component, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, openingsFind } from '@sampan/web-client';
import { action, Control, Field, PageHeader, SpForm } from '@sampan/web-kit';

/** For whoever answers for data protection and sees no list of people: the person tells their reference. */
@Component({
  selector: 'sp-find-openings-page',
  imports: [ReactiveFormsModule, TranslocoPipe, Control, Field, PageHeader, SpForm],
  template: `
    <sp-page-header [heading]="'people.title.findOpenings' | transloco"><p class="sp-soft">{{ 'people.openings.findIntro' | transloco }}</p></sp-page-header>
    <form class="sp-card" [formGroup]="form" spForm [problem]="find.problem()" (send)="find.run()">
      <sp-field [label]="'people.breakGlass.reference' | transloco" [hint]="'people.breakGlass.referenceHint' | transloco">
        <input spControl formControlName="wholeReference" autocomplete="off" inputmode="numeric" />
      </sp-field>
      <div class="sp-actions"><button class="sp-button" [attr.aria-busy]="find.busy()">{{ 'people.openings.show' | transloco }}</button></div>
    </form>
  `,
})
export class FindOpeningsPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly form = new FormGroup({ wholeReference: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(30)] }) });

  protected readonly find = action(async () => {
    const { personId } = await this.api.invoke(openingsFind, { body: this.form.getRawValue() });
    await this.router.navigate(['/people', personId, 'openings']);
  });
}
