import { Component, inject, input, resource } from '@angular/core';
import { ReactiveFormsModule, Validators } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { accountsOne, Api, leaversLeave, leaversWork } from '@sampan/web-client';
import { action, PageHeader, SpForm, UserText, Waiting } from '@sampan/web-kit';
import { successorGroup, Successors, successorsOf } from '../place-page/successors';

/** Somebody leaves: what is in their hands is shown, and goes to others in the same step as the account is closed. */
@Component({
  selector: 'sp-leave-page',
  imports: [ReactiveFormsModule, RouterLink, TranslocoPipe, PageHeader, SpForm, Successors, UserText, Waiting],
  templateUrl: './leave-page.html',
})
export class LeavePage {
  readonly userId = input.required<string>();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly account = resource({ params: () => ({ userId: this.userId() }), loader: ({ params }) => this.api.invoke(accountsOne, params) });
  protected readonly form = successorGroup();
  protected readonly work = resource({
    params: () => ({ userId: this.userId() }),
    loader: async ({ params }) => {
      const work = await this.api.invoke(leaversWork, params);
      for (const { part } of work.parts) {
        this.form.controls[part].addValidators(Validators.required);
        this.form.controls[part].updateValueAndValidity();
      }
      return work;
    },
  });

  protected readonly leave = action(async (version: number) => {
    await this.api.invoke(leaversLeave, { userId: this.userId(), body: { successors: successorsOf(this.form), version } });
    await this.router.navigate(['/admin/users', this.userId()]);
  });
}
