/** How soon a person should be offered help, lowest first. Absolute bands of a score, never percentiles. */
export const TIERS = ['moderate', 'high', 'urgent'] as const;
export type Tier = (typeof TIERS)[number];

/** Points without a tier: nobody is asked to do anything. */
export type BandCode = 'low' | Tier;

const rank = (tier: Tier | null): number => (tier === null ? -1 : TIERS.indexOf(tier));

export const isHigher = (tier: Tier | null, other: Tier | null): boolean => rank(tier) > rank(other);

export const highestTier = (tiers: readonly (Tier | null)[]): Tier | null =>
  tiers.reduce<Tier | null>((highest, tier) => (isHigher(tier, highest) ? tier : highest), null);
