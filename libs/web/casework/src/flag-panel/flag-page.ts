import { Component, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, flagsGet, type FlagDto } from '@sampan/web-client';
import { DayPipe, languageOfScript, PageHeader, Status, UserText, Waiting } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';
import { FlagPanel } from './flag-panel';
import { ReviewForm } from './review-form';
import { TierStatus } from './tier-status';

/** One flag: why, and what a person decides. The title of the page says nothing about whom. */
@Component({
  selector: 'sp-flag-page',
  imports: [
    RouterLink,
    TranslocoPipe,
    DayPipe,
    PageHeader,
    Status,
    UserText,
    Waiting,
    FlagPanel,
    ReviewForm,
    TierStatus,
  ],
  templateUrl: './flag-page.html',
  styles: `
    @media (min-width: 64rem) {
      .decide {
        display: none;
      }
    }
  `,
})
export class FlagPage {
  readonly flagId = input.required<string>();
  private readonly api = inject(Api);
  protected readonly session = inject(Session);
  protected readonly languageOf = languageOfScript;
  protected readonly flag = resource({
    params: () => ({ flagId: this.flagId() }),
    loader: ({ params }) => this.api.invoke(flagsGet, params),
  });

  /** On a phone the decision stands below all the reasons. */
  protected goToDecision(): void {
    const heading = document.getElementById('flag-review');
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: 'start' });
  }

  protected show(flag: FlagDto): void {
    this.flag.set(flag);
  }
}
