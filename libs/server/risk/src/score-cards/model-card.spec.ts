import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RESPONSE_DAYS } from '../flags/flag.rules';
import { TIERS } from './tier.rules';
import { rulebookOfCard, SCORE_CARDS } from './score-cards.catalogue';

const modelCard = (id: string): string => join(__dirname, '../../../../../docs/model-cards', `${id}.md`);

describe('the model card of a score card', () => {
  it.each(SCORE_CARDS.map(({ id }) => id))('%s is written, and prints the points that are used', (id) => {
    expect(existsSync(modelCard(id))).toBe(true);
    const text = readFileSync(modelCard(id), 'utf8');
    const { card, instrument } = rulebookOfCard(id);
    for (const item of instrument.items) {
      const points = card.items[item.code];
      expect(text).toContain(`| ${item.code} | ${item.text.en} | ${points?.present} | ${points?.partial} |`);
    }
    for (const [kind, steps] of Object.entries(card.signals)) {
      for (const { from, points } of steps) {
        expect(text).toContain(`| ${kind} | ${from} | ${points} |`);
      }
    }
    for (const { code, from } of card.bands.slice(1)) {
      expect(text).toContain(`| ${code} | ${from} |`);
    }
    for (const tier of TIERS) {
      expect(text).toContain(`| ${tier} | ${RESPONSE_DAYS[tier].adult} | ${RESPONSE_DAYS[tier].minor} |`);
    }
    expect(text).toContain('not calibrated');
  });
});
