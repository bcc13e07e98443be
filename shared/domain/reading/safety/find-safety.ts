import type { Mention } from '../assertion/assert-mentions.ts';
import type { SafetyFlag } from '../intent.ts';
import type { Concept } from '../lexicon/concept.ts';
import type { Context } from '../lexicon/lexicon.ts';
import type { ReadWords } from '../read-words.ts';
import { rulesBySign } from './rules-by-sign.ts';
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

/** Whether somebody writes for another person, or asks what to do for one. That person's signs count then. */
const asksForAnother = (said: ByConcept): boolean => said.has('writes-for-another');

const toleratedForAnother: readonly Context[] = ['other'];
const nothingTolerated: readonly Context[] = [];

const toleratedIn = (flag: SafetyFlag, ofBody: readonly Context[]): readonly Context[] => {
  if (flag === 'crisis') return toleratedInCrisis;
  return flag === 'violence' ? toleratedInViolence : ofBody;
};

const allRules = rulesBySign(safetyRules);

const findAmong = (
  rulesOn: ReturnType<typeof rulesBySign>,
  { tokens, mentions }: Pick<ReadWords, 'tokens' | 'mentions'>,
): SafetyRule | undefined => {
  if (mentions.length === 0) return undefined;
  const said = byConcept([...mentions, ...signsInNumbers(tokens, mentions)]);
  const ofBody = asksForAnother(said) ? toleratedForAnother : nothingTolerated;
  return rulesOn(said).find((rule) => applies(rule, said, toleratedIn(rule.flag, ofBody)));
};

/**
 * The rule of the gravest red flag in a reply; undefined if there is none. No model takes part, so that the same text
 * always has the same rule.
 */
export const findSafetyRule = (words: Pick<ReadWords, 'tokens' | 'mentions'>): SafetyRule | undefined =>
  findAmong(allRules, words);

/** What a rule can begin with: any concept that a rule asks for, or a number, which may tell of degrees, tablets or an age. */
const signConcepts: ReadonlySet<string> = new Set([
  aNumber,
  ...safetyRules.flatMap(({ all }) => all.flatMap(({ any }) => any)),
]);

/** Whether a text names anything that a rule asks for, in any context. Without that, no part of the text can hold a flag. */
export const namesSigns = ({ mentions }: Pick<ReadWords, 'mentions'>): boolean =>
  mentions.some(({ concept }) => signConcepts.has(concept));

/** A red flag that was found, and what may become of it. */
export interface RedFlag {
  readonly flag: SafetyFlag;
  /** The rule that found it; missing where a model did. */
  readonly rule?: string;
  /** The words are kept nowhere (a crisis, violence at home, an overdose); only the event is. */
  readonly isPrivate: boolean;
  /**
   * A sign of the body that is told in words alone, which a model may doubt. The rules know despair, tablets and degrees
   * better.
   */
  readonly isWeighed?: true;
  /** The rule asks for a single concept, so the sign was told in plain words. */
  readonly isPlain?: true;
  /** The rule's words may be a manner of speaking. */
  readonly isWeak?: true;
}

const isPrivate = ({ flag, isPrivate: alone }: SafetyRule): boolean =>
  flag === 'crisis' || flag === 'violence' || alone === true;
const privateRules = rulesBySign(safetyRules.filter(isPrivate));

/**
 * The gravest red flag in a reply; undefined if there is none. An overdose stays private even if something graver stands
 * beside it.
 */
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

/** Contexts in which a danger is denied, or told of another time or person: "I don't want to die". */
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
