import { networkOf, routeOf } from './caller.rules';

describe('a caller', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:12:34::1', '2001:db8:12:34'],
    ['2001:0DB8:0012:0034:ffff:ffff:ffff:ffff', '2001:db8:12:34'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('at %s belongs to %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it('asks for a route as the contract writes it', () => {
    expect(routeOf('GET', '/api/v1/people/:personId/consents/:consentId/receipt')).toBe('GET /api/v1/people/{personId}/consents/{consentId}/receipt');
  });
});
