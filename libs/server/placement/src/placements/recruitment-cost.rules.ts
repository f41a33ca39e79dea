/**
 * Heads of recruitment fees and related costs. Source: ILO, General principles and operational guidelines for fair recruitment
 * and definition of recruitment fees and related costs (2019); `other-payments` catches the illegitimate ones (bond, bribe, deposit).
 */
export const COST_HEADS = ['recruitment-fee', 'medical', 'insurance', 'skills-test', 'training', 'equipment', 'travel-and-lodging', 'administration', 'other-payments'] as const;
export type CostHead = (typeof COST_HEADS)[number];

export const COST_PAYERS = ['person', 'employer', 'agency', 'centre', 'nobody'] as const;
export type CostPayer = (typeof COST_PAYERS)[number];

export interface RecruitmentCost {
  readonly head: CostHead;
  /** In the currency of the record; zero is an answer, a blank is not. */
  readonly amount: number;
  readonly paidBy: CostPayer;
}

/** Heads without an answer. */
export const blankHeads = (costs: readonly RecruitmentCost[]): readonly CostHead[] => {
  const answered = new Set(costs.map(({ head }) => head));
  return COST_HEADS.filter((head) => !answered.has(head));
};

/** What the worker paid; by the ILO's principle it should be nothing. */
export const paidByPerson = (costs: readonly RecruitmentCost[]): number =>
  costs.filter(({ paidBy }) => paidBy === 'person').reduce((sum, { amount }) => sum + amount, 0);
