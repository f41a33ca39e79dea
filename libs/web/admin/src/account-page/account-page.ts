import { Component, inject, input, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { accountsOne, accountsReactivate, Api, devicesEndAllOf, oneTimeLinksMake, secondFactorReset, type OneTimeLinkDto } from '@sampan/web-client';
import { action, Asking, Fact, languageOfScript, MomentPipe, Notice, PageHeader, ProblemNotice, Status, Summary, Waiting } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';
import { Places } from '../words/places';
import { RolesPipe } from '../words/roles.pipe';

/** One account: what it may do, whether its owner can sign in, and what helps when they cannot. */
@Component({
  selector: 'sp-account-page',
  imports: [RouterLink, TranslocoPipe, Fact, MomentPipe, Notice, PageHeader, ProblemNotice, RolesPipe, Status, Summary, Waiting],
  templateUrl: './account-page.html',
  styles: `.address { overflow-wrap: anywhere; user-select: all; }`,
})
export class AccountPage {
  readonly userId = input.required<string>();
  private readonly api = inject(Api);
  private readonly asking = inject(Asking);
  private readonly transloco = inject(TranslocoService);
  protected readonly session = inject(Session);
  protected readonly places = inject(Places);
  protected readonly languageOf = languageOfScript;
  protected readonly account = resource({ params: () => ({ userId: this.userId() }), loader: ({ params }) => this.api.invoke(accountsOne, params) });
  protected readonly link = signal<OneTimeLinkDto | null>(null);
  protected readonly told = signal<'reset' | 'ended' | null>(null);

  protected readonly makeLink = action(async () => {
    this.told.set(null);
    this.link.set(await this.api.invoke(oneTimeLinksMake, { userId: this.userId() }));
  });

  protected readonly reset = action(async () => {
    if (await this.sure('reset')) {
      await this.api.invoke(secondFactorReset, { userId: this.userId() });
      this.tell('reset');
    }
  });

  protected readonly end = action(async () => {
    if (await this.sure('end')) {
      await this.api.invoke(devicesEndAllOf, { userId: this.userId() });
      this.tell('ended');
    }
  });

  protected readonly reactivate = action(async (version: number) => {
    await this.api.invoke(accountsReactivate, { userId: this.userId(), body: { version } });
    this.account.reload();
  });

  private tell(what: 'reset' | 'ended'): void {
    this.link.set(null);
    this.told.set(what);
    this.account.reload();
  }

  private sure(what: 'reset' | 'end'): Promise<boolean> {
    const [heading, text] = [this.transloco.translate(`admin.account.${what}`), this.transloco.translate(`admin.account.${what}Sure`)];
    return this.asking.confirm({ heading, text, confirm: heading, danger: true });
  }
}
