/** What a tap opens. A messenger without a link of its own has none: its handle is shown to be typed. */
const LINKS: Readonly<Record<string, (value: string) => string>> = {
  phone: (number) => `tel:${number}`,
  whatsapp: (number) => `https://wa.me/${number.replace(/\D/g, '')}`,
  telegram: (handle) => `https://t.me/${encodeURIComponent(handle)}`,
  line: (handle) => `https://line.me/R/ti/p/~${encodeURIComponent(handle)}`,
  messenger: (handle) => `https://m.me/${encodeURIComponent(handle)}`,
  email: (address) => `mailto:${address}`,
};

/** The address behind "call" or "write": it opens the app and says nothing by itself. */
export const contactLink = (kind: string, value: string): string | null => LINKS[kind]?.(value) ?? null;
