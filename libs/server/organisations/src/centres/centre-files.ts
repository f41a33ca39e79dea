import { Injectable } from '@nestjs/common';
import { assertVersion, Clock, newId, notAllowed, notFound, ruleBroken, todayIn, UnitOfWork, type Page, type Viewer } from '@sampan/kernel';
import { Audit } from '@sampan/platform';
import { AdminAreas } from '../admin-areas/admin-areas';
import { Countries } from '../countries/countries';
import { filledIn } from '../names.dto';
import { Organisations } from '../organisations/organisations';
import { toCentreFileDto, type CentreContentDto, type CentreFileDto, type CentresQuery, type ChangeCentreDto, type NewCentreDto } from './centre-file.dto';
import type { Centre } from './centre.entity';
import { CentresRepository } from './centres.repository';

/** Centres as an administrator keeps them: added, changed, closed. */
@Injectable()
export class CentreFiles {
  constructor(
    private readonly centres: CentresRepository,
    private readonly organisations: Organisations,
    private readonly countries: Countries,
    private readonly areas: AdminAreas,
    private readonly audit: Audit,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  list(viewer: Viewer, query: CentresQuery): Promise<Page<CentreFileDto>> {
    return this.centres.search(viewer, query, toCentreFileDto);
  }

  async get(viewer: Viewer, id: string): Promise<CentreFileDto> {
    return toCentreFileDto(found(await this.centres.findWithOrganisation(viewer, id)));
  }

  /** @throws CENTRE_OUT_OF_REACH: nobody adds a centre that they could not see */
  add(viewer: Viewer, { id = newId(), organisationId, country, ...content }: NewCentreDto): Promise<CentreFileDto> {
    return this.unitOfWork.run(async () => {
      const repeated = await this.centres.findAnyones(id);
      if (repeated) {
        return this.get(viewer, id);
      }
      if (viewer.reach !== 'all' && !(viewer.reach === 'organisation' && viewer.organisationId === organisationId)) {
        throw notAllowed('CENTRE_OUT_OF_REACH', 'You may not add centres there.');
      }
      const organisation = await this.organisations.get(viewer, organisationId);
      if (organisation.closedOn) {
        throw ruleBroken('ORGANISATION_CLOSED', 'This organisation is closed.');
      }
      if (!(await this.countries.find(country))) {
        throw notFound('COUNTRY_NOT_FOUND', 'The country');
      }
      await this.centres.add({ id, organisationId, country, closedOn: null, ...(await this.columnsOf(country, content)) });
      await this.audit.record(viewer, { action: 'centre.added', subjectType: 'centre', subjectId: id, centreId: id });
      // The viewer's list of centres was made before this one was there.
      return this.get({ ...viewer, centreIds: [...viewer.centreIds, id] }, id);
    });
  }

  change(viewer: Viewer, id: string, { version, closed, ...content }: ChangeCentreDto): Promise<CentreFileDto> {
    return this.unitOfWork.run(async () => {
      const centre = found(await this.centres.findForChange(viewer, id));
      const columns = await this.columnsOf(centre.country, content);
      assertVersion(centre, version, columns);
      const closedOn = closed ? (centre.closedOn ?? todayIn(this.clock, centre.timeZone)) : null;
      await this.centres.save(Object.assign(centre, columns, { closedOn }));
      await this.audit.record(viewer, { action: closed ? 'centre.closed' : 'centre.changed', subjectType: 'centre', subjectId: id, centreId: id });
      return this.get(viewer, id);
    });
  }

  private async columnsOf(country: string, { name, names, timeZone, adminAreaCode = null, address = null, languages }: CentreContentDto) {
    if (adminAreaCode !== null && !(await this.areas.isIn(country, adminAreaCode))) {
      throw ruleBroken('ADMIN_AREA_ELSEWHERE', 'This province is not known in the country of the centre.');
    }
    return { name: name.trim(), names: filledIn(names), timeZone, adminAreaCode, address: address?.trim() || null, languages: [...new Set(languages)] };
  }
}

const found = (centre: Centre | null): Centre => {
  if (!centre) {
    throw notFound('CENTRE_NOT_FOUND', 'The centre');
  }
  return centre;
};
