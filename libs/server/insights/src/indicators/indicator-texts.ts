import { INDICATORS, type Indicator } from './indicator-list';
import { RETENTION_GRACE } from './outcome.rules';
import { populationOf } from './populations';
import en from './texts/en.json';
import id from './texts/id.json';
import km from './texts/km.json';
import th from './texts/th.json';
import zh from './texts/zh.json';

export const TEXT_LANGUAGES = ['en', 'km', 'th', 'zh', 'id'] as const;
export type TextLanguage = (typeof TEXT_LANGUAGES)[number];

/** The definition of a number in words, shown beside it. */
export interface IndicatorText {
  readonly name: string;
  readonly unit: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly window: string;
  readonly exclusions: string;
  readonly source: string;
}

type Written = Pick<IndicatorText, 'name' | 'numerator' | 'denominator' | 'window' | 'source'>;
type TextKey = Exclude<keyof typeof en, 'shared'>;

const TEXTS: Readonly<Record<TextLanguage, Readonly<Record<TextKey, Written>> & { readonly shared: typeof en.shared }>> = { en, km, th, zh, id };

const UNIT = { person: 'once', 'attendance-mark': 'marks', check: 'checks' } as const;

/** P7 has one text for all its days, T3 one for its only basis. */
const textKeyOf = ({ key, code, basis }: Indicator): TextKey =>
  (code === 'T3' ? code : code === 'P7' ? `P7/${basis.split('-')[0] ?? ''}` : key) as TextKey;

export const textOf = (indicator: Indicator, language: TextLanguage): IndicatorText => {
  const { shared, ...texts } = TEXTS[language];
  const { name, numerator, denominator, window, source } = texts[textKeyOf(indicator)];
  const day = indicator.day ?? 0;
  const fill = (text: string): string => text.replaceAll('{day}', String(day)).replaceAll('{grace}', String(RETENTION_GRACE[day] ?? 0));
  return {
    name: fill(name),
    unit: shared[UNIT[populationOf(indicator.population).unit]],
    numerator: fill(numerator),
    denominator: fill(denominator),
    window: fill(window),
    exclusions: indicator.hasExclusions ? shared.coded : shared.none,
    source: fill(source),
  };
};

export interface DefinedIndicator extends Indicator {
  readonly texts: Readonly<Record<TextLanguage, IndicatorText>>;
}

/** Every indicator with its definition in every language. */
export const definedIndicators = (): DefinedIndicator[] =>
  INDICATORS.map((indicator) => ({
    ...indicator,
    texts: Object.fromEntries(TEXT_LANGUAGES.map((language) => [language, textOf(indicator, language)])) as Record<TextLanguage, IndicatorText>,
  }));
