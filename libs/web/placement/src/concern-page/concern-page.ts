import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, concernsOpen, concernsOpenWords, type ConcernDto } from '@sampan/web-client';
import { action, Asking, DayPipe, Fact, Notice, PageHeader, ProblemNotice, Summary, UserText, Waiting } from '@sampan/web-kit';
import { PersonLine } from '@sampan/web-parts';
import { Session } from '@sampan/web-session';
import { StateStatus } from '../state-status';
import { ConcernSteps } from './concern-steps';

/** One concern: what is wrong, how bad, who handles it, and the next step. The words open with a reason. */
@Component({
  selector: 'sp-concern-page',
  imports: [RouterLink, TranslocoPipe, ConcernSteps, DayPipe, Fact, Notice, PageHeader, PersonLine, ProblemNotice, StateStatus, Summary, UserText, Waiting],
  templateUrl: './concern-page.html',
})
export class ConcernPage {
  readonly concernId = input.required<string>();
  private readonly api = inject(Api);
  private readonly asking = inject(Asking);
  private readonly transloco = inject(TranslocoService);
  protected readonly session = inject(Session);
  protected readonly words = signal<string | null>(null);

  protected readonly concern = resource({
    params: () => ({ concernId: this.concernId() }),
    loader: ({ params }) => this.api.invoke(concernsOpen, params),
  });
  protected readonly isMine = computed(() => this.concern.hasValue() && this.concern.value().handlerId === this.session.who()?.user.id);

  protected readonly openWords = action(async () => {
    const say = (key: string): string => this.transloco.translate(key);
    const reason = await this.asking.reason({ heading: say('placement.concern.openWords'), text: say('placement.concern.openWordsText'), confirm: say('placement.concern.openWords'), reason: say('placement.reason') });
    if (reason) {
      this.words.set((await this.api.invoke(concernsOpenWords, { concernId: this.concernId(), body: { reason } })).words);
    }
  });

  protected show(concern: ConcernDto): void {
    this.concern.set(concern);
  }
}
