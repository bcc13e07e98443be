import type { Intent, OptOut } from '../intent.ts';
import type { Concept } from '../lexicon/concept.ts';
import { type Leaving, staying } from '../parsed-reply.ts';
import { type ReadWords, wordsIn } from '../read-words.ts';
import { isNamed, Said } from '../said.ts';
import type { TopicShares } from '../second-opinion/topic-model.ts';
import { type Likeness, mayBeLeaving } from './may-be-leaving.ts';
import { askedAbout } from './read-opt-out.ts';
import { saysOnlyWhose } from './whose-phone.ts';

/**
 * From this likeness on, a text is an opt-out though the rules doubt it or find none. Measured at 0.7 without the guards
 * below, on the four voices left out: none of 1,217 texts that are no opt-out, and 10 of the 19 opt-outs that were only
 * asked about. A false opt-out is answered with the way back; a missed one is followed by more texts.
 */
const sureFrom = 0.75;
/**
 * Below this likeness, an opt-out that the rules found is asked about: "stop the naproxen on account of my stomach". With
 * eight voices left out in turn, that makes 7 of 718 real opt-outs a question.
 */
const hardlyBelow = 0.08;
/** A shorter text says too little for a model, so the rules decide it alone. */
const fewWords = 6;
/** Above this likeness a text may be a goodbye to life or a plea of somebody who is hurt, which must not end in silence. */
const graveFrom = 0.04;

const inDoubt: Leaving = { kind: 'in-doubt' };

/**
 * Concepts of what we send and what may be done about it. Without one of them likeness alone is no opt-out: "laissez-moi
 * vous dire merci".
 */
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
/** Concepts that speak of us but ask for no end: a limit of hours or days, a number of the diary, thanks. */
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

const isLong = (read: ReadWords): boolean => wordsIn(read) > fewWords;

const shareOf = (shares: TopicShares, ...topics: readonly string[]): number =>
  topics.reduce((sum, topic) => sum + (shares.get(topic) ?? 0), 0);

/**
 * Weighs the rules' reading of an opt-out against two models, of topics and of such wishes. Where they agree it is carried
 * out, where they differ it is asked about. `danger` is a red flag or sign in the same text; beside one that was found,
 * only the rules count. Despair that a model alone suspects is answered without a question, so a question about leaving may
 * stand beside it.
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
