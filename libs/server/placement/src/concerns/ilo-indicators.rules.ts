/** The eleven indicators of forced labour of the International Labour Organization (2012). */
export const ILO_INDICATORS = [
  'abuse-of-vulnerability', 'deception', 'restriction-of-movement', 'isolation', 'physical-and-sexual-violence', 'intimidation-and-threats',
  'retention-of-identity-documents', 'withholding-of-wages', 'debt-bondage', 'abusive-working-and-living-conditions', 'excessive-overtime',
] as const;
export type IloIndicator = (typeof ILO_INDICATORS)[number];
