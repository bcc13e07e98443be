import type { ByConcept, SafetyRule } from './safety-rule.ts';

/** Finds the rules, in their order, that can apply to what was said: of a part of theirs some sign is named. */
type RulesBySign = (said: ByConcept) => readonly SafetyRule[];

/** The part of a rule that the fewest signs can be: the rule is looked at only where one of those is said. */
const rarestPart = ({ all }: SafetyRule): readonly string[] =>
  all.map(({ any }) => any).reduce((fewest, any) => (any.length < fewest.length ? any : fewest));

/** Sorts rules by signs, once: a text names a handful of signs, and few of the rules are about those. */
export const rulesBySign = (rules: readonly SafetyRule[]): RulesBySign => {
  const places = new Map<string, Set<number>>();
  for (const [place, rule] of rules.entries())
    for (const sign of rarestPart(rule)) places.set(sign, (places.get(sign) ?? new Set()).add(place));
  return (said) => {
    const found = new Set<number>();
    for (const sign of said.keys()) for (const place of places.get(sign) ?? []) found.add(place);
    return [...found].sort((a, b) => a - b).flatMap((place) => rules[place] ?? []);
  };
};
