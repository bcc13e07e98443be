import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../../shared/content/safety.ts';
import { optOutRules } from '../../../shared/domain/reading/opt-out/opt-out-rules.ts';
import { OptOutView } from '../../../shared/domain/reading/opt-out/opt-out-view.ts';
import { wrongNumberRules } from '../../../shared/domain/reading/opt-out/rules-wrong-number.ts';
import { Said } from '../../../shared/domain/reading/said.ts';
import { subjects, textsOf } from '../../corpus/labelled.ts';

/** Four writers, two of whom are a different person at every line: enough for every rule to hold of some text. */
const writers = ['many', 'many-three', 'many-six', 'monique'];

describe('what a rule of leaving needs', () => {
  const { words } = loadLexicon();
  const texts = subjects.flatMap((subject) => writers.flatMap((writer) => textsOf(subject, writer)));
  const all = texts.map(({ text }) => new Said(words(text)));
  const rules = [...wrongNumberRules, ...optOutRules];
  // "Wrong number" is said in these words or not at all: what else must be so tells nothing by itself.
  const ofMore = rules.filter(({ needs }) => !needs.flat().includes('wrong-number'));

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
