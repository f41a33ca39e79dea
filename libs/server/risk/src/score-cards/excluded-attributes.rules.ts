import { ruleBroken, type DomainError } from '@sampan/kernel';
import type { InstrumentVersion } from '../instruments/instrument.rules';
import type { ScoreCard } from './score-card.rules';

/** Who somebody is, as against what is offered to them: never scored, under no name. */
export const EXCLUDED_ATTRIBUTES = [
  'nationality',
  'citizenship',
  'citizen',
  'stateless',
  'ethnicity',
  'ethnic',
  'race',
  'tribe',
  'caste',
  'indigenous',
  'religion',
  'religious',
  'faith',
  'sex',
  'gender',
  'female',
  'male',
  'woman',
  'man',
  'transgender',
  'orientation',
  'disability',
  'disabled',
  'impairment',
  // Stand-ins for the above: they fire for everybody of one origin.
  'birthplace',
  'native-language',
  'mother-tongue',
  'border-district',
  'lives-in',
] as const;

/** Whether a feature's code names an excluded attribute, in any spelling of its word borders. */
export const isExcluded = (code: string): boolean => {
  const words = `-${code
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '-')}-`;
  return EXCLUDED_ATTRIBUTES.some((attribute) => words.includes(`-${attribute}-`));
};

/**
 * Why a card must not be published, or null. It may weigh items of its instrument and known signals, nothing else;
 * so an attribute of a person cannot enter even under a new name.
 */
export const whyNotPublishCard = (
  card: ScoreCard,
  instrument: InstrumentVersion,
  signalKinds: readonly string[],
): DomainError | null => {
  const features = [...Object.keys(card.items), ...Object.keys(card.signals)];
  const excluded = features.filter(isExcluded);
  if (excluded.length > 0) {
    return ruleBroken('CARD_EXCLUDED_ATTRIBUTE', 'A score card must not weigh who somebody is.', { excluded });
  }
  const items = new Map(instrument.items.map((item) => [item.code, item]));
  const strange = [
    ...Object.keys(card.items).filter((code) => !items.has(code)),
    ...Object.keys(card.signals).filter((code) => !signalKinds.includes(code)),
  ];
  if (strange.length > 0) {
    return ruleBroken('CARD_UNKNOWN_FEATURE', 'A score card weighs items of its instrument and known signals only.', {
      strange,
    });
  }
  const wrong = Object.entries(card.items).filter(([code, { present, partial }]) => {
    const sign = items.get(code)?.direction === 'protective' ? -1 : 1;
    return !isStep(present * sign) || !isStep(partial * sign) || partial * sign > present * sign;
  });
  const wrongSteps = Object.entries(card.signals).filter(
    ([, steps]) =>
      steps.length === 0 ||
      steps.some(({ from, points }, at) => !isStep(points) || (at > 0 && from <= (steps[at - 1]?.from ?? from))),
  );
  if (wrong.length > 0 || wrongSteps.length > 0 || !Number.isInteger(card.base)) {
    return ruleBroken('CARD_POINTS_INVALID', 'Points are whole numbers, and point in the direction that is printed.', {
      wrong: [...wrong, ...wrongSteps].map(([code]) => code),
    });
  }
  return null;
};

/** A fact of no points would be listed without moving the score. */
const isStep = (points: number): boolean => Number.isInteger(points) && points > 0;
