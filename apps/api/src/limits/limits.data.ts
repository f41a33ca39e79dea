/** So many requests within so many seconds; null: as many as they like. */
export interface Allowance {
  readonly requests: number;
  readonly seconds: number;
}

/**
 * `account` is strict: nobody alone needs more. `address` is generous: a whole centre, with its tablets, may stand behind one.
 * Guessing a password, a code or a reference is counted elsewhere, by failures; this is about how much work one caller may cause.
 */
export interface LimitGroup {
  readonly name: string;
  /** Method and path, as in the contract. */
  readonly routes: readonly string[];
  readonly account: Allowance | null;
  readonly address: Allowance | null;
}

const minutes = (count: number): number => count * 60;

export const LIMIT_GROUPS: readonly LimitGroup[] = [
  {
    name: 'entrance',
    routes: [
      'POST /api/v1/auth/sign-in', 'POST /api/v1/auth/sign-in/second-step', 'POST /api/v1/auth/unlock', 'POST /api/v1/auth/change-password',
      'POST /api/v1/auth/second-factor/set-up', 'POST /api/v1/auth/second-factor/confirm', 'POST /api/v1/auth/second-factor/recovery-codes',
      'POST /api/v1/auth/second-factor/switch-off', 'GET /api/v1/auth/provider/start', 'GET /api/v1/auth/provider/callback',
      'POST /api/v1/one-time-links/look', 'POST /api/v1/one-time-links/choose-password', 'POST /api/v1/set-up', 'POST /api/v1/set-up/check-areas',
    ],
    // The account of a sign-in is the e-mail address that was typed.
    account: { requests: 60, seconds: minutes(15) },
    // A hundred people who arrive at eight, each with a password, a code and a locked tablet.
    address: { requests: 600, seconds: minutes(15) },
  },
  {
    name: 'verification',
    routes: ['GET /api/v1/certificates/verify/{token}'],
    account: null,
    address: { requests: 120, seconds: minutes(1) },
  },
  {
    name: 'search',
    routes: [
      'POST /api/v1/people/search', 'POST /api/v1/people/duplicate-check', 'POST /api/v1/people/openings/find', 'POST /api/v1/users/search', 'POST /api/v1/audit/search',
      'POST /api/v1/break-glass',
    ],
    // Two a second is faster than anybody types; it makes copying a register by searching slow.
    account: { requests: 120, seconds: minutes(1) },
    address: { requests: 3_000, seconds: minutes(1) },
  },
  {
    name: 'files',
    routes: [
      'GET /api/v1/certificates/{certificateId}/pdf', 'GET /api/v1/people/{personId}/consents/{consentId}/receipt', 'GET /api/v1/placements/{placementId}/contract',
      'POST /api/v1/placements/{placementId}/contract', 'GET /api/v1/releases/{releaseId}/csv', 'GET /api/v1/releases/{releaseId}/xlsx', 'POST /api/v1/releases',
      'POST /api/v1/audit/exports', 'GET /api/v1/audit/exports/{exportJobId}', 'POST /api/v1/imports', 'POST /api/v1/admin-areas/import', 'POST /api/v1/holidays/import',
    ],
    // The certificates of three cohorts in a row.
    account: { requests: 100, seconds: minutes(10) },
    address: { requests: 1_000, seconds: minutes(10) },
  },
];

/** What no group names. */
export const EVERYTHING_ELSE: LimitGroup = {
  name: 'everything',
  routes: [],
  account: { requests: 1_200, seconds: minutes(1) },
  address: { requests: 12_000, seconds: minutes(1) },
};
