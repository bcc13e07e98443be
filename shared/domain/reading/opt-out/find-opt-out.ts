import { ordinaryWords } from '../command/keywords.ts';
import type { OptOut } from '../intent.ts';
import { isOneTypoApart } from '../lexicon/edit-distance.ts';
import type { Lexicon } from '../reader-content.ts';
import { Said } from '../said.ts';
import { unicodePattern } from '../text/unicode-pattern.ts';
import { ofPainToo } from './bare-stop.ts';
import { mayAskToLeave, readOptOut, saysToGoOn } from './read-opt-out.ts';

/** The words to which Twilio reacts when one of them is the whole message (docs/facts.md#a8). */
const carrierWords = new Set(['stop', 'stopall', 'unsubscribe', 'cancel', 'end', 'quit', 'revoke', 'optout']);
const typoTolerant = ['stop', 'stopall', 'unsubscribe', 'optout', 'desabonner', 'desabonnement'];
/** These opt out only as a whole text: "Mercredi, fin" tells of a day. */
const wholeTexts = new Set(['fin', 'finmerci', 'finsvp', 'stoppub']);

/** STOP letter by letter: "S.T.O.P.". */
const spelledOut = unicodePattern('(?<![\\p{L}\\p{N}])s[ .,-]{0,3}t[ .,-]{0,3}o[ .,-]{0,3}p(?![\\p{L}\\p{N}])', 'giu');

/**
 * The same without a look at the surrounding letters. It is tried first, because compiling all of Unicode's letters takes a
 * millisecond of a cold start.
 */
const maybeSpelledOut = /[sſ][ .,-]{0,3}t[ .,-]{0,3}o[ .,-]{0,3}p/i;
const withStopSpelled = (text: string): string =>
  maybeSpelledOut.test(text) ? text.replace(spelledOut(text), 'stop') : text;
const hashAlone = unicodePattern('#(?![\\p{L}\\p{N}])', 'gu');

/**
 * A passage is longer than any text message. A mail is read passage by passage, so that the cost grows in proportion to its
 * length.
 */
const longestPassage = 1600;
const gravest = ['wrong-number', 'stop', 'likely', 'doubt'] as const;

/** Splits a text into passages that end at the end of a sentence, or at least of a word, where there is one. */
export const passagesOf = (text: string): readonly string[] => {
  const passages: string[] = [];
  let from = 0;
  while (text.length - from > longestPassage) {
    const piece = text.slice(from, from + longestPassage);
    const end = Math.max(piece.lastIndexOf('\n'), piece.lastIndexOf('. '), piece.lastIndexOf(' '));
    const to = end > longestPassage / 2 ? from + end + 1 : from + longestPassage;
    passages.push(text.slice(from, to));
    from = to;
  }
  return [...passages, text.slice(from)];
};

/** Beside these readings a single clause may still say more. */
const mayBeMore: ReadonlySet<string> = new Set(['likely', 'doubt']);

/** Whether a clause of a text with a cry for help asks to be left alone by itself. The cry must not drown that wish. */
const hasWishOfItsOwn = (plain: string, isCry: boolean, lexicon: Lexicon): boolean => {
  const first = plain.slice(0, longestPassage);
  const clauses = first.split(/(?<=[.,;:!?])\s+|\n+|\s+[-–—]\s+/);
  if (clauses.length < 2 || (clauses.length > 2 && !isCry)) return false;
  const said = new Said(lexicon.words(first));
  // A phrase may end with its line, which for the whole ends nothing.
  const mayBeOne = first.includes('\n') || mayAskToLeave(said);
  if (!mayBeOne || saysToGoOn(said)) return false;
  return clauses.some((clause) => {
    const words = lexicon.words(clause);
    return !ofPainToo.test(words.normalised.text.trim()) && readOptOut(words) === 'stop';
  });
};

const isTypo = (word: string): boolean =>
  word.length >= 4 &&
  word.length <= 16 &&
  !ordinaryWords.has(word) &&
  typoTolerant.some((keyword) => word[0] === keyword[0] && isOneTypoApart(keyword, word));

/**
 * Whether a reply asks to be left alone, in any reasonable wording (docs/facts.md#c1), alone or beside something else.
 * `doubt` if it only may. A single word that Twilio answers is the carrier's opt-out; everything else is ours, so that we
 * answer it.
 */
export const findOptOut = (original: string, isCry: boolean, lexicon: Lexicon): OptOut | 'doubt' | undefined => {
  if (carrierWords.has(original.toLowerCase())) return { by: 'carrier', wrongNumber: false };
  const plainText = lexicon
    .words(original)
    .normalised.text.replace(/[.,!*"'-]/g, '')
    .trim();
  if (wholeTexts.has(plainText.replaceAll(' ', '')) || isTypo(plainText)) return { by: 'ours', wrongNumber: false };
  // The sign alone means STOP. In "🛑 the pain" it changes nothing about the words.
  const plain = withStopSpelled(original.replaceAll('🛑', ' stop ')).replace(hashAlone(original), ' number ');
  const readings = passagesOf(plain).map((passage) => readOptOut(lexicon.words(passage)));
  const found = gravest.find((one) => readings.includes(one));
  const reading =
    (found === undefined || mayBeMore.has(found)) && hasWishOfItsOwn(plain, isCry, lexicon) ? 'stop' : found;
  if (reading === undefined) return undefined;
  // Weariness beside a red flag is no wish to be left alone.
  if (reading === 'doubt' || reading === 'likely') {
    if (isCry) return undefined;
    if (reading === 'doubt') return reading;
  }
  return { by: 'ours', wrongNumber: reading === 'wrong-number' };
};
