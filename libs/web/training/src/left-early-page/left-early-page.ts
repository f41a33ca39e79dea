import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, enrolmentsList } from '@sampan/web-client';
import { Column, DayPipe, NumberPipe, PageHeader, pagedList, Table, UserText } from '@sampan/web-kit';

/** Trainees who, by the registers, seem to have left: each waits for somebody to call them and to say what happened. */
@Component({
  selector: 'sp-left-early-page',
  imports: [RouterLink, TranslocoPipe, Column, DayPipe, NumberPipe, PageHeader, Table, UserText],
  templateUrl: './left-early-page.html',
})
export class LeftEarlyPage {
  private readonly api = inject(Api);
  protected readonly list = pagedList({ load: (page) => this.api.invoke(enrolmentsList, { ...page, waitingFor: 'left-early' as const }) });
}
