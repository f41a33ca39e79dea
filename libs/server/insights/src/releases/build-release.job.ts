import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock, ruleBroken, UnitOfWork, whyNotMove } from '@sampan/kernel';
import { Audit, RunsJob, type RunnableJob, type RunningJob } from '@sampan/platform';
import { attacking } from '../disclosure/attack.rules';
import { protecting } from '../disclosure/protect.rules';
import { rollUp, type Place } from '../disclosure/roll-up.rules';
import type { Labels } from '../disclosure/table';
import { Counting, SOURCES } from '../facts/counting.service';
import type { FactScope } from '../facts/scope';
import { INDICATORS } from '../indicators/indicator-list';
import { firstDayOf, quartersOf, yearsOf } from '../indicators/period.rules';
import { FAMILIES, type Family } from '../indicators/populations';
import { placeCategory, tableOf, type FamilyYear } from '../indicators/release-table.rules';
import { valuesOf } from '../indicators/release-values.rules';
import type { ReleasedPlace, ReleaseValue } from './release-value.entity';
import type { CheckedTable, Release } from './release.entity';
import { RELEASE_TRANSITIONS, type ReleaseState } from './release.rules';
import { ReleasesRepository } from './releases.repository';

export const BUILD_RELEASE = 'insights.build-release';

export interface BuildCheckpoint {
  readonly steps: number;
}

export type BuildJob = RunningJob<{ readonly releaseId: string }, BuildCheckpoint>;

interface Step {
  /** The slow part, outside any transaction: may be repeated. */
  readonly prepare: () => Promise<() => Promise<void>>;
}

/** A stopped process is no failure of the release: the next one goes on from the checkpoint. */
class Interrupted extends Error {}

/**
 * Builds a release: counts every population, protects and attacks every table, writes what may be printed. Each step and
 * its checkpoint are one transaction, so a build that is killed goes on where it was and writes nothing twice.
 */
