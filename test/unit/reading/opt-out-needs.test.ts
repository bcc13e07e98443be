import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../../shared/content/safety.ts';
import { optOutRules } from '../../../shared/domain/reading/opt-out/opt-out-rules.ts';
import { OptOutView } from '../../../shared/domain/reading/opt-out/opt-out-view.ts';
import { rulesWorthAsking } from '../../../shared/domain/reading/opt-out/rules-worth-asking.ts';
import { wrongNumberRules } from '../../../shared/domain/reading/opt-out/rules-wrong-number.ts';
import { Said } from '../../../shared/domain/reading/said.ts';
import { subjects, textsOf } from '../../corpus/labelled.ts';

/** A different person at every line, and one of whole sentences: enough for every rule to be looked at. */
const writers = ['many', 'many-three', 'many-five', 'many-six', 'many-seven', 'many-twenty-five', 'monique'];

describe('what a rule of leaving needs', () => {
  const { words } = loadLexicon();
  const texts = subjects.flatMap((subject) => writers.flatMap((writer) => textsOf(subject, writer)));
  const all = texts.map(({ text }) => new Said(words(text)));
  const rules = [...wrongNumberRules, ...optOutRules, ...rulesWorthAsking];
  // Beyond what they need the others ask that something is not said, which is so of an empty text as well.
  const saysNothing = new OptOutView(new Said({ tokens: [], mentions: [] }));
  const ofMore = rules.filter(({ holds }) => holds?.(saysNothing) === false);

  it.each(ofMore)('$why: is named in every text of which the rule holds', ({ needs, holds }) => {
    const held = all.filter((said) => holds?.(new OptOutView(said)) === true);
    const lacking = held.filter((said) => !needs.every((concepts) => said.has(...concepts)));
    expect(lacking.map(({ tokens }) => tokens.map(({ text }) => text).join(' '))).toEqual([]);
  });

  it('leaves no rule without a text', () => {
    const holding = rules.filter(({ needs }) => all.some((said) => needs.every((concepts) => said.has(...concepts))));
    expect(holding.length).toBe(rules.length);
  });
});
