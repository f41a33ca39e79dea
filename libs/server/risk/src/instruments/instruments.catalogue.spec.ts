import { createHash } from 'node:crypto';
import { SIGNAL_KINDS } from '../signals/signal-kinds';
import { SCORE_CARDS } from '../score-cards/score-cards.catalogue';
import { findInstrument, INSTRUMENT_VERSIONS } from './instruments.catalogue';
import { LANGUAGES, type LocalisedText } from './localised-text';

/** Of everything but the status: a version may be retired, and still reads and scores as it did. */
const fingerprint = (published: object): string =>
  createHash('sha256')
    .update(JSON.stringify({ ...published, status: undefined }))
    .digest('hex')
    .slice(0, 16);

/** One line per published version. A line is added with a version; a line that must change is a version that must not. */
const FINGERPRINTS: Readonly<Record<string, string>> = {
  'online-scam-exposure-1': '1085b4060297fa07',
  'online-scam-exposure-card-1': '9e64f463b8fec118',
};

const texts: readonly (readonly [string, LocalisedText])[] = [
  ...INSTRUMENT_VERSIONS.flatMap(({ id, title, introduction, sections, scale, items }) => [
    [`${id} title`, title] as const,
    [`${id} introduction`, introduction] as const,
    ...sections.flatMap(({ code, text, help }) => [
      [`${id} ${code}`, text] as const,
      [`${id} ${code} help`, help] as const,
    ]),
    ...scale.map(({ rating, text }) => [`${id} ${rating}`, text] as const),
    ...items.map(({ code, text }) => [`${id} ${code}`, text] as const),
  ]),
  ...SIGNAL_KINDS.map(({ code, text }) => [`signal ${code}`, text] as const),
];

describe('a published instrument', () => {
  it.each([...INSTRUMENT_VERSIONS, ...SCORE_CARDS].map((published) => [published.id, published] as const))(
    '%s is for ever what it was',
    (id, published) => {
      expect(fingerprint(published)).toBe(FINGERPRINTS[id]);
    },
  );

  it.each(INSTRUMENT_VERSIONS.map((version) => [version.id, version] as const))(
    '%s names a source for every item, and lists it',
    (_, { items, sources }) => {
      const keys = new Set(sources.map(({ key }) => key));
      expect(items.filter((item) => item.sources.length === 0 || item.sources.some((key) => !keys.has(key)))).toEqual(
        [],
      );
    },
  );

  it.each(INSTRUMENT_VERSIONS.map((version) => [version.id, version] as const))(
    '%s asks about the offer before it asks about the person, and has protective items',
    (_, { sections, items }) => {
      expect(sections[0]?.code).toBe('offer');
      expect(items.some(({ direction }) => direction === 'protective')).toBe(true);
      expect(items.every(({ section }) => sections.some(({ code }) => code === section))).toBe(true);
    },
  );

  it.each(texts)('"%s" reads in five languages, each its own', (_, text) => {
    const sentences = LANGUAGES.map((language) => text[language].trim());
    expect(sentences.every((sentence) => sentence.length > 0)).toBe(true);
    expect(new Set(sentences).size).toBe(LANGUAGES.length);
    expect(text.km).toMatch(/\p{Script=Khmer}/u);
    expect(text.th).toMatch(/\p{Script=Thai}/u);
    expect(text.zh).toMatch(/\p{Script=Han}/u);
  });

  it('is not found under a name that was never published', () => {
    expect(findInstrument('online-scam-exposure-99')).toBeNull();
  });
});
