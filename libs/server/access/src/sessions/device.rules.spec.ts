import { coarseAddress, deviceOf } from './device.rules';

describe('a device', () => {
  it.each([
    ['Chrome', 'Android', 'Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Mobile Safari/537.36'],
    ['Edge', 'Windows', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36 Edg/153.0.0.0'],
    ['Safari', 'iOS', 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1'],
    ['Firefox', 'Linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0'],
    [null, null, 'node'],
    [null, null, undefined],
  ])('is called %s on %s', (browser, system, userAgent) => {
    expect(deviceOf(userAgent)).toEqual({ browser, system });
  });
});

describe('an address', () => {
  it.each([
    ['203.0.113.x', '203.0.113.77'],
    ['203.0.113.x', '::ffff:203.0.113.77'],
    ['2001:db8:7::', '2001:db8:7:1::5'],
    ['0:0:0::', '::1'],
    [null, 'nonsense'],
    [null, undefined],
  ])('is kept as %s', (kept, address) => {
    expect(coarseAddress(address)).toBe(kept);
  });
});
