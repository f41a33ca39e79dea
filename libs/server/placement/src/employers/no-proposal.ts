/** The fields of an employer while no clearance waits for a second person. */
export const NO_PROPOSAL = { proposedOutcome: null, proposedValidUntil: null, proposedConditions: null, proposedBy: null, proposedAt: null } as const;
