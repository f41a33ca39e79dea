import { Injectable } from '@nestjs/common';
import { badInput, Cipher, Clock, newId, notFound, ruleBroken, UnitOfWork, type Viewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { People } from '@sampan/people';
import { Audit } from '@sampan/platform';
import { ConcernsRaised } from '../concerns/concerns-raised';
import type { Placement } from '../placements/placement.entity';
import { PlacementsRepository } from '../placements/placements.repository';
import { isBelow, perMonth } from '../wages/wage.rules';
import { answersBeyondScript, type Script } from './call-script.rules';
import type { FollowUp } from './follow-up.entity';
import { FollowUpsRepository } from './follow-ups.repository';
import type { RecordObservationDto } from './observation.dto';
import type { Observation } from './observation.entity';
import { isVerified, worksForWage } from './observation.rules';
import { ObservationsRepository } from './observations.repository';

/** What is seen of somebody's work. Retention is read from these rows; the placement itself never changes by them. */
@Injectable()
export class ObservationsService {
  constructor(
    private readonly observations: ObservationsRepository,
    private readonly followUps: FollowUpsRepository,
    private readonly placements: PlacementsRepository,
    private readonly concerns: ConcernsRaised,
    private readonly people: People,
    private readonly centres: Centres,
    private readonly cipher: Cipher,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** On a check: what was said on the phone counts only as far as the script of that call went. */
  onFollowUp(viewer: Viewer, followUpId: string, observation: RecordObservationDto): Promise<void> {
    return this.unitOfWork.run(async () => {
      const followUp = await this.followUps.findForChange(viewer, followUpId);
      if (!followUp) {
        throw notFound('FOLLOW_UP_NOT_FOUND', 'The check');
      }
      if (observation.evidence === 'call') {
        await this.refuseBeyondScript(followUp, observation);
      }
      await this.record(viewer, await this.placementOf(viewer, followUp.placementId), observation, followUp);
    });
  }

  /** Outside the checks: a payslip that came by itself, a visit. */
  onPlacement(viewer: Viewer, placementId: string, observation: RecordObservationDto): Promise<void> {
    return this.unitOfWork.run(async () => {
      if (observation.evidence === 'call') {
        throw ruleBroken('CALL_NEEDS_CHECK', 'What was said on the phone is recorded on the check, with who was listening.');
      }
      await this.record(viewer, await this.placementOf(viewer, placementId), observation, null);
    });
  }

  private async refuseBeyondScript({ id, state }: FollowUp, observation: RecordObservationDto): Promise<void> {
    const [latest] = await this.followUps.attemptsOf(id);
    if (!latest || state !== 'reached') {
      throw ruleBroken('PERSON_NOT_REACHED', 'Nobody has spoken with the person on this check yet.');
    }
    const script: Script = latest.script;
    const answers = { wage: typeof observation.wageAmount === 'number', hours: typeof observation.hoursPerWeek === 'number', indicators: observation.indicators ?? [] };
    if (answersBeyondScript(script, answers) || (script !== 'full' && observation.words)) {
      throw ruleBroken('NOT_SAFE_TO_ASK', 'Somebody may have listened to this call: wage, hours and rights were not asked.');
    }
  }

  private async record(viewer: Viewer, placement: Placement, dto: RecordObservationDto, followUp: FollowUp | null): Promise<void> {
    const { id = newId(), words = null, ...seen } = dto;
    if (await this.observations.exists(id)) {
      return;
    }
    if (seen.observedOn > (await this.centres.todayAt(placement.centreId))) {
      throw badInput('DATE_IN_FUTURE', 'This day has not come yet.');
    }
    const observation: Observation = {
      id, placementId: placement.id, personId: placement.personId, centreId: placement.centreId, followUpId: followUp?.id ?? null,
      observedOn: seen.observedOn, employment: seen.employment, sameEmployer: seen.sameEmployer ?? null, evidence: seen.evidence, verified: isVerified(seen.evidence),
      ...this.wageOf(seen, placement),
      hoursPerWeek: seen.hoursPerWeek ?? null, indicators: seen.indicators ?? [], sealedWords: words ? this.cipher.encrypt(words) : null,
      recordedBy: viewer.userId, createdAt: this.clock.now(),
    };
    await this.observations.add(observation);
    await this.audit.record(viewer, { action: 'observation.recorded', subjectType: 'observation', subjectId: id, personId: placement.personId, centreId: placement.centreId });
    await this.raiseConcern(viewer, observation, words);
  }

  private wageOf(seen: RecordObservationDto, placement: Placement): Pick<Observation, 'wageAmount' | 'wageCurrency' | 'wagePeriod' | 'wageMonthly' | 'belowPromise'> {
    const { wageAmount, wageCurrency, wagePeriod, hoursPerWeek } = seen;
    if (typeof wageAmount !== 'number' || !wageCurrency || !wagePeriod) {
      return { wageAmount: null, wageCurrency: null, wagePeriod: null, wageMonthly: null, belowPromise: null };
    }
    const wageMonthly = perMonth({ amount: wageAmount, currency: wageCurrency, period: wagePeriod, hoursPerWeek });
    const comparable = worksForWage(seen.employment) && seen.sameEmployer !== false;
    const belowPromise = comparable ? isBelow({ monthly: wageMonthly, currency: wageCurrency }, { monthly: placement.wageMonthly, currency: placement.wageCurrency }) : null;
    return { wageAmount, wageCurrency, wagePeriod, wageMonthly, belowPromise };
  }

  private async raiseConcern(viewer: Viewer, { id, personId, centreId, placementId, indicators, belowPromise }: Observation, words: string | null): Promise<void> {
    if (indicators.length === 0 && !belowPromise) {
      return;
    }
    const { treatAsMinor } = await this.people.getSummary(viewer, personId);
    await this.concerns.raise(viewer, {
      personId, centreId, placementId, source: 'follow-up', raisedBy: `observation:${id}`, indicators, worries: belowPromise ? ['wage-below-promise'] : [], treatAsMinor, words,
    });
  }

  private async placementOf(viewer: Viewer, id: string): Promise<Placement> {
    const placement = await this.placements.find(viewer, id);
    if (!placement) {
      throw notFound('PLACEMENT_NOT_FOUND', 'The placement');
    }
    return placement;
  }
}
