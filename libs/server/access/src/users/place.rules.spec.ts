import { isLastAdministrator, opensEveryDoor, whyNotGive, whyNotPlace, whyNotRoles } from './place.rules';

const place = { roles: ['registrar'], reach: 'centre', centreId: 'c', organisationId: null, country: null } as const;

describe('what somebody may do, and where', () => {
  it.each([
    [null, ['registrar', 'instructor'], 'centre'],
    [null, ['administrator'], 'all'],
    [null, ['supervisor'], 'organisation'],
    ['REACH_NOT_OF_ROLE', ['registrar'], 'all'],
    ['REACH_NOT_OF_ROLE', ['social-worker'], 'centre'],
    ['REACH_NOT_OF_ROLE', ['supervisor', 'social-worker'], 'centre'],
    ['ROLES_APART', ['analyst', 'release-approver'], 'country'],
    ['ADMINISTRATOR_SEES_NO_PEOPLE', ['administrator', 'data-steward'], 'country'],
  ] as const)('is refused as %s: %j for %s', (code, roles, reach) => {
    const refusal = whyNotRoles(roles, reach);
    expect(refusal?.code ?? null).toBe(code);
  });

  it('names the place that its reach is about', () => {
    expect(whyNotPlace(place)).toBeNull();
    expect(whyNotPlace({ ...place, centreId: null })).toMatchObject({ code: 'PLACE_MISSING', details: { needed: 'centreId' } });
    expect(whyNotPlace({ ...place, roles: ['liaison'], reach: 'country' })).toMatchObject({ code: 'PLACE_MISSING', details: { needed: 'country' } });
    expect(whyNotPlace({ ...place, roles: ['administrator'], reach: 'all', centreId: null })).toBeNull();
  });

  it('is given neither to oneself nor beyond one’s own reach', () => {
    expect(whyNotGive({ userId: 'a', reach: 'all' }, 'a', 'centre')).toMatchObject({ code: 'OWN_ACCOUNT' });
    expect(whyNotGive({ userId: 'a', reach: 'organisation' }, 'b', 'country')).toMatchObject({ code: 'REACHES_FURTHER' });
    expect(whyNotGive({ userId: 'a', reach: 'country' }, 'b', 'country')).toBeNull();
  });

  it('is never taken from the last who can let others in', () => {
    expect(isLastAdministrator(['a'], 'a')).toBe(true);
    expect(isLastAdministrator(['a', 'b'], 'a')).toBe(false);
    expect(opensEveryDoor({ roles: ['administrator'], reach: 'country' })).toBe(false);
    expect(opensEveryDoor({ roles: ['administrator'], reach: 'all' })).toBe(true);
  });
});
