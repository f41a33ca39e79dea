import { Injectable } from '@nestjs/common';
import { badInput, Clock, Events, newId, UnitOfWork, type Viewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { People, Timeline } from '@sampan/people';
import { Audit } from '@sampan/platform';
import { indicatorsOfWorries } from '../concerns/labour-concern.rules';
import { ConcernsRaised } from '../concerns/concerns-raised';
import { FollowUpSchedule } from '../follow-ups/follow-up-schedule';
import { perMonth } from '../wages/wage.rules';
import { worriesOf } from './gates.rules';
import type { PlacementDetailDto } from './placement.dto';
import type { Placement } from './placement.entity';
import { PlacementStarted } from './placement.events';
import { isCrossBorder } from './placement.rules';
import { PlacementsRepository } from './placements.repository';
import { PlacementsService } from './placements.service';
import type { RecordJobDto } from './write-placement.dto';

/** Jobs that people have found without us. Nothing blocks the record: what is wrong with such a job becomes a concern. */
@Injectable()
export class RecordedJobs {
  constructor(
    private readonly placements: PlacementsRepository,
    private readonly reading: PlacementsService,
    private readonly schedule: FollowUpSchedule,
    private readonly concerns: ConcernsRaised,
    private readonly people: People,
    private readonly centres: Centres,
    private readonly timeline: Timeline,
    private readonly events: Events,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  record(viewer: Viewer, { id = newId(), ...job }: RecordJobDto): Promise<PlacementDetailDto> {
    return this.unitOfWork.run(async () => {
      if (await this.placements.find(viewer, id)) {
        return this.reading.detail(viewer, id);
      }
      const person = await this.people.getSummary(viewer, job.personId);
      if (job.startedOn > (await this.centres.todayAt(person.centreId))) {
        throw badInput('DATE_IN_FUTURE', 'This day has not come yet.');
      }
      const placement = placementOf(job, {
        id, centreId: person.centreId, homeCountry: await this.centres.countryOf(person.centreId), createdBy: viewer.userId, createdAt: this.clock.now(),
      });
      await this.placements.add(placement);
      await this.audit.record(viewer, { action: 'placement.recorded', subjectType: 'placement', subjectId: id, personId: person.id, centreId: person.centreId });
      await this.schedule.plan({ ...placement, startedOn: job.startedOn });
      await this.raiseConcern(viewer, placement, person.treatAsMinor);
      await this.tell(placement, job.startedOn);
      return this.reading.detail(viewer, id);
    });
  }

  private async raiseConcern(viewer: Viewer, placement: Placement, treatAsMinor: boolean): Promise<void> {
    const worksForOthers = placement.source !== 'self-employed' && (placement.kind === 'wage' || placement.kind === 'apprenticeship');
    const worries = worriesOf({ ...placement, worksForOthers, treatAsMinor, jobCountry: placement.country });
    if (worries.length > 0) {
      await this.concerns.raise(viewer, {
        personId: placement.personId, centreId: placement.centreId, placementId: placement.id, source: 'record', raisedBy: `placement:${placement.id}`,
        indicators: [...indicatorsOfWorries(worries)], worries, treatAsMinor, words: null,
      });
    }
  }

  private async tell(placement: Placement, startedOn: string): Promise<void> {
    const { id, personId, centreId, source, kind } = placement;
    await this.timeline.append({ personId, centreId, at: this.clock.now(), kind: 'placement.recorded', fact: 'fact.placement-status', data: { source, kind }, sourceType: 'placement', sourceId: id });
    await this.events.announce(new PlacementStarted(personId, centreId, id, startedOn, isCrossBorder(placement.homeCountry, placement.country)));
  }
}

const placementOf = (job: Omit<RecordJobDto, 'id'>, made: Pick<Placement, 'id' | 'centreId' | 'homeCountry' | 'createdBy' | 'createdAt'>): Placement => ({
  ...made,
  personId: job.personId,
  source: job.source,
  kind: job.kind,
  employerId: null,
  employerName: job.employerName ?? null,
  vacancyId: null,
  applicationId: null,
  title: job.title.trim(),
  occupation: job.occupation ?? null,
  country: job.country,
  place: job.place ?? null,
  wageAmount: job.wageAmount ?? null,
  wageCurrency: job.wageCurrency ?? null,
  wagePeriod: job.wagePeriod ?? null,
  wageMonthly: monthlyOf(job),
  hoursPerWeek: job.hoursPerWeek ?? null,
  hasWrittenContract: job.hasWrittenContract,
  contractFileId: null,
  contractLanguage: null,
  contractUnderstood: false,
  passportHolder: job.passportHolder,
  costs: job.costs ?? [],
  costCurrency: job.costCurrency ?? null,
  state: 'active',
  startedOn: job.startedOn,
  endedOn: null,
  endReason: null,
  version: 1,
});

const monthlyOf = ({ wageAmount, wageCurrency, wagePeriod, hoursPerWeek }: Omit<RecordJobDto, 'id'>): number | null =>
  typeof wageAmount === 'number' && wageCurrency && wagePeriod ? perMonth({ amount: wageAmount, currency: wageCurrency, period: wagePeriod, hoursPerWeek }) : null;
