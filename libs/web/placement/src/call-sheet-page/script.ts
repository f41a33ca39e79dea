import type { RecordAttemptDto } from '@sampan/web-client';

export type Script = 'full' | 'neutral' | 'none';
type Situation = Partial<Pick<{ [K in keyof RecordAttemptDto]: RecordAttemptDto[K] | null }, 'answeredBy' | 'employerPresent' | 'codeWord'>>;

/**
 * Which script may be read, at the moment it is known and not only after saving. The server judges again with the same rule:
 * not knowing who listens is being overheard.
 */
export const scriptFor = ({ answeredBy, employerPresent, codeWord }: Situation): Script => {
  if (!answeredBy || answeredBy === 'nobody') {
    return 'none';
  }
  return answeredBy === 'person' && employerPresent === 'no' && (codeWord === 'right' || codeWord === 'none-agreed') ? 'full' : 'neutral';
};

export const NEUTRAL_QUESTIONS = ['how-are-you', 'still-there', 'when-may-we-call'] as const;
export const RIGHTS_QUESTIONS = ['wage', 'hours', 'contract-kept', 'passport', 'free-to-leave', 'indicators', 'want-help'] as const;

const CHANNEL_OF: Readonly<Record<string, RecordAttemptDto['channel']>> = {
  phone: 'phone', telegram: 'telegram', line: 'line', whatsapp: 'whatsapp', messenger: 'messenger', wechat: 'wechat', email: 'email',
};
export const channelOf = (kind: string): RecordAttemptDto['channel'] => CHANNEL_OF[kind] ?? 'phone';

/** The address that opens a call or a chat with one tap; null where there is none. The text is neutral: anybody may read it. */
export const contactLink = (kind: string, value: string, neutralText: string): string | null => {
  const text = encodeURIComponent(neutralText);
  const handle = encodeURIComponent(value);
  const links: Readonly<Record<string, string>> = {
    phone: `tel:${value}`,
    whatsapp: `https://wa.me/${value.replace(/\D/gu, '')}?text=${text}`,
    telegram: `https://t.me/${handle}`,
    line: `https://line.me/ti/p/~${handle}`,
    messenger: `https://m.me/${handle}`,
    email: `mailto:${value}?body=${text}`,
  };
  return links[kind] ?? null;
};
