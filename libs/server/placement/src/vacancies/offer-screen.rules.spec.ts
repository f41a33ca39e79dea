import { OFFER_ITEMS, payAnswers, screenOffer, STOPPING_ITEMS, type OfferAnswers, type OfferItem } from './offer-screen.rules';

const noSign = Object.fromEntries(OFFER_ITEMS.map((item) => [item, 'no'])) as OfferAnswers;
const fairPay = { wage: { amount: 12_000, currency: 'THB', period: 'month' }, usualMonthly: 11_500, legalMinimumMonthly: 10_000 } as const;
const withSigns = (...items: OfferItem[]): OfferAnswers => ({ ...noSign, ...Object.fromEntries(items.map((item) => [item, 'yes'])) });

describe('The screen of an offer', () => {
  it('passes an offer without warning signs', () => {
    expect(screenOffer(noSign, fairPay)).toEqual({ outcome: 'passed', signs: [], unknown: [] });
  });

  it.each(OFFER_ITEMS.map((item) => [item, STOPPING_ITEMS.has(item) ? 'failed' : 'passed'] as const))('%s alone: %s', (item, outcome) => {
    expect(screenOffer(withSigns(item), fairPay)).toMatchObject({ outcome, signs: [item] });
  });

  it('fails an offer with three milder signs, but not with two', () => {
    expect(screenOffer(withSigns('no-interview', 'hurry-few-questions'), fairPay).outcome).toBe('passed');
    expect(screenOffer(withSigns('no-interview', 'hurry-few-questions', 'suspicious-title'), fairPay).outcome).toBe('failed');
  });

  it('holds up an offer while a stopping sign is unknown, and lists it', () => {
    expect(screenOffer({ ...noSign, 'on-watch-list': 'unknown' }, fairPay)).toEqual({ outcome: 'more-needed', signs: [], unknown: ['on-watch-list'] });
  });

  it('lets a milder unknown pass', () => {
    expect(screenOffer({ ...noSign, 'no-interview': 'unknown' }, fairPay).outcome).toBe('passed');
  });

  it('fails pay below the legal minimum', () => {
    expect(screenOffer(noSign, { ...fairPay, legalMinimumMonthly: 12_001 })).toMatchObject({ outcome: 'failed', signs: ['below-legal-minimum'] });
  });

  it.each([
    ['exactly twice the usual wage is not far above', 6_000, 'no'],
    ['more than twice is', 5_999, 'yes'],
    ['an unknown usual wage is unknown, never "no"', null, 'unknown'],
  ] as const)('%s', (_, usualMonthly, expected) => {
    expect(payAnswers({ ...fairPay, usualMonthly })['pay-far-above-market']).toBe(expected);
  });

  it('cannot compare piece work', () => {
    expect(payAnswers({ ...fairPay, wage: { amount: 3, currency: 'THB', period: 'piece' } })).toEqual({ 'pay-far-above-market': 'unknown', 'below-legal-minimum': 'unknown' });
  });
});
