import type { Mention } from '../assertion/assert-mentions.ts';
import type { SafetyFlag } from '../intent.ts';
import type { Concept } from '../lexicon/concept.ts';
import type { Context } from '../lexicon/lexicon.ts';
import type { ReadWords } from '../read-words.ts';
import { rulesForCrisis, toleratedInCrisis, weakRulesForCrisis } from './rules-crisis.ts';
import { rulesForNow } from './rules-now.ts';
import { rulesForNowJoined } from './rules-now-joined.ts';
import { rulesForToday } from './rules-today.ts';
import { rulesForViolence, toleratedInViolence } from './rules-violence.ts';
import { applies, type ByConcept, byConcept, type SafetyRule } from './safety-rule.ts';
import { aNumber, signsInNumbers } from './signs-in-numbers.ts';

/** All rules, the gravest first. */
export const safetyRules: readonly SafetyRule[] = [
  ...rulesForCrisis,
  ...weakRulesForCrisis,
  ...rulesForNow,
  ...rulesForNowJoined,
  ...rulesForViolence,
  ...rulesForToday,
];

/** Somebody else writes for the person, or asks what to do for another: their signs count. */
const asksForAnother = (said: ByConcept): boolean => said.has('writes-for-another');

const toleratedForAnother: readonly Context[] = ['other'];
const nothingTolerated: readonly Context[] = [];

const toleratedIn = (flag: SafetyFlag, ofBody: readonly Context[]): readonly Context[] => {
  if (flag === 'crisis') return toleratedInCrisis;
  return flag === 'violence' ? toleratedInViolence : ofBody;
};

const findAmong = (
  rules: readonly SafetyRule[],
  { tokens, mentions }: Pick<ReadWords, 'tokens' | 'mentions'>,
): SafetyRule | undefined => {
  if (mentions.length === 0) return undefined;
  const said = byConcept([...mentions, ...signsInNumbers(tokens, mentions)]);
  const ofBody = asksForAnother(said) ? toleratedForAnother : nothingTolerated;
  return rules.find((rule) => applies(rule, said, toleratedIn(rule.flag, ofBody)));
};

/** The rule of the gravest red flag in a reply; undefined if there is none. Deterministic, no model. */
export const findSafetyRule = (words: Pick<ReadWords, 'tokens' | 'mentions'>): SafetyRule | undefined =>
  findAmong(safetyRules, words);

/** What a rule can begin with: a concept of its own, or a number, which may tell of degrees, tablets or an age. */
const signConcepts: ReadonlySet<string> = new Set([
  aNumber,
  ...safetyRules.flatMap(({ all }) => all.flatMap(({ any }) => any)),
]);

/** Whether a text names anything that a rule asks for, said of whomever and whenever; without, no part of it has a flag. */
export const namesSigns = ({ mentions }: Pick<ReadWords, 'mentions'>): boolean =>
  mentions.some(({ concept }) => signConcepts.has(concept));

/** What a reply calls for, and whether its words are to be kept nowhere. */
export interface RedFlag {
  readonly flag: SafetyFlag;
  /** The rule that found it; none where a model did. */
  readonly rule?: string;
  /** A crisis, violence at home, an overdose: the event alone is kept. */
  readonly isPrivate: boolean;
  /** A sign of the body, told in words alone, which a model may doubt: of despair, tablets and degrees the rules know better. */
  readonly isWeighed?: true;
  /** One concept is all that its rule asks for: told in plain words. */
  readonly isPlain?: true;
  /** Its rule may be a manner of speaking. */
  readonly isWeak?: true;
}

const isPrivate = ({ flag, isPrivate: alone }: SafetyRule): boolean =>
  flag === 'crisis' || flag === 'violence' || alone === true;
const privateRules = safetyRules.filter(isPrivate);

/** The gravest red flag in a reply; undefined if there is none. A graver one beside it does not make an overdose public. */
export const findSafety = (words: Pick<ReadWords, 'tokens' | 'mentions'>): RedFlag | undefined => {
  const rule = findSafetyRule(words);
  if (rule === undefined) return undefined;
  const hides = isPrivate(rule) || findAmong(privateRules, words) !== undefined;
  const isWeighed = !hides && signsInNumbers(words.tokens, words.mentions).length === 0;
  return {
    ...{ flag: rule.flag, rule: rule.id, isPrivate: hides },
    ...(isWeighed ? { isWeighed } : {}),
    ...(rule.all.length === 1 ? { isPlain: true } : {}),
    ...(rule.isWeak ? { isWeak: true } : {}),
  };
};

/** Named, and denied or told of another time or person, wherever it is named: "I don't want to die". */
const denials: ReadonlySet<Context> = new Set(['negated', 'past', 'other', 'figurative', 'quoted']);
const isDeniedAlways = (mentions: readonly Mention[]): boolean =>
  mentions.length > 0 && mentions.every(({ contexts }) => [...contexts].some((context) => denials.has(context)));

const namedIn: Readonly<Record<'crisis' | 'violence', readonly Concept[]>> = {
  crisis: ['wish-to-die', 'kill-me', 'not-wake', 'no-reason', 'self-harm', 'others-suicide'],
  violence: ['hit-me', 'beaten'],
};

/** Whether a text names despair or violence only to deny it, or to tell of another time or person. */
export const isDenied = (flag: 'crisis' | 'violence', { mentions }: Pick<ReadWords, 'mentions'>): boolean =>
  isDeniedAlways(mentions.filter(({ concept }) => namedIn[flag].some((denied) => denied === concept)));
