import { Injectable } from '@nestjs/common';
import { Clock, conflict, decodeCursor, newId, notFound, systemViewer, todayIn, toPage, UnitOfWork, whyNotMove, type Page, type Viewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { Audit, Jobs } from '@sampan/platform';
import { MINISTRY } from '../disclosure/table';
import { lastDayOf } from '../indicators/period.rules';
import { BUILD_RELEASE } from './build-release.job';
import { PublishedValues } from './published-values';
import type { ReleaseValue } from './release-value.entity';
import type { Release } from './release.entity';
import { centresOf, OUT_IN_THE_OPEN, RELEASE_TRANSITIONS, whyNotApprove, whyNotBuild, type PresentCentre, type ReleaseState } from './release.rules';
import { ReleasesRepository, type ValueFilter } from './releases.repository';

export interface BuildRequest {
  readonly id?: string;
  readonly country: string;
  readonly quarter: string;
}

export interface ReleaseTable {
  readonly release: Release;
  readonly values: readonly ReleaseValue[];
}

/** Releases of numbers: built by a job, approved by a second person, published. */
@Injectable()
export class Releases {
  constructor(
    private readonly releases: ReleasesRepository,
    private readonly published: PublishedValues,
    private readonly centres: Centres,
    private readonly jobs: Jobs,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(viewer: Viewer, states: readonly ReleaseState[], cursor: string | undefined, limit: number): Promise<Page<Release>> {
    const position = decodeCursor(cursor, 'moment', 'id');
    const rows = await this.releases.list(viewer, await this.countriesOf(viewer), states, position, limit + 1);
    return toPage(rows, limit, position, ({ requestedAt, id }) => [requestedAt.toISOString(), id], (row) => row);
  }

  async get(viewer: Viewer, id: string): Promise<Release> {
    return found(await this.releases.find(viewer, await this.countriesOf(viewer), id));
  }

  async values(viewer: Viewer, id: string, filter: ValueFilter): Promise<ReleaseTable> {
    const release = await this.get(viewer, id);
    return { release, values: await this.releases.values(id, filter) };
  }

  /** The same, as the text that is sent: of a release that is out it is made once. */
  async valuesText(viewer: Viewer, id: string, filter: ValueFilter, write: (table: ReleaseTable) => string): Promise<string> {
    const state = await this.releases.findState(viewer, await this.countriesOf(viewer), id);
    if (!state) {
      throw releaseNotFound();
    }
    const make = async (): Promise<string> => write(await this.values(viewer, id, filter));
    return OUT_IN_THE_OPEN.includes(state) ? this.published.get(`${id}/${filter.code ?? ''}/${filter.dimension ?? ''}`, make) : make();
  }

  async build(viewer: Viewer, { id = newId(), country, quarter }: BuildRequest): Promise<Release> {
    const countries = await this.countriesOf(viewer);
    return this.unitOfWork.run(async () => {
      if (!countries.includes(country)) {
        throw notFound('COUNTRY_NOT_FOUND', 'The country');
      }
      const repeated = await this.releases.find(viewer, countries, id);
      if (repeated) {
        return repeated;
      }
      const refusal = whyNotBuild(quarter, todayIn(this.clock, 'UTC'));
      if (refusal) {
        throw refusal;
      }
      if (await this.releases.findAtWork(country, quarter)) {
        throw conflict('RELEASE_AT_WORK', 'A release for this country and quarter is being made.');
      }
      const former = await this.releases.findPublished(country);
      const release = this.newRelease(viewer, { id, country, quarter }, await this.presentCentres(country), former);
      await this.releases.add(release);
      await this.jobs.start(viewer, { kind: BUILD_RELEASE, id: release.jobId, input: { releaseId: id } });
      await this.record(viewer, 'requested', release);
      return release;
    });
  }

  async approve(viewer: Viewer, id: string): Promise<Release> {
    const countries = await this.countriesOf(viewer);
    return this.unitOfWork.run(async () => {
      const release = found(await this.releases.findForChange(viewer, countries, id));
      const breaches = release.checkedTables?.reduce((total, table) => total + table.breaches.length, 0) ?? null;
      const refusal = whyNotApprove({ ...release, breaches }, viewer.userId);
      if (refusal) {
        throw refusal;
      }
      return this.move(viewer, release, 'approved', { approvedBy: viewer.userId, approvedAt: this.clock.now() });
    });
  }

  async publish(viewer: Viewer, id: string): Promise<Release> {
    const countries = await this.countriesOf(viewer);
    return this.unitOfWork.run(async () => {
      const release = found(await this.releases.findForChange(viewer, countries, id));
      const refusal = whyNotMove(RELEASE_TRANSITIONS, release.state, 'published');
      if (refusal) {
        throw refusal;
      }
      const former = await this.releases.findPublished(release.country);
      if (former) {
        await this.move(viewer, former, 'superseded', { supersededAt: this.clock.now() });
      }
      return this.move(viewer, release, 'published', { publishedBy: viewer.userId, publishedAt: this.clock.now() });
    });
  }

  async discard(viewer: Viewer, id: string): Promise<Release> {
    const countries = await this.countriesOf(viewer);
    return this.unitOfWork.run(async () => {
      const release = found(await this.releases.findForChange(viewer, countries, id));
      const refusal = whyNotMove(RELEASE_TRANSITIONS, release.state, 'discarded');
      if (refusal) {
        throw refusal;
      }
      return this.move(viewer, release, 'discarded', {});
    });
  }

  private newRelease(viewer: Viewer, { id, country, quarter }: Required<BuildRequest>, present: readonly PresentCentre[], former: Release | null): Release {
    return {
      id, country, quarter, cutOff: lastDayOf(quarter), state: 'building', centres: centresOf(present, former), policy: MINISTRY, checkedTables: null, jobId: newId(),
      requestedBy: viewer.userId, requestedAt: this.clock.now(), computedAt: null, checkedAt: null, approvedBy: null, approvedAt: null, publishedBy: null,
      publishedAt: null, supersededAt: null, version: 1,
    };
  }

  private async move(viewer: Viewer, release: Release, state: ReleaseState, change: Partial<Release>): Promise<Release> {
    const moved = { ...release, ...change, state };
    await this.releases.save(moved);
    await this.record(viewer, state, release);
    return moved;
  }

  private record(viewer: Viewer, deed: string, { id, country, quarter }: Release): Promise<void> {
    return this.audit.record(viewer, { action: `release.${deed}`, subjectType: 'release', subjectId: id, details: { country, quarter } });
  }

  private async countriesOf(viewer: Viewer): Promise<string[]> {
    return [...new Set(await Promise.all(viewer.centreIds.map((id) => this.centres.countryOf(id))))];
  }

  private async presentCentres(country: string): Promise<PresentCentre[]> {
    const builder = systemViewer(BUILD_RELEASE, await this.centres.idsOfCountry(country));
    const centres = await this.centres.list(builder);
    return Promise.all(centres.map(async ({ id, name }) => ({ centreId: id, name, province: await this.centres.provinceOf(id) })));
  }
}

const releaseNotFound = () => notFound('RELEASE_NOT_FOUND', 'The release');

const found = (release: Release | null): Release => {
  if (!release) {
    throw releaseNotFound();
  }
  return release;
};
