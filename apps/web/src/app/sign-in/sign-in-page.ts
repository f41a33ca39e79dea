import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Notice, PageHeader } from '@sampan/web-kit';
import { SignInForm } from './sign-in-form';

const PROVIDER_PROBLEMS = ['PROVIDER_FAILED', 'PROVIDER_UNREACHABLE', 'PROVIDER_NO_ACCOUNT'] as const;

@Component({
  selector: 'sp-sign-in-page',
  imports: [TranslocoPipe, Notice, PageHeader, SignInForm],
  template: `
    <div class="narrow">
      <sp-page-header [heading]="'shell.signIn.heading' | transloco"><p class="sp-soft">{{ 'shell.signIn.intro' | transloco }}</p></sp-page-header>
      @if (told(); as problem) {
        <sp-notice tone="bad"><p>{{ 'session.problem.' + problem | transloco }}</p></sp-notice>
      }
      <div class="sp-card sp-stack">
        <sp-sign-in-form [startAt]="step() === 'code' ? 'code' : 'password'" (done)="go($event)" />
        @if (provider(); as label) {
          <a class="sp-button sp-button--secondary provider" [href]="providerAddress()">{{ 'shell.signIn.provider' | transloco: { label } }}</a>
        }
      </div>
      <p class="sp-soft sp-small help">{{ 'shell.signIn.help' | transloco }}</p>
    </div>
  `,
  styles: `
    .narrow { max-inline-size: 30rem; margin-inline: auto; }
    .provider { justify-content: center; text-align: center; }
    sp-notice { margin-block-end: var(--sp-4); }
    .help { margin-block-start: var(--sp-4); }
  `,
})
export class SignInPage {
  /** After coming back from the identity provider: what is left to do, or why it did not succeed. */
  readonly step = input<string>();
  readonly problem = input<string>();
  /** Where the visitor wanted to go; only ever a path of our own. */
  readonly back = input<string>();
  private readonly router = inject(Router);
  private readonly asked = httpResource<{ readonly label: string | null }>(() => '/api/v1/auth/provider');
  protected readonly provider = computed(() => (this.asked.hasValue() ? this.asked.value().label : null));
  protected readonly providerAddress = computed(() => `/api/v1/auth/provider/start?back=${encodeURIComponent(this.back() ?? '/')}`);
  /** The address is anybody's to write: only what we know is said. */
  protected readonly told = computed(() => PROVIDER_PROBLEMS.find((code) => code === this.problem()));

  private readonly setUp = httpResource<{ readonly open: boolean }>(() => '/api/v1/set-up');

  constructor() {
    // Nobody can sign in to a node that nobody has set up.
    effect(() => {
      if (this.setUp.hasValue() && this.setUp.value().open) {
        void this.router.navigateByUrl('/public/set-up', { replaceUrl: true });
      }
    });
  }

  protected async go(another: boolean): Promise<void> {
    const back = this.back();
    const target = !another && back?.startsWith('/') && !back.startsWith('//') ? back : '/';
    await this.router.navigateByUrl(target);
  }
}
