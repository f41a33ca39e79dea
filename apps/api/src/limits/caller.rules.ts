import { isIPv6 } from 'node:net';

const GROUPS = 8;

/** The eight groups of an IPv6 address, `::` written out. */
const groupsOf = (address: string): string[] => {
  const [before = '', after = ''] = address.split('::');
  const [head, tail] = [before.split(':').filter(Boolean), after.split(':').filter(Boolean)];
  return [...head, ...Array<string>(Math.max(0, GROUPS - head.length - tail.length)).fill('0'), ...tail];
};

/** Who an address belongs to, as far as one can tell: a household or a centre is given a whole /64 of IPv6, to change at will. */
export const networkOf = (address: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) {
    return mapped;
  }
  const [plain = ''] = address.split('%');
  return isIPv6(plain)
    ? groupsOf(plain.toLowerCase())
        .slice(0, 4)
        .map((group) => group.replace(/^0+(?=.)/, ''))
        .join(':')
    : address;
};

/** A route as the contract writes it: `/people/:personId` is `/people/{personId}`. */
export const routeOf = (method: string, path: string): string => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`;
