import { normalise } from '../text/normalise.ts';

/** The words of a goal as they were said, without the signs that separate them from the keyword. */
export const goalWords = (said: string): string => said.replace(/^[\s:=,.;\u2010-\u2015-]+/, '').trim();

/** A number beside one of these counts or measures something, so it is no score. */
const units =
  'min|mins|minutes?|mn|h|heures?|hours?|km|m|metres?|miles?|steps?|pas|fois|times|jours?|days?|walks?|marches?|pages?|longueurs?|lengths?|etages?';

/** Verbs that people want for themselves behind the French "but" (goal). Before anything else "but" is the English word. */
const wishes =
  'marcher|aller|faire|refaire|reprendre|nager|courir|porter|jardiner|monter|dormir|rester|pouvoir|prendre|tenir|danser|jouer|rejouer|cuisiner|bouger|sortir|promener|me|lever|retourner|arreter|perdre|descendre|m';

/** The openings of a goal that is told in a sentence. Each begins the text and ends where the goal begins. */
const openings: readonly RegExp[] = [
  /^(?:my|new|my new)(?: own)? goal(?: (?:now|this week|for (?:now|this week|the week)))?(?: is| will be| would be| ?[:=-])(?: to)? /,
  /^i want my goal to be(?: to)? /,
  /^(?:mon|nouvel|mon nouvel|nouveau|mon nouveau) (?:objectif|but)(?: (?:est|sera|c'?est|c)| ?[:=-])(?: ?(?:de|d')(?=[ a-z]))? ?/,
  new RegExp(`^objectif ?[:=-]? ?(?!(?:de |du |fin |atteint|rate|\\d{1,2}(?:[.,]5)?(?!\\d| ?(?:${units})\\b)))(?=\\S)`),
  new RegExp(`^but ?(?:[:=] ?(?=\\S)|(?=(?:${wishes})\\b))`),
];

/** A goal names something to do, so it has at least one word of three letters. */
const saysSomething = /\p{L}{3}/u;
/** A question about goals sets no goal. */
const isQuestion = /\?\s*$/;

/**
 * The goal that a text sets in a sentence ("my goal is to walk to the shop", "OBJECTIF marcher 20 min", "but : jardiner"),
 * in the person's words; undefined for anything else. Only texts without a score may be passed: "objectif 2, réel 5" has
 * one.
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
