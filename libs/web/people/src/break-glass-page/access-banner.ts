import { Component, computed, inject, input, resource } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, breakGlassEndMine, breakGlassMine } from '@sampan/web-client';
import { action, MomentPipe, Notice, ProblemNotice } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';

/** On the page of somebody who is seen by exceptional access: until when, and the end of it in one tap. Says nothing otherwise. */
@Component({
  selector: 'sp-access-banner',
  imports: [TranslocoPipe, MomentPipe, Notice, ProblemNotice],
  template: `
    @if (running(); as access) {
      <sp-notice tone="warn" [heading]="'people.breakGlass.banner' | transloco: { until: (access.until | spMoment) }">
        <p>{{ 'people.breakGlass.bannerText' | transloco }}</p>
        <p><button type="button" class="sp-button sp-button--secondary" [attr.aria-busy]="end.busy()" (click)="end.run(access.id)">{{ 'people.breakGlass.endNow' | transloco }}</button></p>
      </sp-notice>
      <sp-problem [of]="end.problem()" />
    }
  `,
  styles: `sp-notice { margin-block-end: var(--sp-4); }`,
})
export class AccessBanner {
  readonly personId = input.required<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly accesses = resource({
    params: () => (this.session.can('person.break-glass') ? { personId: this.personId() } : undefined),
    loader: () => this.api.invoke(breakGlassMine),
  });
  protected readonly running = computed(() =>
    this.accesses.hasValue() ? this.accesses.value().find(({ personId, state }) => personId === this.personId() && state === 'running') : undefined,
  );

  /** The file is closed with it: nobody is left standing on a page that they may not see. */
  protected readonly end = action(async (accessId: string) => {
    await this.api.invoke(breakGlassEndMine, { accessId });
    await this.router.navigateByUrl('/people/break-glass');
  });
}
