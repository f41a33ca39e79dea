import { newId } from '@sampan/kernel';
import type { EntityManager } from 'typeorm';
import { MINISTRY } from './disclosure/table';
import { ReleaseValue } from './releases/release-value.entity';
import { Release } from './releases/release.entity';

export { ReleaseCount } from './releases/release-count.entity';
export { Release, ReleaseValue };

const AT = new Date('2026-02-02T03:00:00Z');

/** A release of Thailand that has passed the check and waits for approval, unless told otherwise. */
export const newRelease = async (manager: EntityManager, over: Partial<Release> = {}): Promise<Release> => {
  const id = over.id ?? newId();
  await manager.insert(Release, {
    id, country: 'TH', quarter: '2025-Q4', cutOff: '2025-12-31', state: 'disclosure-checked', centres: [], policy: MINISTRY, checkedTables: [], jobId: newId(),
    requestedBy: newId(), requestedAt: AT, computedAt: AT, checkedAt: AT, approvedBy: null, approvedAt: null, publishedBy: null, publishedAt: null,
    supersededAt: null, ...over,
  } as never);
  return manager.findOneByOrFail(Release, { id });
};

/** One published number: 44 % of 80. */
export const newReleaseValue = async (manager: EntityManager, release: Release, over: Partial<ReleaseValue> = {}): Promise<void> => {
  const shown = (value: number) => ({ value, suppressed: false, reason: null, bound: null });
  await manager.insert(ReleaseValue, {
    releaseId: release.id, indicator: 'P1/exit', code: 'P1', definitionVersion: 1, period: '2024', dimension: 'total', category: 'all', mature: true, place: null,
    numbers: { rate: shown(44), knownRate: null, coverage: null, numerator: shown(35), denominator: shown(80), unknown: shown(10), excluded: shown(0), due: null, cohort: null },
    computedAt: AT, cutOff: release.cutOff, ...over, release: undefined,
  } as never);
};
