import { EMPLOYMENTS, EVIDENCE_TYPES, isVerified, worksForWage } from './observation.rules';

describe('An observation', () => {
  it.each(EVIDENCE_TYPES.map((evidence) => [evidence, evidence !== 'call'] as const))('by %s is verified: %s', (evidence, verified) => {
    expect(isVerified(evidence)).toBe(verified);
  });

  it('compares a wage only for those who are paid one', () => {
    expect(EMPLOYMENTS.filter(worksForWage)).toEqual(['employed', 'apprenticeship']);
  });
});
