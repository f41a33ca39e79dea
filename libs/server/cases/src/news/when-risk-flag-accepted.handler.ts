import { Injectable } from '@nestjs/common';
import { type Handler, Hears, newId } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { RiskFlagAccepted } from '@sampan/risk';
import type { Case } from '../cases/case.entity';
import { CaseOpening } from '../cases/case-opening';
import { CasesRepository } from '../cases/cases.repository';
import { TasksRepository } from '../tasks/tasks.repository';
import { TaskWriter } from '../tasks/task-writer';
import { Responsible } from '../workers/responsible';
import { newsViewer } from './news-viewer';

/**
 * "Help to be offered": a case, unless one is open; a task to offer the help, today; and a neutral "please call" for
 * the staff who meet the person, which says no more than that.
 */
@Hears(RiskFlagAccepted)
@Injectable()
export class WhenRiskFlagAccepted implements Handler<RiskFlagAccepted> {
  constructor(
    private readonly opening: CaseOpening,
    private readonly cases: CasesRepository,
    private readonly tasks: TasksRepository,
    private readonly writer: TaskWriter,
    private readonly responsible: Responsible,
    private readonly centres: Centres,
  ) {}

  async handle(event: RiskFlagAccepted): Promise<void> {
    const { flagId, personId, centreId, offerOfHelp } = event;
    if (await this.tasks.findOpenOfSource('offer-help', flagId)) {
      return;
    }
    const viewer = newsViewer(centreId);
    const file = await this.caseFor(event);
    const dueOn = await this.centres.todayAt(centreId);
    await this.writer.write(viewer, {
      personId,
      centreId,
      caseId: file.id,
      kind: 'offer-help',
      detail: offerOfHelp,
      dueOn,
      assigneeId: file.ownerId,
      sourceId: flagId,
    });
    if (!(await this.tasks.hasOpenPleaseCall(personId))) {
      await this.writer.write(viewer, { personId, centreId, kind: 'please-call', dueOn, assigneeId: null });
    }
  }

  private async caseFor({ flagId, personId, centreId }: RiskFlagAccepted): Promise<Case> {
    const open = await this.cases.findOpenOf(await this.centres.organisationOf(centreId), personId);
    return (
      open ??
      this.opening.open(newsViewer(centreId), {
        id: newId(),
        person: { id: personId, centreId },
        source: 'flag',
        flagId,
        ownerId: await this.responsible.of(personId, centreId),
        intake: null,
      })
    );
  }
}
