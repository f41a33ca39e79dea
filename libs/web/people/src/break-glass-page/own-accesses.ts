import { Component, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, breakGlassEndMine, breakGlassMine } from '@sampan/web-client';
import { action, MomentPipe, ProblemNotice, Status, UserText, Waiting } from '@sampan/web-kit';

/** What this worker has asked for; an access that is no longer needed is given back. */
@Component({
  selector: 'sp-own-accesses',
  imports: [RouterLink, TranslocoPipe, MomentPipe, ProblemNotice, Status, UserText, Waiting],
  template: `
    <section class="sp-card">
      <h2>{{ 'people.breakGlass.mine' | transloco }}</h2>
      <sp-problem [of]="end.problem()" />
      @if (accesses.hasValue()) {
        <ul class="sp-list">
          @for (access of accesses.value(); track access.id) {
            <li class="sp-row sp-row--apart">
              <span>
                @if (access.state === 'running') { <a [routerLink]="['/people', access.personId]">{{ access.reference }}</a> } @else { <strong>{{ access.reference }}</strong> }
                <span class="sp-hint">{{ 'people.breakGlass.why.' + access.reasonKind | transloco }} · <span [spUserText]="access.reason"></span></span>
                <span class="sp-hint">{{ 'people.breakGlass.period' | transloco: { from: (access.askedAt | spMoment), until: (access.until | spMoment) } }}</span>
              </span>
              <span class="sp-row">
                <sp-status [tone]="access.state === 'running' ? 'warn' : 'neutral'">{{ 'people.breakGlass.state.' + access.state | transloco }}</sp-status>
                @if (access.state === 'running') {
                  <button type="button" class="sp-button sp-button--secondary" [attr.aria-busy]="end.busy()" (click)="end.run(access.id)">
                    {{ 'people.breakGlass.end' | transloco }}<span class="sp-visually-hidden"> {{ access.reference }}</span>
                  </button>
                }
              </span>
            </li>
          } @empty {
            <li class="sp-soft">{{ 'people.breakGlass.mineNone' | transloco }}</li>
          }
        </ul>
      } @else {
        <sp-waiting [for]="accesses" [lines]="2" />
      }
    </section>
  `,
})
export class OwnAccesses {
  private readonly api = inject(Api);
  protected readonly accesses = resource({ loader: () => this.api.invoke(breakGlassMine) });
  protected readonly end = action(async (accessId: string) => {
    await this.api.invoke(breakGlassEndMine, { accessId });
    this.accesses.reload();
  });

  reload(): void {
    this.accesses.reload();
  }
}
