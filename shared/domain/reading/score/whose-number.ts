import type { Before } from './before.ts';
import { isForSomebody } from './for-somebody.ts';
import type { NumberSpan } from './read-numbers.ts';
import { leadWords, type Region, type Regions } from './region.ts';
import type { ScoreText } from './score-text.ts';
import { isOfStranger } from './stranger.ts';
import type { WordClass } from './word-class.ts';

const places = /^(?:at|to|in|into|chez)$/;
const belongs = /^(?:of|de|d|du|des)$/;

/**
 * Whether somebody is named as the owner of a place or a day, so that the number is not theirs: "4 lunch at my sister's",
 * "5 enterrement de ma mère".
 */
const isPlaceOrOwner = (text: ScoreText, number: NumberSpan, at: number): boolean => {
  const [before, first] = [text.tokens[at - 1]?.text ?? '', text.tokens[at]?.text ?? ''];
  if (places.test(before) || places.test(first)) return true;
  const of = belongs.test(first) ? at : at - 1;
  const owned = text.tokens[of - 1];
  // In "6 that's of my wife" the number is hers.
  return (
    belongs.test(text.tokens[of]?.text ?? '') && of > number.to && owned?.kind === 'word' && !leadWords.has(owned.text)
  );
};

/**
 * Whether somebody behind the number is whom it is of: "6 for my wife", "6, for my wife", "6 today for my wife". In "2
 * after pilates for mums" they are not.
 */
const isSaidOf = (text: ScoreText, number: NumberSpan, at: number): boolean =>
  at === number.to ||
  text.tokens[at - 1]?.kind === 'mark' ||
  text.longestUpTo(at, [
    'right-now',
    'opening',
    'link',
    'copula',
    'says-score',
    'pain-named',
    'back-named',
    'score-named',
    'clause-start',
    'yesterday',
  ]) !== undefined ||
  leadWords.has(text.tokens[at - 1]?.text ?? '');

const reports = /^(?:says|figures|reckons|thinks|claims|swears|guesses|dit|disent|pense|trouve|croit|estime)$/;
const ownSubjects =
  /^(?:back|spine|body|it|that|scale|pain|je|j|i|on|dos|corps|douleur|ca|me|m|c|moi|vous|tu|et|deja|l|gut|app|diary|book|note|thermometer)$/;

const determiners = /^(?:my|the|his|her|our|me|da|yer|that)$/;
const adverbs =
  /(?:^(?:would|ima|imma|id|will|ill|well|should|shall|must|still|just|to|they|you|we|people|can|lets|let|d|ok|so|and|really)$|ly$)/;

/** Whether the number is what somebody else makes of it: "Luke says I look like a 6". "My back says 6" is the person's own. */
const isReported = (text: ScoreText, region: Region, clause: number | undefined): boolean => {
  for (let at = region.from + 1; at < region.to; at += 1) {
    const token = text.tokens[at];
    const subject = text.tokens[at - 1]?.text ?? '';
    if (token === undefined || ownSubjects.test(subject)) continue;
    if (reports.test(token.text)) return token.clause === clause;
    // Verbs without their ending: "wifey think its a 9", "my man say 6".
    const isSubject = at - 1 === region.from || determiners.test(text.tokens[at - 2]?.text ?? '');
    if (isSubject && /^(?:think|say|reckon|call|figure)$/.test(token.text) && !adverbs.test(subject))
      return token.clause === clause;
  }
  return false;
};

const possessive = new Set(['her', 'his', 'their', 'sa', 'leur']);
const ofDay =
  /^(?:todays|yesterdays|tonights|mornings|evenings|afternoons|nights|weeks|days|its|lets|thats|whats|heres|theres)$/;

/** Words for whoever is spoken to: "hi doc pain today is at 6". */
const spokenTo = /^(?:doc|doctor|docteur|dr|nurse|miss|sir|madam|madame|monsieur|mate|love|dear|pet)$/;

