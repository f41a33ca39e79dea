import { getInstrument } from '../instruments/instruments.catalogue';
import {
  offerFinding,
  overrideOf,
  ratedItems,
  whyNotRecord,
  type Answer,
  type ScreeningDraft,
} from './screening.rules';

const instrument = getInstrument('online-scam-exposure-1');
const TODAY = '2026-06-15';
const answer = (item: string, rating: string, over: Partial<Answer> = {}): Answer => ({
  item,
  rating,
  evidence: null,
  on: null,
  ...over,
});
const draft = (over: Partial<ScreeningDraft> = {}): ScreeningDraft => ({
  screenedOn: TODAY,
  answers: [answer('offer-in-hand', 'present')],
  ownLevel: null,
  ownReasons: null,
  ...over,
});

describe('a screening', () => {
  it('is recorded when it fits the instrument, also with nothing answered', () => {
    expect(whyNotRecord(instrument, draft(), TODAY)).toBeNull();
    expect(whyNotRecord(instrument, draft({ answers: [] }), TODAY)).toBeNull();
  });

  it.each<[string, Partial<ScreeningDraft>]>([
    ['SCREENING_IN_FUTURE', { screenedOn: '2026-06-16' }],
    ['SCREENING_IN_FUTURE', { answers: [answer('offer-in-hand', 'present', { on: '2026-06-16' })] }],
    ['ITEM_UNKNOWN', { answers: [answer('nationality', 'present')] }],
    ['RATING_OUT_OF_SCALE', { answers: [answer('offer-in-hand', '7')] }],
    ['ITEM_RATED_TWICE', { answers: [answer('offer-in-hand', 'present'), answer('offer-in-hand', 'absent')] }],
    ['OWN_LEVEL_REASON_MISSING', { ownLevel: 'urgent', ownReasons: ' ' }],
  ])('is refused with %s', (code, over) => {
    expect(whyNotRecord(instrument, draft(over), TODAY)).toMatchObject({ code });
  });

  it.each([['draft'], ['retired']] as const)('cannot be made with a version that is %s', (status) => {
    expect(whyNotRecord({ ...instrument, status }, draft(), TODAY)).toMatchObject({ code: 'INSTRUMENT_NOT_PUBLISHED' });
    expect(whyNotRecord(null, draft(), TODAY)).toMatchObject({ code: 'INSTRUMENT_NOT_PUBLISHED' });
  });

  it('dates a rating by its evidence, else by the talk', () => {
    const rated = ratedItems({
      id: 's',
      ...draft({ answers: [answer('work-lost', 'present', { on: '2026-05-01' }), answer('no-income', 'present')] }),
    });
    expect(rated.map(({ on }) => on)).toEqual(['2026-05-01', TODAY]);
  });
});

describe('the offer', () => {
  it.each([
    ['warning-signs', [answer('no-interview', 'partial')]],
    ['no-warning-signs', [answer('no-interview', 'absent')]],
    ['not-asked', [answer('no-interview', 'unknown'), answer('no-income', 'present')]],
  ] as const)('has the finding "%s"', (finding, answers) => {
    expect(offerFinding(instrument, ratedItems({ id: 's', screenedOn: TODAY, answers }))).toBe(finding);
  });
});

describe("a worker's own level", () => {
  it.each([
    [null, 'high', 'none'],
    ['high', 'high', 'none'],
    ['urgent', 'high', 'higher'],
    ['low', 'moderate', 'lower'],
    ['low', null, 'none'],
    ['moderate', null, 'higher'],
  ] as const)('of %s against %s is an override: %s', (own, tier, override) => {
    expect(overrideOf(own, tier)).toBe(override);
  });
});
