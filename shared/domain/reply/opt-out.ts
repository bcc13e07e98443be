import { read } from '../../../content/compiled/opt-out.js';
import { lazily } from '../memoize.ts';
import type { OptOut } from './intent.ts';
import { ordinaryWords } from './keywords.ts';
import { normalise, plainWords } from './normalise.ts';
import { behindNumber, ofAScore, saidAnywhere, takenBack, wholeClauses, wrongNumber } from './opt-out-patterns.ts';
import { oneTypoApart } from './typo.ts';

/** The words Twilio acts on when one of them is the whole message (facts A8). */
const carrierWords = new Set(['stop', 'stopall', 'unsubscribe', 'cancel', 'end', 'quit', 'revoke', 'optout']);
const typoTolerant = ['stop', 'stopall', 'unsubscribe', 'optout', 'desabonner', 'desabonnement'];
/** FIN is one as the whole text only: "Mercredi, fin" tells of a day. */
const wholeTexts = new Set([...typoTolerant, 'fin', 'finmerci', 'finsvp']);
/** Longer, and it is a story with the word in it. */
const longestClause = 160;

/** "S.T.O.P.", letter by letter. */
const spelledOut = / s(?: [.,])? t(?: [.,])? o(?: [.,])? p(?= )/g;

/** "Stop stop stop stop" says it once. */
const withoutRepeats = (clause: string): string =>
  clause
    .replaceAll('please ', '')
    .split(' ')
    .filter((word, at, all) => word !== all[at - 1])
    .join(' ');

const clausesOf = (original: string): string[] =>
  original
    // The sign by itself; "🛑 the pain" stays as harmless as its words.
    .replaceAll('🛑', ' stop ')
    .split('\n')
    .flatMap((line) =>
      plainWords(normalise(line).text)
        .replace(spelledOut, ' stop')
        .split(/ [.,](?= )/),
    )
    .map((clause) => clause.trim())
    .map((clause) => (clause.length <= longestClause ? clause : withoutRepeats(clause)))
    .filter((clause) => clause !== '' && clause.length <= longestClause);

const isSaidAnywhere = (words: string): boolean => {
  const pattern = saidAnywhere.within(words);
  if (pattern === undefined) return false;
  for (const match of words.matchAll(pattern)) {
    const before = words.slice(Math.max(0, match.index - 40), match.index);
    if (!takenBack.test(before)) return true;
  }
  return false;
};

/**
 * The words that the patterns begin with, in full or, from three letters on, with an ending. To compile the patterns
 * takes longer than all else about a text: few texts begin so.
 */
const openings = lazily(() => {
  const words = read();
  return { words: new Set(words), endings: words.filter((word) => word.length >= 3) };
});

const patterns = lazily(() => wholeClauses().map((pattern) => new RegExp(`^(?:${pattern})$`)));

const mayAsk = (clause: string): boolean => {
  const [first = ''] = clause.split(' ', 1);
  const { words, endings } = openings();
  return words.has(first) || endings.some((word) => first.startsWith(word));
};

const asksToStop = (clause: string): boolean => {
  const behind = behindNumber.exec(clause)?.[1];
  return [clause, behind].some(
    (said) => said !== undefined && mayAsk(said) && patterns().some((pattern) => pattern.test(said)),
  );
};

const isTypo = (words: string): boolean => {
  const word = words.trim();
  return (
    word.length >= 4 &&
    word.length <= 16 &&
    !ordinaryWords.has(word) &&
    typoTolerant.some((keyword) => word[0] === keyword[0] && oneTypoApart(keyword, word))
  );
};

/**
 * Whether a reply asks to be left alone, in any reasonable wording (facts C1), alone or as a clause of its own.
 * `words`: the whole reply as `plainWords` gives it. In doubt it is ours, so that it is answered.
 */
export const findOptOut = (original: string, words: string): OptOut | undefined => {
  if (carrierWords.has(original.toLowerCase())) return { by: 'carrier', wrongNumber: false };
  const clauses = clausesOf(original);
  if (clauses.some((clause) => wrongNumber.test(clause)) && !ofAScore.test(words))
    return { by: 'ours', wrongNumber: true };
  const asked =
    wholeTexts.has(words.replaceAll(/[., ]/g, '')) ||
    isTypo(words.replaceAll(/[.,]/g, '')) ||
    clauses.some(asksToStop) ||
    isSaidAnywhere(words);
  return asked ? { by: 'ours', wrongNumber: false } : undefined;
};
