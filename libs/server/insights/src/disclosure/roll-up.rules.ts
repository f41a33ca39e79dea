export interface Place {
  readonly centreId: string;
  /** Admin area code; centres without one are pooled for the country. */
  readonly province: string | null;
  readonly base: number;
}

export interface PlaceGroup {
  readonly level: 'centre' | 'province' | 'country';
  /** The province code, for the level province. */
  readonly province: string | null;
  readonly centreIds: readonly string[];
}

const sum = (places: readonly Place[]): number => places.reduce((total, { base }) => total + base, 0);

/** Splits places into those that stand alone and those that need company: the small ones, and the next larger until it is enough. */
const split = <T extends { readonly base: number }>(units: readonly T[], least: number): { alone: T[]; pooled: T[] } => {
  const sorted: T[] = [...units].sort((one, other) => one.base - other.base);
  const total = (pool: readonly T[]): number => pool.reduce((all, { base }) => all + base, 0);
  let size = sorted.filter(({ base }) => base < least).length;
  while (size > 0 && size < sorted.length && total(sorted.slice(0, size)) < least) {
    size += 1;
  }
  return { alone: sorted.slice(size), pooled: sorted.slice(0, size) };
};

/**
 * Rule 5: small places roll up by themselves (centre → province → country) until the base is publishable, and say so.
 * A pool takes in the next larger place when it is still too small, so that subtracting it from the total gives nothing
 * away. Answers no group at all when even the country is too small to be divided.
 */
export const rollUp = (places: readonly Place[], least: number): PlaceGroup[] => {
  const inhabited = places.filter(({ base }) => base > 0);
  const provinces = new Map<string | null, Place[]>();
  inhabited.forEach((place) => provinces.set(place.province, [...(provinces.get(place.province) ?? []), place]));
  const groups: PlaceGroup[] = [];
  const pools: { province: string | null; members: readonly Place[]; base: number }[] = [];
  for (const [province, members] of provinces) {
    const { alone, pooled } = split(members, least);
    groups.push(...alone.map(({ centreId }) => ({ level: 'centre' as const, province, centreIds: [centreId] })));
    if (pooled.length > 0) {
      pools.push({ province, members: pooled, base: sum(pooled) });
    }
  }
  const { alone, pooled } = split(
    pools.map((pool) => (pool.province === null ? { ...pool, base: Math.min(pool.base, least - 1) } : pool)),
    least,
  );
  const ids = (members: readonly Place[]): string[] => members.map(({ centreId }) => centreId).sort();
  groups.push(...alone.map(({ province, members }) => ({ level: 'province' as const, province, centreIds: ids(members) })));
  const left = pooled.flatMap(({ members }) => members);
  if (left.length === 0) {
    return groups;
  }
  if (sum(left) >= least) {
    return [...groups, { level: 'country', province: null, centreIds: ids(left) }];
  }
  return joinSmallest(groups, left, inhabited, least);
};

/** What is left is too small even together: it takes the smallest group that stands alone into the country's pool. */
const joinSmallest = (groups: readonly PlaceGroup[], left: readonly Place[], all: readonly Place[], least: number): PlaceGroup[] => {
  const baseOf = new Map(all.map(({ centreId, base }) => [centreId, base]));
  const size = ({ centreIds }: PlaceGroup): number => centreIds.reduce((total, id) => total + (baseOf.get(id) ?? 0), 0);
  const [smallest, ...others] = [...groups].sort((one, other) => size(one) - size(other));
  if (!smallest) {
    return [];
  }
  const centreIds = [...smallest.centreIds, ...left.map(({ centreId }) => centreId)].sort();
  const pool: PlaceGroup = { level: 'country', province: null, centreIds };
  return size(pool) >= least ? [...others, pool] : joinSmallest(others, all.filter(({ centreId }) => centreIds.includes(centreId)), all, least);
};
