import { Component, computed, inject, input, resource, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, placementsOpen, type PlacementDetailDto } from '@sampan/web-client';
import { DayPipe, Dialog, Fact, languageOfScript, MoneyPipe, NumberPipe, PageHeader, Status, Summary, UserText, Waiting } from '@sampan/web-kit';
import { OccupationPipe, PersonLine } from '@sampan/web-parts';
import { Session } from '@sampan/web-session';
import { CountryPipe } from '../name-pipes';
import { ObservationForm } from '../observation/observation-form';
import { Observations } from '../observation/observations';
import { StateStatus } from '../state-status';
import { Course } from './course';
import { Gates } from './gates';
import { Papers } from './papers';

/** One job of one person: what is still missing before setting out, the paper, the checks, and what was seen since. */
@Component({
  selector: 'sp-placement-page',
  imports: [
    RouterLink, TranslocoPipe, Course, CountryPipe, DayPipe, Dialog, Fact, Gates, MoneyPipe, NumberPipe, ObservationForm, Observations, OccupationPipe, PageHeader, Papers, PersonLine, StateStatus, Status,
    Summary, UserText, Waiting,
  ],
  templateUrl: './placement-page.html',
})
export class PlacementPage {
  readonly placementId = input.required<string>();
  private readonly api = inject(Api);
  protected readonly session = inject(Session);
  protected readonly languageOf = languageOfScript;
  private readonly observing = viewChild<Dialog>('observing');

  protected readonly placement = resource({
    params: () => ({ placementId: this.placementId() }),
    loader: ({ params }) => this.api.invoke(placementsOpen, params),
  });
  protected readonly isOver = computed(() => {
    const state = this.placement.hasValue() ? this.placement.value().state : 'ended';
    return state === 'ended' || state === 'never-started';
  });

  protected show(placement: PlacementDetailDto): void {
    this.placement.set(placement);
  }

  protected observed(): void {
    this.observing()?.close();
    this.placement.reload();
  }
}
