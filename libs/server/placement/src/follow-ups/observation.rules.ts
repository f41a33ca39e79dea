export const EMPLOYMENTS = ['employed', 'self-employed', 'unemployed-seeking', 'not-seeking', 'in-training', 'apprenticeship', 'unknown'] as const;
export type Employment = (typeof EMPLOYMENTS)[number];

export const EVIDENCE_TYPES = ['payslip', 'bank', 'visit', 'employer-record', 'call'] as const;
export type EvidenceType = (typeof EVIDENCE_TYPES)[number];

/** Seen on paper or with own eyes; what somebody says on the phone is an observation, but not a verified one. */
export const isVerified = (evidence: EvidenceType): boolean => evidence !== 'call';

/** Whether the person still works for somebody; only then the wage is compared with the promise. */
export const worksForWage = (employment: Employment): boolean => employment === 'employed' || employment === 'apprenticeship';
