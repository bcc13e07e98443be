import type { Mention } from '../assertion/assert-mentions.ts';
import type { SafetyFlag } from '../intent.ts';
import type { Concept } from '../lexicon/concept.ts';
import type { Context } from '../lexicon/lexicon.ts';
import type { NumberSign } from './signs-in-numbers.ts';

/** What a rule may ask for: a concept of the lexicons, or a sign that is told by a number. */
export type Sign = Concept | NumberSign;

/** Signs of which one must be said (made by `any`). `counts` names contexts in which a sign counts nevertheless. */
export interface Part {
  readonly any: readonly string[];
  readonly counts?: readonly Context[];
}

/** A red flag as a combination of concepts, said of today and of the person. */
export interface SafetyRule {
  readonly id: string;
  readonly flag: SafetyFlag;
  /** The words are nobody's business and are kept nowhere. Every crisis and all violence are private without it. */
  readonly isPrivate?: true;
  /**
   * The words are also said of work, stairs and the end of a course. Beside everyday things, or beside a plain score,
   * opt-out, command or talk, the flag is only suspected.
   */
  readonly isWeak?: true;
  /** The reason why this is a red flag, with the fact that it rests on. */
  readonly why: string;
  readonly all: readonly Part[];
  /**
   * At most this many words may stand between the first part and each other part. Without it they may be anywhere in the
   * text.
   */
  readonly within?: number;
  /** Concepts that make the signs harmless if they are said of today. */
  readonly unless?: readonly Sign[];
}

type WordsOf<Text extends string, Before = never> = Text extends `${infer First} ${infer Rest}`
  ? WordsOf<Rest, Before | First>
  : Before | Text;
/**
 * Adds nothing if all words are signs. Otherwise it asks for a property that no text has, so that the type checker names
 * the words that are no signs.
 */
type OnlySigns<Text extends string> =
  Exclude<WordsOf<Text>, Sign> extends never ? unknown : { readonly noLexiconHas: Exclude<WordsOf<Text>, Sign> };

/** A part from the names of its signs: `'numbness unfelt'` asks for either. */
export const any = <Text extends string>(signs: Text & OnlySigns<Text>, ...counts: readonly Context[]): Part => ({
  any: signs.split(' '),
  ...(counts.length > 0 ? { counts } : {}),
});

const unsaid: readonly Mention[] = [];

/** What makes a rule's signs harmless counts even if it is said of somebody else or of another time. */
const toleratedInUnless: readonly Context[] = ['other', 'past', 'known', 'hypothetical'];

/** The mentions of a text by their concept. */
export type ByConcept = ReadonlyMap<string, readonly Mention[]>;

/** Groups the mentions of a text by their concept. */
export const byConcept = (mentions: readonly Mention[]): ByConcept => Map.groupBy(mentions, ({ concept }) => concept);

const counts = ({ contexts }: Mention, tolerated: readonly Context[]): boolean => {
  for (const context of contexts) if (!tolerated.includes(context)) return false;
  return true;
};

const isNamed = (said: ByConcept, { any: concepts }: Part): boolean => {
  for (const concept of concepts) if (said.has(concept)) return true;
  return false;
};

/** The mentions that fulfil a part. Most parts of most rules are not named at all, and cost nothing here. */
const mentionsOf = (said: ByConcept, part: Part, tolerated: readonly Context[]): readonly Mention[] => {
  if (!isNamed(said, part)) return unsaid;
  const allowed = part.counts === undefined ? tolerated : [...tolerated, ...part.counts];
  return part.any.flatMap((concept) => said.get(concept)?.filter((mention) => counts(mention, allowed)) ?? unsaid);
};

const isNear = (a: Mention, b: Mention, within: number): boolean => Math.max(a.from - b.to, b.from - a.to) <= within;

/** Whether a rule applies to what was said. `tolerated` are contexts that do not weaken a sign in this text. */
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
