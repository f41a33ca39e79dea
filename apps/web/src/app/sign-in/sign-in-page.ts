import { Component, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { PageHeader } from '@sampan/web-kit';
import { SignInForm } from './sign-in-form';

@Component({
  selector: 'sp-sign-in-page',
  imports: [TranslocoPipe, PageHeader, SignInForm],
  template: `
    <div class="narrow">
      <sp-page-header [heading]="'shell.signIn.heading' | transloco"><p class="sp-soft">{{ 'shell.signIn.intro' | transloco }}</p></sp-page-header>
      <div class="sp-card"><sp-sign-in-form (done)="go($event)" /></div>
      <p class="sp-soft sp-small help">{{ 'shell.signIn.help' | transloco }}</p>
    </div>
  `,
  styles: `
    .narrow { max-inline-size: 30rem; margin-inline: auto; }
    .help { margin-block-start: var(--sp-4); }
  `,
})
export class SignInPage {
  /** Where the visitor wanted to go; only ever a path of our own. */
  readonly back = input<string>();
  private readonly router = inject(Router);

  protected async go(another: boolean): Promise<void> {
    const back = this.back();
    const target = !another && back?.startsWith('/') && !back.startsWith('//') ? back : '/';
    await this.router.navigateByUrl(target);
  }
}
