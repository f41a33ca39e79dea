import { mayReadMetrics } from './metrics-access.rules';

describe('the metrics', () => {
  it.each([
    ['this machine when there is no token', null, { address: '127.0.0.1' }, true],
    ['nobody else when there is no token', null, { address: '10.0.0.5', authorization: 'Bearer anything' }, false],
    ['whoever shows the token', 'a-token-of-sixteen', { address: '10.0.0.5', authorization: 'Bearer a-token-of-sixteen' }, true],
    ['not even this machine without the token', 'a-token-of-sixteen', { address: '127.0.0.1' }, false],
    ['nobody with half a token', 'a-token-of-sixteen', { address: '10.0.0.5', authorization: 'Bearer a-token' }, false],
  ])('are read by %s', (_, token, request, expected) => {
    expect(mayReadMetrics(token, request)).toBe(expected);
  });
});
