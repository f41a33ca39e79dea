import { Injectable } from '@nestjs/common';
import { badInput, Clock, Events, notFound, UnitOfWork, whyNotMove, type Viewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { People, Timeline } from '@sampan/people';
import { Audit } from '@sampan/platform';
import { FollowUpSchedule } from '../follow-ups/follow-up-schedule';
import { refuse } from '../refuse';
import { VacanciesRepository } from '../vacancies/vacancies.repository';
import { paperGates } from './gates.rules';
import type { PlacementDetailDto } from './placement.dto';
import type { Placement } from './placement.entity';
import { PlacementEnded, PlacementStarted } from './placement.events';
import { isCrossBorder, PLACEMENT_TRANSITIONS, type PlacementState } from './placement.rules';
import { PlacementsRepository } from './placements.repository';
import { PlacementsService } from './placements.service';
import { SendingGates } from './sending-gates';
import type { EndPlacementDto } from './write-placement.dto';

/** The course of a placement by the centre, from the offer to the end. The gates bind twice: when the paper is checked, and at the start. */
@Injectable()
export class PlacementCourse {
  constructor(
    private readonly placements: PlacementsRepository,
    private readonly reading: PlacementsService,
    private readonly vacancies: VacanciesRepository,
    private readonly schedule: FollowUpSchedule,
    private readonly gates: SendingGates,
    private readonly people: People,
    private readonly centres: Centres,
    private readonly timeline: Timeline,
    private readonly events: Events,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  checkContract(viewer: Viewer, id: string): Promise<PlacementDetailDto> {
    return this.move(viewer, id, 'contract-checked', (placement) => this.requireGates(viewer, placement));
  }

  start(viewer: Viewer, id: string, startedOn: string): Promise<PlacementDetailDto> {
    return this.move(viewer, id, 'started', async (placement) => {
      await this.refuseFuture(placement, startedOn);
      await this.requireGates(viewer, placement);
      await this.placements.change(id, { startedOn });
      await this.schedule.plan({ ...placement, startedOn });
      await this.tell({ ...placement, startedOn }, 'placement.started');
      await this.events.announce(new PlacementStarted(placement.personId, placement.centreId, id, startedOn, isCrossBorder(placement.homeCountry, placement.country)));
    });
  }

  /** Arrival: somebody has seen or heard that the work has really begun. */
  confirm(viewer: Viewer, id: string): Promise<PlacementDetailDto> {
    return this.move(viewer, id, 'active', () => Promise.resolve());
  }

  end(viewer: Viewer, id: string, { endedOn, reason }: EndPlacementDto): Promise<PlacementDetailDto> {
    return this.move(viewer, id, 'ended', async (placement) => {
      await this.refuseFuture(placement, endedOn);
      if (placement.startedOn !== null && endedOn < placement.startedOn) {
        throw badInput('END_BEFORE_START', 'A placement cannot end before it started.');
      }
      await this.placements.change(id, { endedOn, endReason: reason });
      await this.tell(placement, 'placement.ended');
      await this.events.announce(new PlacementEnded(placement.personId, placement.centreId, id, reason));
    });
  }

  neverStarted(viewer: Viewer, id: string): Promise<PlacementDetailDto> {
    return this.move(viewer, id, 'never-started', async (placement) => {
      await this.schedule.drop(id);
      if (placement.vacancyId) {
        await this.freePlace(viewer, placement.vacancyId);
      }
      await this.tell(placement, 'placement.never-started');
    });
  }

  private move(viewer: Viewer, id: string, to: PlacementState, action: (placement: Placement) => Promise<void>): Promise<PlacementDetailDto> {
    return this.unitOfWork.run(async () => {
      const placement = await this.placements.findForChange(viewer, id);
      if (!placement) {
        throw notFound('PLACEMENT_NOT_FOUND', 'The placement');
      }
      refuse(whyNotMove(PLACEMENT_TRANSITIONS, placement.state, to));
      await action(placement);
      await this.placements.change(id, { state: to });
      await this.audit.record(viewer, { action: `placement.${to}`, subjectType: 'placement', subjectId: id, personId: placement.personId, centreId: placement.centreId });
      return this.reading.detail(viewer, id);
    });
  }

  private async requireGates(viewer: Viewer, placement: Placement): Promise<void> {
    const vacancy = placement.vacancyId ? await this.vacancies.find(viewer, placement.vacancyId) : null;
    if (vacancy) {
      await this.gates.requireOpen(viewer, vacancy, await this.people.getSummary(viewer, placement.personId), paperGates(placement));
    }
  }

  private async refuseFuture({ centreId }: Placement, day: string): Promise<void> {
    if (day > (await this.centres.todayAt(centreId))) {
      throw badInput('DATE_IN_FUTURE', 'This day has not come yet.');
    }
  }

  private async freePlace(viewer: Viewer, vacancyId: string): Promise<void> {
    await this.vacancies.freePlace(vacancyId);
    const vacancy = await this.vacancies.find(viewer, vacancyId);
    if (vacancy?.state === 'filled') {
      await this.vacancies.change(vacancyId, { state: 'open' });
    }
  }

  private tell(placement: Placement, kind: string): Promise<void> {
    return this.timeline.append({
      personId: placement.personId, centreId: placement.centreId, at: this.clock.now(), kind, fact: 'fact.placement-status',
      data: { source: placement.source, kind: placement.kind }, sourceType: 'placement', sourceId: placement.id,
    });
  }
}
