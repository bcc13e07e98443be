import type { Mention } from '../assertion/assert-mentions.ts';
import type { SafetyFlag } from '../intent.ts';
import type { Concept } from '../lexicon/concept.ts';
import type { Context } from '../lexicon/lexicon.ts';
import type { NumberSign } from './signs-in-numbers.ts';

/** What a rule may ask for: a concept of the lexicons, or a sign that stands in numbers. */
export type Sign = Concept | NumberSign;

/** Signs, any one of which has to be said (made by `any`); `counts` names contexts in which one counts all the same. */
export interface Part {
  readonly any: readonly string[];
  readonly counts?: readonly Context[];
}

/** A red flag as a combination of concepts that are said of today and of the person. */
export interface SafetyRule {
  readonly id: string;
  readonly flag: SafetyFlag;
  /** What was said is nobody's business: its words are kept nowhere. So with every crisis and all violence. */
  readonly isPrivate?: true;
  /**
   * Said of work, stairs and the end of a course as well: beside everyday things, or a score, an opt-out, a command or talk
   * that is plain, it is only suspected.
   */
  readonly isWeak?: true;
  /** Why this is a red flag, with the fact it rests on. */
  readonly why: string;
  readonly all: readonly Part[];
  /** How many words may stand between the first part and each other one; anywhere in the text if absent. */
  readonly within?: number;
  /** Concepts that make it harmless when they are said of today. */
  readonly unless?: readonly Sign[];
}

type WordsOf<Text extends string, Before = never> = Text extends `${infer First} ${infer Rest}`
  ? WordsOf<Rest, Before | First>
  : Before | Text;
/** Nothing to add where all words are signs; else what no text is, so that the type checker names the word that is none. */
type OnlySigns<Text extends string> =
  Exclude<WordsOf<Text>, Sign> extends never ? unknown : { readonly noLexiconHas: Exclude<WordsOf<Text>, Sign> };

/** A part in short: `'numbness unfelt'` is either sign. */
export const any = <Text extends string>(signs: Text & OnlySigns<Text>, ...counts: readonly Context[]): Part => ({
  any: signs.split(' '),
  ...(counts.length > 0 ? { counts } : {}),
});

const unsaid: readonly Mention[] = [];

/** What makes a rule's signs harmless counts though it is said of others, or of another time. */
const toleratedInUnless: readonly Context[] = ['other', 'past', 'known', 'hypothetical'];

/** Mentions by their concept. */
export type ByConcept = ReadonlyMap<string, readonly Mention[]>;

/** The mentions of a text, listed by their concept. */
export const byConcept = (mentions: readonly Mention[]): ByConcept => Map.groupBy(mentions, ({ concept }) => concept);

const counts = ({ contexts }: Mention, tolerated: readonly Context[]): boolean => {
  for (const context of contexts) if (!tolerated.includes(context)) return false;
  return true;
};

const isNamed = (said: ByConcept, { any: concepts }: Part): boolean => {
  for (const concept of concepts) if (said.has(concept)) return true;
  return false;
};

/** Nearly every part of nearly every rule is unsaid in a text: nothing is made for those. */
const mentionsOf = (said: ByConcept, part: Part, tolerated: readonly Context[]): readonly Mention[] => {
  if (!isNamed(said, part)) return unsaid;
  const allowed = part.counts === undefined ? tolerated : [...tolerated, ...part.counts];
  return part.any.flatMap((concept) => said.get(concept)?.filter((mention) => counts(mention, allowed)) ?? unsaid);
};

const isNear = (a: Mention, b: Mention, within: number): boolean => Math.max(a.from - b.to, b.from - a.to) <= within;

/** Whether a rule applies to what was said; `tolerated` are contexts that this text has no harm in. */
export const applies = (rule: SafetyRule, said: ByConcept, tolerated: readonly Context[]): boolean => {
  const found: (readonly Mention[])[] = [];
  for (const part of rule.all) {
    const mentions = mentionsOf(said, part, tolerated);
    if (mentions.length === 0) return false;
    found.push(mentions);
  }
  if (rule.unless?.some((concept) => said.get(concept)?.some((mention) => counts(mention, toleratedInUnless))))
    return false;
  const { within } = rule;
  const [anchors, ...others] = found;
  if (within === undefined || anchors === undefined) return true;
  return anchors.some((anchor) =>
    others.every((mentions) => mentions.some((mention) => isNear(anchor, mention, within))),
  );
};