@Injectable()
@RunsJob({ kind: BUILD_RELEASE })
export class BuildRelease implements RunnableJob<{ readonly releaseId: string }, BuildCheckpoint> {
  constructor(
    private readonly releases: ReleasesRepository,
    private readonly counting: Counting,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async run(job: BuildJob): Promise<Record<string, unknown>> {
    const release = await this.unitOfWork.run(() => this.releases.findForBuild(job.input.releaseId));
    if (!release || !['building', 'computed'].includes(release.state)) {
      return { skipped: true };
    }
    const steps = this.stepsOf(job, release);
    for (let index = job.checkpoint?.steps ?? 0; index < steps.length; index += 1) {
      if (job.signal.aborted) {
        throw new Interrupted();
      }
      const write = await steps[index]?.prepare();
      await this.unitOfWork.run(async () => {
        await write?.();
        await job.progress(index + 1, steps.length, { steps: index + 1 });
      });
    }
    const breaches = await this.breachesOf(release.id);
    if (breaches > 0) {
      throw ruleBroken('DISCLOSURE_NOT_SAFE', 'A masked number could be worked out from what is printed.', { breaches });
    }
    return { releaseId: release.id };
  }

  private stepsOf(job: BuildJob, release: Release): Step[] {
    const scope: FactScope = { centres: release.centres, cutOff: release.cutOff, from: firstDayOf(quartersOf(release.quarter)[0] as string) };
    const tables = FAMILIES.flatMap((family) => yearsOf(release.quarter).map((year) => ({ family, year })));
    return [
      ...SOURCES.map((source) => ({
        prepare: async () => {
          const counts = await this.counting.count(source, scope);
          return () => this.releases.replaceCounts(release.id, counts);
        },
      })),
      { prepare: () => Promise.resolve(() => this.move(job, release.id, 'computed', { computedAt: this.clock.now(), checkedTables: [] })) },
      ...tables.map(({ family, year }) => ({ prepare: () => this.check(job, release, family, year) })),
      { prepare: () => Promise.resolve(() => this.finish(job, release.id)) },
    ];
  }

  private async check(job: BuildJob, release: Release, family: Family, year: string): Promise<() => Promise<void>> {
    const quarters = quartersOf(release.quarter);
    const counts = await this.releases.counts(release.id, family.members);
    const input: FamilyYear = { family, year, quarters, counts, places: placesOf(release, counts, year), cutOff: release.cutOff };
    const table = tableOf(input);
    const labels = await inTurns(protecting(table, release.policy), job.signal);
    const { attacked, breaches } = await inTurns(attacking(table, labels, release.policy), job.signal);
    const kinds = (kind: string): number => [...labels.values()].filter((label) => label.kind === kind).length;
    const checked: CheckedTable = { family: family.key, year, printed: kinds('rounded') + kinds('zero'), below: kinds('below'), hidden: kinds('hidden'), attacked, breaches };
    const indicators = INDICATORS.filter(({ population }) => family.members.includes(population));
    const values = this.print(release, input, labels);
    return async () => {
      await this.releases.replaceValues(release.id, indicators.map(({ key }) => key), [year, ...quarters.filter((quarter) => quarter.startsWith(year))], values);
      const current = await this.releases.findForBuild(release.id);
      if (current) {
        const others = (current.checkedTables ?? []).filter((one) => one.family !== family.key || one.year !== year);
        await this.releases.save({ ...current, checkedTables: [...others, checked] });
      }
    };
  }

  private print(release: Release, input: FamilyYear, labels: Labels): ReleaseValue[] {
    const computedAt = this.clock.now();
    const places = new Map(input.places.map((group) => [placeCategory(group), placeOf(release, group)]));
    return INDICATORS.filter(({ population }) => input.family.members.includes(population)).flatMap((indicator) =>
      valuesOf(indicator, input, labels, release.policy).map(({ period, dimension, category, mature, numbers }) => ({
        releaseId: release.id, indicator: indicator.key, code: indicator.code, definitionVersion: indicator.version, period, dimension, category, mature, numbers,
        place: dimension === 'place' ? (places.get(category) ?? null) : null, computedAt, cutOff: release.cutOff,
      })),
    );
  }

  /** Checked only when every table has withstood the attack; otherwise it stays computed, with the report. */
  private async finish(job: BuildJob, releaseId: string): Promise<void> {
    if ((await this.breachesOf(releaseId)) === 0) {
      await this.move(job, releaseId, 'disclosure-checked', { checkedAt: this.clock.now() });
    }
  }

  private async breachesOf(releaseId: string): Promise<number> {
    const release = await this.unitOfWork.run(() => this.releases.findForBuild(releaseId));
    return (release?.checkedTables ?? []).reduce((total, { breaches }) => total + breaches.length, 0);
  }

  private async move({ viewer }: BuildJob, releaseId: string, state: ReleaseState, change: Partial<Release>): Promise<void> {
    const release = await this.releases.findForBuild(releaseId);
    // Somebody may have discarded it meanwhile.
    if (release && !whyNotMove(RELEASE_TRANSITIONS, release.state, state)) {
      await this.releases.save({ ...release, ...change, state });
      await this.audit.record(viewer, { action: `release.${state}`, subjectType: 'release', subjectId: releaseId, details: { country: release.country, quarter: release.quarter } });
    }
  }
}

/** Rolled up on the smallest of the populations that are printed together. */
const placesOf = (release: Release, counts: FamilyYear['counts'], year: string) => {
  const baseOf = (centreId: string): number =>
    Math.min(...[...counts.values()].map((slices) => slices.find((slice) => slice.period === year && slice.dimension === 'place' && slice.category === centreId)?.total ?? 0));
  const places: Place[] = release.centres.map(({ centreId, province }) => ({ centreId, province, base: baseOf(centreId) }));
  return rollUp(places, release.policy.minimumBase);
};

const placeOf = (release: Release, { level, province, centreIds }: FamilyYear['places'][number]): ReleasedPlace => ({
  level,
  province,
  centres: centreIds.length,
  name: level === 'centre' ? (release.centres.find(({ centreId }) => centreId === centreIds[0])?.name ?? null) : null,
});

/** Long arithmetic in short turns, so that requests to the same process are answered in between. */
const inTurns = async <T>(work: Generator<void, T>, signal: AbortSignal): Promise<T> => {
  for (;;) {
    const step = work.next();
    if (step.done) {
      return step.value;
    }
    if (signal.aborted) {
      throw new Interrupted();
    }
    await setImmediate();
  }
};
