import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, type CaseDto, casesDecideClosure } from '@sampan/web-client';
import { action, Asking, MomentPipe, Notice, ProblemNotice, UserText } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';

/** The request to close: what waits for whom, what the supervisor answered, and the two buttons of a second person. */
@Component({
  selector: 'sp-closure-decision',
  imports: [TranslocoPipe, MomentPipe, Notice, ProblemNotice, UserText],
  templateUrl: './closure-decision.html',
})
export class ClosureDecision {
  readonly file = input.required<CaseDto>();
  readonly changed = output<CaseDto>();

  private readonly api = inject(Api);
  private readonly asking = inject(Asking);
  private readonly transloco = inject(TranslocoService);
  private readonly session = inject(Session);
  protected readonly request = computed(() => this.file().closureRequest);
  protected readonly mayDecide = computed(
    () => this.session.can('case.approve') && this.request()?.requestedBy !== this.session.who()?.user.id,
  );

  protected readonly approve = action(() => this.decide('approved', null));

  protected readonly sendBack = action(async () => {
    const say = (key: string): string => this.transloco.translate(`casework.closure.${key}`);
    const comment = await this.asking.reason({ heading: say('return'), reason: say('comment'), confirm: say('return') });
    if (comment !== null) {
      await this.decide('returned', comment);
    }
  });

  private async decide(decision: 'approved' | 'returned', comment: string | null): Promise<void> {
    this.changed.emit(await this.api.invoke(casesDecideClosure, { caseId: this.file().id, body: { decision, comment } }));
  }
}
