import type { ScoreFact } from '../score-cards/score-card.rules';
import { changesBetween, reasonsVisibleTo } from './visible-reasons.rules';
import { HELP_TEXTS, OFFERS_OF_HELP, suggestedHelp } from './offers-of-help.rules';
import { LANGUAGES } from '../instruments/localised-text';

const fact = (code: string, over: Partial<ScoreFact> = {}): ScoreFact => ({
  key: code,
  code,
  direction: 'risk',
  points: 2,
  partly: false,
  magnitude: null,
  fact: 'fact.protection',
  on: '2026-06-01',
  expiresOn: null,
  source: { type: 'screening', id: 's' },
  byItself: null,
  ...over,
});

describe('the reasons of a flag', () => {
  it('say that there is one more to a reader who may not see it, and nothing about it', () => {
    const facts = [fact('offer-in-hand'), fact('trafficked-before', { fact: 'fact.sensitive' })];
    const unknown = [
      { code: 'placement-lost', direction: 'risk' as const, points: 2, fact: 'fact.placement' as const },
    ];
    const seen = reasonsVisibleTo({ facts, unknown }, (needed) => needed === 'fact.protection');
    expect(seen).toEqual({ facts: [facts[0]], hiddenFacts: 1, unknown: [] });
    expect(JSON.stringify(seen)).not.toContain('trafficked');
  });

  it('say what changed since last time', () => {
    expect(changesBetween([fact('a'), fact('b')], [fact('b'), fact('c')])).toEqual({ added: ['c'], gone: ['a'] });
  });
});

describe('the suggested offer of help', () => {
  it('answers the heaviest facts first, and always holds a talk', () => {
    const facts = [
      fact('missed-sessions', { points: 4 }),
      fact('debt-to-recruiter', { points: 3 }),
      fact('debt-under-pressure', { points: 2 }),
    ];
    expect(suggestedHelp(facts, false)).toEqual(['debt-advice', 'back-to-training', 'talk']);
  });

  it('does not answer a strength', () => {
    expect(suggestedHelp([fact('in-work', { direction: 'protective', points: -3 })], false)).toEqual(['talk']);
  });

  it('brings in child protection for somebody who is, or may be, under 18', () => {
    expect(suggestedHelp([fact('offer-in-hand')], true)[0]).toBe('child-protection');
  });

  it.each(OFFERS_OF_HELP)('"%s" reads in five languages', (help) => {
    expect(new Set(LANGUAGES.map((language) => HELP_TEXTS[help][language])).size).toBe(LANGUAGES.length);
  });
});
