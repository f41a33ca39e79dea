import { Component, inject, input, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, followUpsOpen, type RecordAttemptDto, type SafeContactDto } from '@sampan/web-client';
import { DayPipe, Fact, languageOfScript, Notice, Opened, PageHeader, Summary, Timeline, TimelineEntry, UserText, Waiting } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';
import { Observations } from '../observation/observations';
import { StateStatus } from '../state-status';
import { CallForm } from './call-form';
import { CallPaper } from './call-paper';
import { channelOf, contactLink } from './script';

/** Before the call: how it is safe to reach the person. During it: who is listening. After it: what was said. */
@Component({
  selector: 'sp-call-sheet-page',
  imports: [
    RouterLink, TranslocoPipe, CallForm, CallPaper, DayPipe, Fact, Notice, Observations, PageHeader, StateStatus, Summary, Timeline, TimelineEntry, UserText, Waiting,
    Opened,
  ],
  templateUrl: './call-sheet-page.html',
  styleUrl: './call-sheet-page.scss',
})
export class CallSheetPage {
  readonly followUpId = input.required<string>();
  private readonly api = inject(Api);
  private readonly transloco = inject(TranslocoService);
  protected readonly session = inject(Session);
  protected readonly languageOf = languageOfScript;
  /** The way that was tapped, so that the form below knows it already. */
  protected readonly channel = signal<RecordAttemptDto['channel'] | null>(null);

  protected readonly sheet = resource({
    params: () => ({ followUpId: this.followUpId() }),
    loader: ({ params }) => this.api.invoke(followUpsOpen, params),
  });

  protected linkOf({ kind, value }: SafeContactDto): string | null {
    return contactLink(kind, value, this.transloco.translate('placement.call.neutralMessage'));
  }

  protected tapped({ kind }: SafeContactDto): void {
    this.channel.set(channelOf(kind));
  }

  protected print(): void {
    window.print();
  }
}
