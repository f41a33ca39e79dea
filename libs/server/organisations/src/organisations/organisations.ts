import { Injectable } from '@nestjs/common';
import { assertVersion, Clock, newId, notAllowed, notFound, ruleBroken, todayIn, UnitOfWork, type Day, type Page, type Viewer } from '@sampan/kernel';
import { Audit } from '@sampan/platform';
import { Countries } from '../countries/countries';
import { toOrganisationDto, type ChangeOrganisationDto, type NewOrganisationDto, type OrganisationDto, type OrganisationsQuery } from './organisation.dto';
import type { Organisation } from './organisation.entity';
import { OrganisationsRepository } from './organisations.repository';

/** Who runs the centres. */
@Injectable()
export class Organisations {
  constructor(
    private readonly organisations: OrganisationsRepository,
    private readonly countries: Countries,
    private readonly audit: Audit,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  list(viewer: Viewer, query: OrganisationsQuery): Promise<Page<OrganisationDto>> {
    return this.organisations.list(viewer, query, toOrganisationDto);
  }

  async get(viewer: Viewer, id: string): Promise<OrganisationDto> {
    return toOrganisationDto(found(await this.organisations.find(viewer, id)));
  }

  /** @throws ORGANISATION_OUT_OF_REACH: a new one has no centre yet, so only somebody who reaches everything could see it */
  add(viewer: Viewer, { id = newId(), name, country }: NewOrganisationDto): Promise<OrganisationDto> {
    return this.unitOfWork.run(async () => {
      const repeated = await this.organisations.find(viewer, id);
      if (repeated) {
        return toOrganisationDto(repeated);
      }
      if (viewer.reach !== 'all') {
        throw notAllowed('ORGANISATION_OUT_OF_REACH', 'Only an administrator of the whole node adds organisations.');
      }
      await this.zoneOf(country);
      await this.organisations.add({ id, name: name.trim(), country, closedOn: null });
      await this.audit.record(viewer, { action: 'organisation.added', subjectType: 'organisation', subjectId: id });
      return this.get(viewer, id);
    });
  }

  change(viewer: Viewer, id: string, { version, closed, name, country }: ChangeOrganisationDto): Promise<OrganisationDto> {
    return this.unitOfWork.run(async () => {
      const organisation = found(await this.organisations.findForChange(viewer, id));
      assertVersion(organisation, version, { name, country });
      const today = todayIn(this.clock, await this.zoneOf(country));
      if (closed && (await this.organisations.hasOpenCentre(id))) {
        throw ruleBroken('ORGANISATION_HAS_CENTRES', 'Close its centres first.');
      }
      const closedOn: Day | null = closed ? (organisation.closedOn ?? today) : null;
      const saved = await this.organisations.save(Object.assign(organisation, { name: name.trim(), country, closedOn }));
      await this.audit.record(viewer, { action: closed ? 'organisation.closed' : 'organisation.changed', subjectType: 'organisation', subjectId: id });
      return toOrganisationDto(saved);
    });
  }

  private async zoneOf(country: string): Promise<string> {
    const known = await this.countries.find(country);
    if (!known) {
      throw notFound('COUNTRY_NOT_FOUND', 'The country');
    }
    return known.timeZone;
  }
}

const found = (organisation: Organisation | null): Organisation => {
  if (!organisation) {
    throw notFound('ORGANISATION_NOT_FOUND', 'The organisation');
  }
  return organisation;
};
