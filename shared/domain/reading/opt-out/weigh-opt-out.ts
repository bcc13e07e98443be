import type { Intent, OptOut } from '../intent.ts';
import type { Concept } from '../lexicon/concept.ts';
import { type Leaving, staying } from '../parsed-reply.ts';
import type { ReadWords } from '../read-words.ts';
import { isNamed, Said } from '../said.ts';
import type { TopicShares } from '../second-opinion/topic-model.ts';
import { type Likeness, mayBeLeaving } from './may-be-leaving.ts';
import { askedAbout } from './read-opt-out.ts';
import { saysOnlyWhose } from './rules-wrong-number.ts';

/**
 * Where the rules are in doubt or silent and the model takes a text for a wish to leave this surely, it is one. Counted at
 * 0.7, without the guards below: of the 1,217 texts of the four voices left out that are none, none; of the 19 wishes that
 * were only asked about, 10. A false one is answered with the way back, a wish that is not heard with more texts.
 */
const sureFrom = 0.75;
/**
 * What the rules take for a wish, and the model for nearly anything else, is asked about: "stop the naproxen on account of
 * my stomach". Of eight voices left out by turns, 7 of 718 wishes are asked about for it.
 */
const hardlyBelow = 0.08;
/** A few words say too little for a model: what the rules hear in them holds. */
const fewWords = 6;
/** A goodbye to life, or a plea of somebody who is hurt, must not end in silence. */
const graveFrom = 0.04;

const inDoubt: Leaving = { kind: 'in-doubt' };

/** What is ours, and what is done about it: likeness alone is no wish ("laissez-moi vous dire merci"). */
const aboutUs: ReadonlySet<string> = new Set<Concept>([
  'our-messages',
  'contacting',
  'receiving',
  'list-of-ours',
  'removing',
  'leaves-the-service',
  'doubt-in-us',
  'elsewhere-now',
  'phone-of-another',
  'other-phone',
  'consent',
  'too-many',
]);
/** A limit of hours or days, a number of the diary, thanks: what is said of ours is no end of it. */
const ofLess: ReadonlySet<string> = new Set<Concept>([
  'hour-wish',
  'with-end',
  'fewer',
  'of-a-score',
  'thanks',
  'pause-word',
]);
const namesUs = ({ tokens, mentions }: ReadWords): boolean =>
  mentions.some(({ concept }) => aboutUs.has(concept)) &&
  !mentions.some(({ concept }) => ofLess.has(concept)) &&
  tokens.every(({ kind }) => kind !== 'number');

const isLong = ({ tokens }: ReadWords): boolean => tokens.filter(({ kind }) => kind === 'word').length > fewWords;

const shareOf = (shares: TopicShares, ...topics: readonly string[]): number =>
  topics.reduce((sum, topic) => sum + (shares.get(topic) ?? 0), 0);

/**
 * The rules' reading of a wish to be left alone, weighed against a model of what texts are about and one of such wishes: agreed,
 * it is carried out; at odds, it is asked about. `danger`: a red flag or a sign that was found, beside which the rules alone
 * are heard; despair that a model suspects is answered without a question, so that one about leaving may stand beside it.
 */
export const weighOptOut = (
  ruled: OptOut | 'doubt' | undefined,
  intent: Intent,
  read: ReadWords,
  likeness: Likeness,
  danger: 'none' | 'hopeless' | 'found',
): Leaving => {
  const { shares, leaving, mayBeLastWords } = likeness;
  const isSettled = danger !== 'none';
  if (ruled !== undefined && ruled !== 'doubt') {
    const isWeighed = !isSettled && ruled.by === 'ours' && !ruled.wrongNumber && isLong(read);
    return isWeighed && shareOf(shares(), 'leaving') < hardlyBelow && leaving() === undefined
      ? inDoubt
      : { kind: 'leaves', ...ruled };
  }
  const isAsked = ruled === 'doubt' || (danger !== 'found' && mayBeLeaving(intent, read, likeness));
  if (!isAsked) return staying;
  if (isSettled) return inDoubt;
  const isSure =
    !askedAbout.some((concept) => isNamed(read, concept)) &&
    !saysOnlyWhose(new Said(read)) &&
    (ruled === 'doubt' || namesUs(read)) &&
    (leaving()?.isSure === true || shareOf(shares(), 'leaving') > sureFrom) &&
    shareOf(shares(), 'crisis', 'sign') < graveFrom &&
    !mayBeLastWords();
  return isSure ? { kind: 'leaves', by: 'ours', wrongNumber: false } : inDoubt;
};
