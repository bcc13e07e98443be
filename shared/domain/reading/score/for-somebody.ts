import type { ScoreText } from './score-text.ts';
import { isProperName, isUnknownWord } from './stranger.ts';

const leads = /^(?:for|fr|pour|pr)$/;
/** What may stand between "for" and who it is for. */
const determiners =
  /^(?:my|me|the|our|his|her|their|your|yer|ma|da|that|poor|dear|old|late|wee|young|little|big|darling|lovely|le|la|les|l|mon|mes|notre|nos|sa|son|ses|leur|ta|ton|pauvre|vieux|vieille|petite?|grande?|cher|chere)$/;
const possessives = /^(?:my|me|our|his|her|their|mon|ma|notre|nos|sa|son|ses|leur)$/;
/** Words behind a name that show that somebody is meant. */
const ofThem = /^(?:he|she|hes|shes|they|who|whos|bless|poor|with|not|la|lui|elle|qui|pas)$/;

/**
 * Whether a "for" leads to a person: one whom the lists know ("8 for me nan", "8 pour ma bru"), or a stranger ("for my
 * zookeeper", "for Dave").
 */
const isLedTo = (text: ScoreText, at: number): boolean => {
  if (!leads.test(text.tokens[at]?.text ?? '')) return false;
  let to = at + 1;
  let isOwned = false;
  while (to < at + 5) {
    const known = text.startsAt(to, 'somebody');
    // "Pour elle".
    if (known !== undefined) return true;
    const word = text.tokens[to]?.text ?? '';
    if (!determiners.test(word)) break;
    isOwned ||= possessives.test(word);
    to += 1;
  }
  const token = text.tokens[to];
  const next = text.tokens[to + 1];
  if (token?.kind !== 'word' || !(isOwned || isProperName(text, to))) return false;
  const endsThere = next?.kind !== 'word' || text.isLineStart(to + 1) || ofThem.test(next.text);
  return endsThere && isUnknownWord(text, to);
};

/**
 * Whether the number is for somebody else: "6, for my wife", "6 (my wife)", "8 for me nan". "6 my dog pulled me" tells why
 * it hurts.
 */
export const isForSomebody = (text: ScoreText, at: number): boolean => {
  if (isLedTo(text, at)) return true;
  const to = text.startsAt(at, 'for-somebody');
  // "Mes frères" are spoken to.
  if (to === undefined || text.tokens[at]?.text === 'mes') return false;
  return /^(?:for|pour|according|de)$/.test(text.tokens[at]?.text ?? '') || text.tokens[to]?.kind !== 'word';
};
