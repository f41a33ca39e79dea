import { Injectable } from '@nestjs/common';
import { Clock, notFound, todayIn, type Day, type Viewer } from '@sampan/kernel';
import { whyNotBegin, type Beginning } from './beginning.rules';
import type { Centre } from './centre.entity';
import { CentresRepository } from './centres.repository';

export interface CentreView {
  readonly id: string;
  readonly organisationId: string;
  readonly name: string;
  readonly country: string;
  readonly timeZone: string;
  readonly languages: readonly string[];
  /** Nothing new begins there; what has begun is finished. */
  readonly closed: boolean;
}

/** Where the work is done, and what day it is there. */
@Injectable()
export class Centres {
  constructor(
    private readonly centres: CentresRepository,
    private readonly clock: Clock,
  ) {}

  async get(viewer: Viewer, id: string): Promise<CentreView> {
    return toView(found(await this.centres.find(viewer, id)));
  }

  async list(viewer: Viewer): Promise<CentreView[]> {
    return (await this.centres.list(viewer)).map(toView);
  }

  async zoneOf(centreId: string): Promise<string> {
    return found(await this.centres.findAnyones(centreId)).timeZone;
  }

  async countryOf(centreId: string): Promise<string> {
    return found(await this.centres.findAnyones(centreId)).country;
  }

  async organisationOf(centreId: string): Promise<string> {
    return found(await this.centres.findAnyones(centreId)).organisationId;
  }

  /** The admin area in which the centre stands, or null when nobody has said. */
  async provinceOf(centreId: string): Promise<string | null> {
    return found(await this.centres.findAnyones(centreId)).adminAreaCode;
  }

  /** The calendar day at the centre, now. */
  async todayAt(centreId: string): Promise<Day> {
    return todayIn(this.clock, await this.zoneOf(centreId));
  }

  /** @throws CENTRE_CLOSED when nothing new may begin there */
  async mustBeOpenFor(centreId: string, beginning: Beginning): Promise<void> {
    const refusal = whyNotBegin(found(await this.centres.findAnyones(centreId)).closedOn, beginning);
    if (refusal) {
      throw refusal;
    }
  }

  /** Organisations and countries all of whose centres are among these. */
  wholeWithin(centreIds: readonly string[]): Promise<{ organisationIds: string[]; countries: string[] }> {
    return this.centres.wholeWithin(centreIds);
  }

  idsOfOrganisation(organisationId: string): Promise<string[]> {
    return this.centres.listIds({ organisationId });
  }

  idsOfCountry(country: string): Promise<string[]> {
    return this.centres.listIds({ country });
  }

  allIds(): Promise<string[]> {
    return this.centres.listIds();
  }
}

const found = (centre: Centre | null): Centre => {
  if (!centre) {
    throw notFound('CENTRE_NOT_FOUND', 'The centre');
  }
  return centre;
};

const toView = ({ id, organisationId, name, country, timeZone, languages, closedOn }: Centre): CentreView => ({
  id, organisationId, name, country, timeZone, languages, closed: closedOn !== null,
});
