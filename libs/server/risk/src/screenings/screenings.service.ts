import { Injectable } from '@nestjs/common';
import { Users } from '@sampan/access';
import { can, Cipher, Clock, conflict, newId, UnitOfWork, type Viewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { Consents, People, Timeline, type PersonSummary } from '@sampan/people';
import { Audit } from '@sampan/platform';
import { itemOf, type InstrumentVersion } from '../instruments/instrument.rules';
import { findInstrument, getInstrument } from '../instruments/instruments.catalogue';
import { EvaluationsService } from '../scores/evaluations.service';
import type { RiskScore } from '../scores/risk-score.entity';
import { toScoreDto } from '../scores/score-view';
import { ScoresRepository } from '../scores/scores.repository';
import type { RecordScreeningDto, ScreeningDto } from './screening.dto';
import type { Screening } from './screening.entity';
import { offerFinding, overrideOf, ratedItems, whyNotRecord, type ScreeningDraft } from './screening.rules';
import { ScreeningsRepository } from './screenings.repository';

interface Narrative {
  readonly evidence: Readonly<Record<string, string>>;
  readonly ownReasons: string | null;
}

/** Filled instruments: asked in private, with the person's consent, and never changed afterwards. */
@Injectable()
export class ScreeningsService {
  constructor(
    private readonly screenings: ScreeningsRepository,
    private readonly scores: ScoresRepository,
    private readonly evaluations: EvaluationsService,
    private readonly people: People,
    private readonly consents: Consents,
    private readonly timeline: Timeline,
    private readonly users: Users,
    private readonly centres: Centres,
    private readonly cipher: Cipher,
    private readonly audit: Audit,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  record(viewer: Viewer, personId: string, request: RecordScreeningDto): Promise<ScreeningDto> {
    return this.unitOfWork.run(async () => {
      const person = await this.people.getSummary(viewer, personId);
      const former = request.id ? await this.screenings.find(request.id) : null;
      if (former) {
        return this.repeated(viewer, person, former);
      }
      await this.consents.require(viewer, personId, 'risk-screening');
      const draft = draftOf(request);
      const instrument = findInstrument(request.instrumentId);
      const refusal = whyNotRecord(instrument, draft, await this.centres.todayAt(person.centreId));
      if (refusal || !instrument) {
        throw refusal;
      }
      const screening = await this.add(viewer, person, instrument, draft, request.id ?? newId());
      await this.evaluations.evaluateScreening(viewer, { personId, centreId: person.centreId }, screening.scoreId);
      return this.present(viewer, screening, await this.scores.get(screening.scoreId));
    });
  }

  list(viewer: Viewer, personId: string): Promise<ScreeningDto[]> {
    return this.unitOfWork.run(async () => {
      const { centreId } = await this.people.getSummary(viewer, personId);
      await this.audit.record(viewer, {
        action: 'screenings.opened',
        subjectType: 'person',
        subjectId: personId,
        personId,
        centreId,
      });
      const screenings = (await this.screenings.listOfPerson(await this.people.recordsOf(personId))).reverse();
      const scores = await this.scores.byId(screenings.map(({ scoreId }) => scoreId));
      return Promise.all(
        screenings.map(async (screening) =>
          this.present(viewer, screening, scores.get(screening.scoreId) ?? (await this.scores.get(screening.scoreId))),
        ),
      );
    });
  }

  /** Sent again over a bad network it is the same screening; another person's id is no way to find out that it exists. */
  private async repeated(viewer: Viewer, person: PersonSummary, former: Screening): Promise<ScreeningDto> {
    if (former.personId !== person.id || former.recordedBy !== viewer.userId) {
      throw conflict('SCREENING_ID_TAKEN', 'This id is in use. Send the screening with a new one.');
    }
    return this.present(viewer, former, await this.scores.get(former.scoreId));
  }

  private async add(
    viewer: Viewer,
    { id: personId, centreId }: PersonSummary,
    instrument: InstrumentVersion,
    draft: ScreeningDraft,
    id: string,
  ): Promise<Screening> {
    const ratings = ratedItems({ id, ...draft });
    const evidence = Object.fromEntries(
      draft.answers.flatMap(({ item, evidence: words }) => (words ? [[item, words]] : [])),
    );
    const narrative: Narrative = { evidence, ownReasons: draft.ownReasons };
    const screening: Screening = {
      id,
      personId,
      centreId,
      instrumentId: instrument.id,
      screenedOn: draft.screenedOn,
      ratings,
      narrative: this.cipher.encrypt(JSON.stringify(narrative)),
      offerFinding: offerFinding(instrument, ratings),
      ownLevel: draft.ownLevel,
      scoreId: newId(),
      recordedBy: viewer.userId,
      recordedAt: this.clock.now(),
    };
    await this.screenings.add(screening);
    await this.timeline.append({
      personId,
      centreId,
      at: screening.recordedAt,
      kind: 'risk.screening-recorded',
      fact: 'fact.protection',
      data: { instrumentId: instrument.id },
      sourceType: 'screening',
      sourceId: id,
    });
    await this.audit.record(viewer, {
      action: 'screening.recorded',
      subjectType: 'screening',
      subjectId: id,
      personId,
      centreId,
      details: { instrumentId: instrument.id, ownLevel: draft.ownLevel },
    });
    return screening;
  }

  private async present(viewer: Viewer, screening: Screening, score: RiskScore): Promise<ScreeningDto> {
    const narrative = JSON.parse(this.cipher.decrypt(screening.narrative)) as Narrative;
    const instrument = getInstrument(screening.instrumentId);
    const visible = screening.ratings.filter(({ item }) =>
      can(viewer, itemOf(instrument, item)?.fact ?? 'fact.sensitive'),
    );
    return {
      id: screening.id,
      instrumentId: screening.instrumentId,
      screenedOn: screening.screenedOn,
      recordedBy: await this.users.nameOf(screening.recordedBy),
      answers: visible.map(({ item, rating, on }) => ({
        item,
        rating,
        on,
        evidence: narrative.evidence[item] ?? null,
      })),
      offerFinding: screening.offerFinding,
      ownLevel: screening.ownLevel,
      ownReasons: narrative.ownReasons,
      override: overrideOf(screening.ownLevel, score.tier),
      score: toScoreDto(viewer, score),
    };
  }
}

const draftOf = ({ screenedOn, answers, ownLevel = null, ownReasons = null }: RecordScreeningDto): ScreeningDraft => ({
  screenedOn,
  answers: answers.map(({ item, rating, evidence = null, on = null }) => ({ item, rating, evidence, on })),
  ownLevel,
  ownReasons,
});
