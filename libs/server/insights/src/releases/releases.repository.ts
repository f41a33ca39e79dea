import { Injectable } from '@nestjs/common';
import { can, PreparedSql, UnitOfWork, type Position, type Viewer } from '@sampan/kernel';
import { In } from 'typeorm';
import type { PopulationCounts } from '../indicators/release-table.rules';
import { DIMENSIONS, type Dimension, type PopulationKey } from '../indicators/populations';
import type { SliceCount } from '../indicators/tally.rules';
import { ReleaseCount } from './release-count.entity';
import { ReleaseValue } from './release-value.entity';
import { Release } from './release.entity';
import { AT_WORK, OUT_IN_THE_OPEN, RELEASE_STATES, type ReleaseState } from './release.rules';

const INSERT_AT_ONCE = 500;

export interface ValueFilter {
  readonly code?: string;
  readonly dimension?: Dimension;
}

/** Only who makes releases sees those that are not out yet. */
const visibleStates = (viewer: Viewer): readonly ReleaseState[] =>
  can(viewer, 'release.build') || can(viewer, 'release.approve') ? RELEASE_STATES : OUT_IN_THE_OPEN;

@Injectable()
export class ReleasesRepository {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sql: PreparedSql,
  ) {}

  /** Null when there is no such release that the viewer may see. */
  async findState(viewer: Viewer, countries: readonly string[], id: string): Promise<ReleaseState | null> {
    const [release] = await this.sql.rows<{ state: ReleaseState }>('SELECT state FROM release WHERE id = $1 AND country = ANY($2) AND state = ANY($3)', [
      id, [...countries], [...visibleStates(viewer)],
    ]);
    return release?.state ?? null;
  }

  /** `countries`: those in which the viewer has a centre. */
  find(viewer: Viewer, countries: readonly string[], id: string): Promise<Release | null> {
    return this.unitOfWork.manager.findOneBy(Release, { id, country: In([...countries]), state: In([...visibleStates(viewer)]) });
  }

  findForChange(viewer: Viewer, countries: readonly string[], id: string): Promise<Release | null> {
    return this.unitOfWork.manager.findOne(Release, {
      where: { id, country: In([...countries]), state: In([...visibleStates(viewer)]) },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** For the builder, which acts for nobody. */
  findForBuild(id: string): Promise<Release | null> {
    return this.unitOfWork.manager.findOne(Release, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  findAtWork(country: string, quarter: string): Promise<Release | null> {
    return this.unitOfWork.manager.findOneBy(Release, { country, quarter, state: In([...AT_WORK]) });
  }

  findPublished(country: string): Promise<Release | null> {
    return this.unitOfWork.manager.findOne(Release, { where: { country, state: 'published' }, lock: { mode: 'pessimistic_write' } });
  }

  list(viewer: Viewer, countries: readonly string[], states: readonly ReleaseState[], position: Position | null, limit: number): Promise<Release[]> {
    const back = position?.direction === 'previous';
    const query = this.unitOfWork.manager
      .createQueryBuilder(Release, 'release')
      .where('release.country = ANY(:countries) AND release.state = ANY(:visible)', { countries, visible: visibleStates(viewer) })
      .orderBy('release.requestedAt', back ? 'ASC' : 'DESC')
      .addOrderBy('release.id', back ? 'ASC' : 'DESC')
      .take(limit);
    if (states.length > 0) {
      query.andWhere('release.state = ANY(:states)', { states });
    }
    if (position) {
      const [at, id] = position.key;
      query.andWhere(`(release.requested_at, release.id) ${back ? '>' : '<'} (:at::timestamptz, :id::uuid)`, { at, id });
    }
    return query.getMany();
  }

  async add(release: Release): Promise<void> {
    await this.unitOfWork.manager.insert(Release, release);
  }

  async save(release: Release): Promise<void> {
    await this.unitOfWork.manager.save(Release, release);
  }

  /** Replaces what an earlier attempt may have left of these populations. */
  async replaceCounts(releaseId: string, counts: PopulationCounts): Promise<void> {
    await this.unitOfWork.manager.delete(ReleaseCount, { releaseId, population: In([...counts.keys()]) });
    const rows = [...counts].flatMap(([population, slices]) => slices.map((slice) => ({ releaseId, population, ...slice })));
    for (let from = 0; from < rows.length; from += INSERT_AT_ONCE) {
      await this.unitOfWork.manager.insert(ReleaseCount, rows.slice(from, from + INSERT_AT_ONCE));
    }
  }

  async counts(releaseId: string, populations: readonly PopulationKey[]): Promise<PopulationCounts> {
    const rows = await this.unitOfWork.manager.find(ReleaseCount, {
      where: { releaseId, population: In([...populations]) },
      order: { population: 'ASC', period: 'ASC', dimension: 'ASC', category: 'ASC' },
    });
    const counts = new Map<PopulationKey, SliceCount[]>(populations.map((key) => [key, []]));
    rows.forEach((row) => counts.get(row.population)?.push(row));
    return counts;
  }

  /** The values of these indicators and periods, replaced whole. */
  async replaceValues(releaseId: string, indicators: readonly string[], periods: readonly string[], values: readonly ReleaseValue[]): Promise<void> {
    await this.unitOfWork.manager.delete(ReleaseValue, { releaseId, indicator: In([...indicators]), period: In([...periods]) });
    for (let from = 0; from < values.length; from += INSERT_AT_ONCE) {
      await this.unitOfWork.manager.insert(ReleaseValue, values.slice(from, from + INSERT_AT_ONCE) as never);
    }
  }

  async values(releaseId: string, { code, dimension }: ValueFilter = {}): Promise<ReleaseValue[]> {
    const rows = await this.unitOfWork.manager.find(ReleaseValue, {
      where: { releaseId, ...(code ? { code: code as ReleaseValue['code'] } : {}), ...(dimension ? { dimension } : {}) },
      order: { code: 'ASC', indicator: 'ASC', period: 'ASC', category: 'ASC' },
    });
    return rows.sort((one, other) => DIMENSIONS.indexOf(one.dimension) - DIMENSIONS.indexOf(other.dimension));
  }
}
