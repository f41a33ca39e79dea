import { type KnownContact, safeContacts } from './safe-contact.rules';

const contact = (over: Partial<KnownContact>): KnownContact => ({
  kind: 'phone',
  value: '+85510000001',
  whose: 'self',
  safeToCall: true,
  safeWhen: null,
  whoMayAnswer: null,
  ...over,
});

describe('safeContacts', () => {
  it('offers what is safe, with when and who may answer', () => {
    expect(safeContacts([contact({ safeWhen: 'after work', whoMayAnswer: 'her sister' })])).toEqual({
      answer: 'safe',
      means: [
        { kind: 'phone', value: '+85510000001', whose: 'self', safeWhen: 'after work', whoMayAnswer: 'her sister' },
      ],
    });
  });

  it('never shows a number about which nobody has asked', () => {
    expect(safeContacts([contact({ safeToCall: null })])).toEqual({ answer: 'not-asked', means: [] });
  });

  it('never shows a number that is not safe', () => {
    expect(safeContacts([contact({ safeToCall: false })])).toEqual({ answer: 'not-safe', means: [] });
    expect(safeContacts([contact({ safeToCall: false }), contact({ value: '+85510000002' })]).means).toHaveLength(1);
  });

  it('puts their own number before a relative’s', () => {
    const means = safeContacts([contact({ whose: 'family', value: 'family' }), contact({ value: 'own' })]).means;
    expect(means.map(({ value }) => value)).toEqual(['own', 'family']);
  });

  it('says when there is none at all', () => {
    expect(safeContacts([])).toEqual({ answer: 'none', means: [] });
  });
});
