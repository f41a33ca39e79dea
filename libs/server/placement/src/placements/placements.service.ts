import { Injectable } from '@nestjs/common';
import { notFound, type Page, type Viewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { People } from '@sampan/people';
import { Audit } from '@sampan/platform';
import { EmployersRepository } from '../employers/employers.repository';
import { FollowUpsRepository } from '../follow-ups/follow-ups.repository';
import { toFollowUpDto } from '../follow-ups/follow-up.dto';
import { toObservationDto } from '../follow-ups/observation.dto';
import { ObservationsRepository } from '../follow-ups/observations.repository';
import { VacanciesRepository } from '../vacancies/vacancies.repository';
import { paperGates, type GateAnswer } from './gates.rules';
import { toPlacementDetailDto, toPlacementDto, type PlacementDetailDto, type PlacementDto, type PlacementsQuery } from './placement.dto';
import type { Placement } from './placement.entity';
import { PlacementsRepository } from './placements.repository';
import { SendingGates, type PersonToSend } from './sending-gates';

/** Reading placements; their steps are in {@link PlacementCourse}, jobs found otherwise in {@link RecordedJobs}. */
@Injectable()
export class PlacementsService {
  constructor(
    private readonly placements: PlacementsRepository,
    private readonly employers: EmployersRepository,
    private readonly vacancies: VacanciesRepository,
    private readonly followUps: FollowUpsRepository,
    private readonly observations: ObservationsRepository,
    private readonly sendingGates: SendingGates,
    private readonly people: People,
    private readonly centres: Centres,
    private readonly audit: Audit,
  ) {}

  async list(viewer: Viewer, query: PlacementsQuery): Promise<Page<PlacementDto>> {
    const records = query.personId ? await this.people.recordsOf(query.personId) : [];
    const page = await this.placements.list(viewer, query, records);
    const people = await this.people.summaries(viewer, page.items.map(({ personId }) => personId));
    const names = await this.namesOf(page.items);
    return {
      ...page,
      items: page.items.flatMap((placement) => {
        const person = people.get(placement.personId);
        return person ? [toPlacementDto(placement, person, names)] : [];
      }),
    };
  }

  /** Opening a placement is opening a part of somebody's file. */
  async open(viewer: Viewer, id: string): Promise<PlacementDetailDto> {
    const placement = await this.get(viewer, id);
    await this.audit.record(viewer, { action: 'placement.opened', subjectType: 'placement', subjectId: id, personId: placement.personId, centreId: placement.centreId });
    return this.detail(viewer, id);
  }

  async detail(viewer: Viewer, id: string): Promise<PlacementDetailDto> {
    const placement = await this.get(viewer, id);
    const person = await this.people.getSummary(viewer, placement.personId);
    const today = await this.centres.todayAt(placement.centreId);
    return toPlacementDetailDto(placement, {
      person,
      names: await this.namesOf([placement]),
      gates: await this.gatesOf(viewer, placement, person),
      followUps: (await this.followUps.ofPlacement(id)).map((followUp) => toFollowUpDto(followUp, today)),
      observations: (await this.observations.ofPlacement(id)).map((observation) => toObservationDto(observation)),
    });
  }

  /** Every gate of a placement by the centre; none for a job that is only recorded. */
  private async gatesOf(viewer: Viewer, placement: Placement, person: PersonToSend): Promise<readonly GateAnswer[]> {
    const vacancy = placement.vacancyId ? await this.vacancies.find(viewer, placement.vacancyId) : null;
    return vacancy ? [...(await this.sendingGates.shown(viewer, vacancy, person)), ...paperGates(placement)] : [];
  }

  async get(viewer: Viewer, id: string): Promise<Placement> {
    const placement = await this.placements.find(viewer, id);
    if (!placement) {
      throw notFound('PLACEMENT_NOT_FOUND', 'The placement');
    }
    return placement;
  }

  private async namesOf(placements: readonly Placement[]): Promise<ReadonlyMap<string, string>> {
    const ids = placements.flatMap(({ employerId }) => (employerId ? [employerId] : []));
    return new Map((await this.employers.findNamed(ids)).map(({ id, name }) => [id, name]));
  }
}
