import { readOptOut } from '../reading/opt-out/read-opt-out.ts';
import type { OptOut } from './intent.ts';
import { ordinaryWords } from './keywords.ts';
import { normalise } from './normalise.ts';
import type { Lexicon } from './safety.ts';
import { oneTypoApart } from './typo.ts';

/** The words Twilio acts on when one of them is the whole message (facts A8). */
const carrierWords = new Set(['stop', 'stopall', 'unsubscribe', 'cancel', 'end', 'quit', 'revoke', 'optout']);
const typoTolerant = ['stop', 'stopall', 'unsubscribe', 'optout', 'desabonner', 'desabonnement'];
/** FIN is one as the whole text only: "Mercredi, fin" tells of a day. */
const wholeTexts = new Set(['fin', 'finmerci', 'finsvp', 'stoppub']);

/** "S.T.O.P.", letter by letter. */
const spelledOut = /(?<![\p{L}\p{N}])s[ .,-]{0,3}t[ .,-]{0,3}o[ .,-]{0,3}p(?![\p{L}\p{N}])/giu;

const isTypo = (word: string): boolean =>
  word.length >= 4 &&
  word.length <= 16 &&
  !ordinaryWords.has(word) &&
  typoTolerant.some((keyword) => word[0] === keyword[0] && oneTypoApart(keyword, word));

/**
 * Whether a reply asks to be left alone, in any reasonable wording (facts C1), alone or beside something else; `doubt`
 * where it may. Bare words that Twilio answers are the carrier's, all else is ours, so that it is answered.
 */
export const findOptOut = (original: string, isCry: boolean, lexicon: Lexicon): OptOut | 'doubt' | undefined => {
  if (carrierWords.has(original.toLowerCase())) return { by: 'carrier', wrongNumber: false };
  const plainText = normalise(original)
    .text.replace(/[.,!*"'-]/g, '')
    .trim();
  if (wholeTexts.has(plainText.replaceAll(' ', '')) || isTypo(plainText)) return { by: 'ours', wrongNumber: false };
  // The sign by itself; "🛑 the pain" stays as harmless as its words.
  const plain = original
    .replaceAll('🛑', ' stop ')
    .replace(spelledOut, 'stop')
    .replace(/#(?![\p{L}\p{N}])/gu, ' number ');
  const reading = readOptOut(lexicon.words(plain));
  if (reading === undefined) return undefined;
  // Weariness beside a red flag is no wish to be left alone.
  if (reading === 'doubt' || reading === 'likely') {
    if (isCry) return undefined;
    if (reading === 'doubt') return reading;
  }
  return { by: 'ours', wrongNumber: reading === 'wrong-number' };
};
