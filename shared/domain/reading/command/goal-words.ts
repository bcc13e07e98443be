import { normalise } from '../text/normalise.ts';

/** The words of a goal as they were said, without the signs that part them from the keyword. */
export const goalWords = (said: string): string => said.replace(/^[\s:=,.;\u2010-\u2015-]+/, '').trim();

/** Beside a number these say that something is counted or measured, so that the number is no score. */
const units =
  'min|mins|minutes?|mn|h|heures?|hours?|km|m|metres?|miles?|steps?|pas|fois|times|jours?|days?|walks?|marches?|pages?|longueurs?|lengths?|etages?';

/** What people want of themselves, as French says it behind "but": English says "but" of everything else. */
const wishes =
  'marcher|aller|faire|refaire|reprendre|nager|courir|porter|jardiner|monter|dormir|rester|pouvoir|prendre|tenir|danser|jouer|rejouer|cuisiner|bouger|sortir|promener|me|lever|retourner|arreter|perdre|descendre|m';

/** How a goal is announced in words; each begins the text and ends where the goal begins. */
const openings: readonly RegExp[] = [
  /^(?:my|new|my new)(?: own)? goal(?: (?:now|this week|for (?:now|this week|the week)))?(?: is| will be| would be| ?[:=-])(?: to)? /,
  /^i want my goal to be(?: to)? /,
  /^(?:mon|nouvel|mon nouvel|nouveau|mon nouveau) (?:objectif|but)(?: (?:est|sera|c'?est|c)| ?[:=-])(?: ?(?:de|d')(?=[ a-z]))? ?/,
  new RegExp(`^objectif ?[:=-]? ?(?!(?:de |du |fin |atteint|rate|\\d{1,2}(?:[.,]5)?(?!\\d| ?(?:${units})\\b)))(?=\\S)`),
  new RegExp(`^but ?(?:[:=] ?(?=\\S)|(?=(?:${wishes})\\b))`),
];

/** A goal is something to do: one word of three letters at least. */
const saysSomething = /\p{L}{3}/u;
/** A question about goals sets none. */
const isQuestion = /\?\s*$/;

/**
 * The goal that a text sets in words ("my goal is to walk to the shop", "OBJECTIF marcher 20 min", "but : jardiner"), as they were
 * said; undefined for whatever says something else. To be asked only of what holds no score: "objectif 2, réel 5" does.
 */
export const readGoalSentence = (original: string): string | undefined => {
  const { text, at } = normalise(original);
  const begin = text.length - text.trimStart().length;
  const said = text.slice(begin);
  const opening = openings.map((each) => each.exec(said)?.[0]).find((found) => found !== undefined);
  if (opening === undefined) return undefined;
  const words = goalWords(original.slice(at[begin + opening.length]));
  return saysSomething.test(words) && !isQuestion.test(words) ? words : undefined;
};
