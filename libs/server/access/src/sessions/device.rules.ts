import { isIP } from 'node:net';

/** What a device calls itself, as far as its owner recognises it. The whole line would tell apart people, not devices. */
export interface Device {
  readonly browser: string | null;
  readonly system: string | null;
}

/** The more special name first: every one of them also calls itself Chrome or Safari. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:A|iOS)?\//, 'Edge'],
  [/\b(?:OPR|OPT)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bUCBrowser\//, 'UC Browser'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:(?:Headless)?Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/, 'Android'],
  [/\b(?:iPhone|iPad|iPod)\b/, 'iOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

const LONGEST_USER_AGENT = 400;

export const deviceOf = (userAgent: string | undefined): Device => {
  const text = (userAgent ?? '').slice(0, LONGEST_USER_AGENT);
  const find = (names: typeof BROWSERS): string | null => names.find(([pattern]) => pattern.test(text))?.[1] ?? null;
  return { browser: find(BROWSERS), system: find(SYSTEMS) };
};

/** The network, not the house: enough to notice a stranger's, too little to follow a colleague home. */
export const coarseAddress = (address: string | undefined): string | null => {
  const plain = (address ?? '').replace(/^::ffff:(?=\d+\.)/i, '');
  const networks: Record<number, () => string | null> = {
    4: () => plain.split('.').slice(0, 3).concat('x').join('.'),
    6: () => `${groupsOf(plain).slice(0, 3).join(':')}::`,
  };
  return networks[isIP(plain)]?.() ?? null;
};

const GROUPS = 8;

const groupsOf = (address: string): string[] => {
  const [head = '', tail = ''] = address.toLowerCase().split('::');
  const [before, after] = [head, tail].map((part) => part.split(':').filter(Boolean)) as [string[], string[]];
  return [...before, ...Array.from({ length: Math.max(0, GROUPS - before.length - after.length) }, () => '0'), ...after];
};
