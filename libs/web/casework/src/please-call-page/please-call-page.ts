import { Component, inject, resource } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, type PleaseCallDto, pleaseCallsList, pleaseCallsPassOn } from '@sampan/web-client';
import { action, DayPipe, Empty, PageHeader, ProblemNotice, Waiting } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';
import { PersonLine } from '@sampan/web-parts';

/** Whom the centre should ask to call. It says no more than that, so that everybody at the centre may see it. */
@Component({
  selector: 'sp-please-call-page',
  imports: [TranslocoPipe, DayPipe, Empty, PageHeader, PersonLine, ProblemNotice, Waiting],
  templateUrl: './please-call-page.html',
})
export class PleaseCallPage {
  private readonly api = inject(Api);
  protected readonly session = inject(Session);
  protected readonly list = resource({ loader: () => this.api.invoke(pleaseCallsList) });

  protected readonly passOn = action(async ({ id: pleaseCallId, version }: PleaseCallDto) => {
    await this.api.invoke(pleaseCallsPassOn, { pleaseCallId, body: { version } });
    this.list.reload();
  });

  protected named({ personId: id, fullName, latinName, reference }: PleaseCallDto) {
    return { id, fullName, latinName, reference };
  }
}