/** Whether somebody, or somebody's name, stands right before the pain: "Daddy's back is 8", "my momma back stay on 8". */
const isOwnedByOther = (text: ScoreText, from: number): boolean => {
  // In "his own pain" the owner stands before "own".
  const owner = text.tokens[text.tokens[from - 1]?.text === 'own' ? from - 2 : from - 1];
  if (owner === undefined || spokenTo.test(owner.text)) return false;
  if (possessive.has(owner.text) || text.endsAt(from, 'somebody') !== undefined) return true;
  const { original, normalised } = text.read;
  const typed = original.slice(normalised.at[owner.start], normalised.at[owner.end]);
  return /\p{L}['’]s$/u.test(typed) && !ofDay.test(owner.text);
};

/** Where the pain or the back is named last before a number; undefined if it is not. */
const namedAt = (text: ScoreText, region: Region): number | undefined => {
  for (let at = region.to - 1; at >= region.from; at -= 1)
    if (text.startsAt(at, 'pain-named') !== undefined || text.startsAt(at, 'back-named') !== undefined) return at;
  return undefined;
};

const turns = /^(?:but|mais) (?:that is|thats|its|it is|c est)\b/;
/** How many tokens may lead from a number to another part of the body: in all, behind a "for", and behind a turn ("but"). */
const reach = { asWhole: 14, ofFor: 4, ofTurn: 9 } as const;

/** How far behind a place another part's name makes the number that part's; 0 if nothing there leads to one. */
const reachOf = (text: ScoreText, at: number, isRightBehindFor: boolean): number => {
  if (isRightBehindFor) return reach.ofFor;
  const words = text.tokens.slice(at, at + 4).map((token) => token.text);
  return turns.test(words.join(' ')) ? reach.ofTurn : 0;
};

/** Whether another part is named within so many tokens behind a place, before the back is named. */
const namesOtherPart = (text: ScoreText, at: number, within: number): boolean => {
  for (let part = at + 1; part <= at + within && text.startsAt(part, 'back-named') === undefined; part += 1)
    if (text.startsAt(part, 'other-part') !== undefined) return true;
  return false;
};

/**
 * Whether what follows makes the number another part's: "5 for the bad knee", "6 but thats my neck", "7 mais c'est surtout
 * la hanche".
 */
export const isOfOtherPart = (text: ScoreText, number: NumberSpan, before: Before): boolean => {
  // "PAIN 2 in one leg" gives the pain that we ask for, and where else it goes.
  const leads = before.kind === 'pain' ? /^(?:for|pour)$/ : /^(?:for|pour|au|aux|in|dans)$/;
  const isFor = leads.test(text.tokens[number.to]?.text ?? '');
  const last = Math.min(text.tokens.length, number.to + reach.asWhole);
  for (let at = number.to; at < last; at += 1) {
    if (text.numberAt(at) !== undefined || text.startsAt(at, 'back-named') !== undefined) return false;
    if (isFor && /^(?:as|too|aussi)$/.test(text.tokens[at + 3]?.text ?? '')) continue;
    if (namesOtherPart(text, at, reachOf(text, at, isFor && at === number.to))) return true;
  }
  return false;
};

const company = /^(?:with|saw|seen|visited|visiting|after|thanks|avec|vu|vue|chez|apres)$/;
const own = /^(?:i|im|ive|id|my|mine|je|j|jsuis|moi|mon|ma)$/;
const ownSubject = /^(?:i|im|ive|je|j|jsuis)$/;
const ownAsObject = /^(?:me|us|m|nous)$/;
/** Words that may stand before the person whom a clause is about. */
const beforeSubject =
  /^(?:the|a|an|my|our|your|that|this|his|her|poor|dear|old|late|wee|little|young|elder|eldest|feu|defunte?|vieux|vieille|petite?|grande?|both|so|and|well|then|is|was|its|le|la|les|l|un|une|mon|ma|mes|notre|nos|votre|ce|cet|cette|pauvre|et|alors|est|c|donc|bon|ben)$/;
const besideSubject: readonly WordClass[] = ['opening', 'right-now', 'somebody', 'copula', 'clause-start'];
const pronouns = /^(?:he|she|they|him|her|hers|his|il|elle|ils|elles|lui|leur|himself|herself)$/;
/** Words before the person whom a number belongs to or who is told it: "vital sign of patient 9", "for the wife 6". */
const toWhom = /^(?:of|for|to|pour|de|du|d|a|au|aux)$/;
const tells =
  /^(?:told|tell|telling|said|say|gave|give|put|asked|wrote|noted|dit|dis|donne|note|mis|ecrit|demande|text|texting|write|writing|type|typing|tape|ecris)$/;

/** Whether somebody is the object of what the person does: "carried my nephew", "had the grandkids all weekend". */
const isObject = (text: ScoreText, at: number, start: number): boolean => {
  const clause = text.tokens[at]?.clause;
  let isDone = false;
  for (let before = at - 1; before >= start && text.tokens[before]?.clause === clause; before -= 1) {
    const word = text.tokens[before]?.text ?? '';
    if (ownSubject.test(word)) isDone = true;
    if (tells.test(word) || (!isDone && toWhom.test(word))) return false;
    if (text.tokens[before]?.kind !== 'word') continue;
    if (!beforeSubject.test(word) && text.longestUpTo(before + 1, besideSubject) === undefined) isDone = true;
  }
  return isDone && !pronouns.test(text.tokens[at]?.text ?? '');
};

/** Whether what follows is told of the person again and not of somebody named before: "so a 5", "and it's a 3", "du coup 5". */
const turnsBack = (text: ScoreText, at: number): boolean => {
  const [word, next] = [text.tokens[at]?.text ?? '', text.tokens[at + 1]?.text ?? ''];
  if (/^(?:so|donc|dc|coup|alors|resultat)$/.test(word)) return true;
  return /^(?:and|et|but|mais)$/.test(word) && /^(?:it|its|i|im|now|my|only|just|c|ca|j|je|la|mon|moi)$/.test(next);
};

/**
 * Whether the person is part of what somebody does ("the boss had me on the forklift"). Being given so many does not count
 * ("gave me 4").
 */
const isOfOneself = (text: ScoreText, from: number, to: number): boolean => {
  const words = text.tokens.slice(from, to);
  if (words.some(({ text: word }) => tells.test(word))) return words.some(({ text: word }) => own.test(word));
  return words.some(
    ({ text: word }, far) =>
      own.test(word) || turnsBack(text, from + far) || (ownAsObject.test(word) && far < words.length - 1),
  );
};

/**
 * Whether words for a person name nobody: a saying ("ce temps de chien"), or whoever is spoken to ("bonjour mon frère"). In
 * "mon frère est à 9" he is somebody.
 */
const isNobody = (text: ScoreText, at: number, to: number): boolean =>
  text.isInIdiom(at, to) &&
  (!/^(?:my|mon|ma|mes)$/.test(text.tokens[at - 1]?.text ?? '') || text.endsAt(at - 1, 'opening') !== undefined);

/**
 * Whether somebody else is what the clause before a number is about, without the writer in it: "wife is at 6". A person who
 * only occurs in what the writer tells has no number: "carried my nephew up the stairs 8", "the boss had me lifting all day
 * 6".
 */
export const isTheirs = (text: ScoreText, region: Region, clause: number | undefined): boolean => {
  for (let at = region.from; at < region.to; at += 1) {
    const to = text.startsAt(at, 'somebody');
    if (
      to === undefined ||
      to > region.to ||
      isNobody(text, at, to) ||
      (clause !== undefined && text.tokens[at]?.clause !== clause)
    )
      continue;
    // Somebody who was only met: "saw the physio today and I'm at 6".
    const isCompany = [1, 2].some((far) => company.test(text.tokens[at - far]?.text ?? ''));
    const isTold = text.tokens.slice(to, region.to).some(({ text: word }) => tells.test(word));
    if (!isCompany && (isTold || !isObject(text, at, region.from)) && !isOfOneself(text, to, region.to)) return true;
  }
  return false;
};

/** Whether a number is, or may be, somebody else's. */
export const isSomebodys = (text: ScoreText, number: NumberSpan, before: Before, region: Regions): boolean => {
  const clause = text.tokens[number.from]?.clause;
  const named = namedAt(text, region.before);
  const isOwned = before.isNamed || before.kind === 'pain';
  if (named !== undefined && isOwned && isOwnedByOther(text, named)) return true;
  if (isOwned ? isOwnedByOther(text, before.from) : isTheirs(text, region.before, clause)) return true;
  if (isReported(text, region.before, clause) || isOfStranger(text, number, before)) return true;
  for (let at = number.to; at < region.behind.to; at += 1)
    if (isForSomebody(text, at) && !isPlaceOrOwner(text, number, at) && isSaidOf(text, number, at)) return true;
  return false;
};
