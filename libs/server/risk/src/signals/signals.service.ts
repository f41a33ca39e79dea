import { Injectable } from '@nestjs/common';
import { can, Clock, newId, systemViewer, UnitOfWork, type Viewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { People } from '@sampan/people';
import { Audit } from '@sampan/platform';
import { EvaluationsService } from '../scores/evaluations.service';
import type { SignalDto } from './signal.dto';
import { toSignalDtos } from './signal-view';
import { getSignalKind } from './signal-kinds';
import { episodeOf, expiryOf, type SignalDraft } from './signal.rules';
import { SignalsRepository, type PersonOfCentre } from './signals.repository';

/** People weighed again between two looks at whether the process is to stop. */
const BATCH = 100;

/** Dated facts from other rooms: kept with their source, weighed at once, gone when they expire. */
@Injectable()
export class SignalsService {
  constructor(
    private readonly signals: SignalsRepository,
    private readonly evaluations: EvaluationsService,
    private readonly people: People,
    private readonly centres: Centres,
    private readonly audit: Audit,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Heard twice, the same news has one effect. */
  record({ personId, centreId }: PersonOfCentre, drafts: readonly SignalDraft[]): Promise<void> {
    return this.unitOfWork.run(async () => {
      const viewer = systemViewer('risk signals', [centreId]);
      let isNews = false;
      for (const draft of drafts) {
        isNews = (await this.add({ personId, centreId }, draft)) || isNews;
      }
      if (isNews) {
        await this.evaluations.evaluate(viewer, { personId, centreId });
      }
    });
  }

  list(viewer: Viewer, personId: string): Promise<SignalDto[]> {
    return this.unitOfWork.run(async () => {
      const { centreId } = await this.people.getSummary(viewer, personId);
      const today = await this.centres.todayAt(centreId);
      await this.audit.record(viewer, {
        action: 'signals.opened',
        subjectType: 'person',
        subjectId: personId,
        personId,
        centreId,
      });
      const signals = await this.signals.listOfPerson(await this.people.recordsOf(personId));
      return toSignalDtos(
        signals.filter(({ kind }) => can(viewer, getSignalKind(kind).fact)),
        today,
      );
    });
  }

  /** Weighs everybody again whose facts ran out at this centre. Returns how many people that were. */
  async expire(viewer: Viewer, centreId: string, mayGoOn: () => boolean): Promise<number> {
    const today = await this.centres.todayAt(centreId);
    let people = 0;
    const next = () => this.signals.peopleToExpire(centreId, today, BATCH);
    for (let batch = await next(); batch.length > 0 && mayGoOn(); batch = await next()) {
      for (const person of batch) {
        await this.unitOfWork.run(async () => {
          await this.signals.markExpired(person.personId, today, this.clock.now());
          await this.evaluations.evaluate(viewer, person);
        });
      }
      people += batch.length;
    }
    return people;
  }

  private async add(person: PersonOfCentre, draft: SignalDraft): Promise<boolean> {
    const kind = getSignalKind(draft.kind);
    const id = newId();
    const newest = await this.signals.findNewest(person.personId, draft.kind, draft.thread);
    return this.signals.add({
      id,
      ...person,
      ...draft,
      episode: episodeOf(draft, id, newest),
      expiresOn: expiryOf(kind, draft.happenedOn),
      recordedAt: this.clock.now(),
      expiredAt: null,
    });
  }
}
