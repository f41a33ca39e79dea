import { Component, inject, input, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  Api,
  flagsList,
  instrumentsGet,
  instrumentsList,
  peopleOpen,
  screeningsList,
  type ScreeningDto,
} from '@sampan/web-client';
import { DayPipe, languageOfScript, Notice, Opened, PageHeader, UserText, Waiting } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';
import { SpokenPipe } from '../flag-panel/spoken';
import { ScreeningForm } from './screening-form';
import { ScreeningResult } from './screening-result';

/** Asking somebody, in private, about an offer and their situation; and what was said before. */
@Component({
  selector: 'sp-screening-page',
  imports: [
    RouterLink,
    TranslocoPipe,
    DayPipe,
    Notice,
    PageHeader,
    UserText,
    Waiting,
    ScreeningForm,
    ScreeningResult,
    SpokenPipe,
    Opened,
  ],
  templateUrl: './screening-page.html',
  styles: `
    summary {
      cursor: pointer;
    }
    summary h2 {
      display: inline;
      margin-inline-end: var(--sp-3);
    }
    details[open] > summary {
      margin-block-end: var(--sp-4);
    }
  `,
})
export class ScreeningPage {
  readonly personId = input.required<string>();
  private readonly api = inject(Api);
  protected readonly session = inject(Session);
  protected readonly languageOf = languageOfScript;
  protected readonly isAsking = signal(false);
  protected readonly justRecorded = signal<ScreeningDto | null>(null);

  protected readonly person = resource({
    params: () => ({ personId: this.personId() }),
    loader: ({ params }) => this.api.invoke(peopleOpen, params),
  });
  protected readonly instrument = resource({ loader: () => this.currentInstrument() });
  protected readonly screenings = resource({
    params: () => ({ personId: this.personId() }),
    loader: ({ params }) => this.api.invoke(screeningsList, params),
  });
  /** The flag that waits for an answer, so that nobody has to look for it. */
  protected readonly flag = resource({
    params: () => ({ personId: this.personId(), after: this.justRecorded()?.id ?? '' }),
    loader: async ({ params: { personId } }) =>
      this.session.can('flag.read')
        ? ((await this.api.invoke(flagsList, { personId, limit: 1 })).items[0] ?? null)
        : null,
  });

  protected show(screening: ScreeningDto): void {
    this.isAsking.set(false);
    this.justRecorded.set(screening);
    this.screenings.reload();
  }

  private async currentInstrument() {
    const all = await this.api.invoke(instrumentsList, {});
    const published = all.filter(({ status }) => status === 'published').at(-1);
    return published ? this.api.invoke(instrumentsGet, { instrumentId: published.id }) : null;
  }
}
