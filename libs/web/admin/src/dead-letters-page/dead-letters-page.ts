import { Component, inject, resource, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, deadLettersList, deadLettersRetry } from '@sampan/web-client';
import { action, Column, MomentPipe, Notice, PageHeader, plainRows, ProblemNotice, Table, Waiting } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';

/** News between the rooms that nobody took, after every try. */
@Component({
  selector: 'sp-dead-letters-page',
  imports: [TranslocoPipe, Column, MomentPipe, Notice, PageHeader, ProblemNotice, Table, Waiting],
  templateUrl: './dead-letters-page.html',
})
export class DeadLettersPage {
  private readonly api = inject(Api);
  protected readonly session = inject(Session);
  protected readonly letters = resource({ loader: () => this.api.invoke(deadLettersList) });
  protected readonly rows = plainRows(() => (this.letters.hasValue() ? this.letters.value() : []));
  protected readonly sent = signal(false);

  protected readonly retry = action(async (deadLetterId: string) => {
    this.sent.set(false);
    await this.api.invoke(deadLettersRetry, { deadLetterId });
    this.sent.set(true);
    this.letters.reload();
  });
}
