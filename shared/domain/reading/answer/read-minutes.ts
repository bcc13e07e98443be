import { mostMinutes } from '../../diary/diary.ts';
import { numberWords } from '../score/number-words.ts';
import { normalise } from '../text/normalise.ts';

/** Lengths of time that people write without a number of minutes. */
const spelledOut: readonly (readonly [RegExp, string])[] = [
  [/\b(?:half an hour|(?:une )?demi[ -]heure)\b/g, '30 minutes'],
  [/\b(?:(?:a )?quarter of an hour|(?:un )?quart d ?heure)\b/g, '15 minutes'],
  [/\b(?:three quarters of an hour|trois quarts d ?heure)\b/g, '45 minutes'],
  [/\b(?:an|one|1|une) ?(?:hour|heure|h)\b/g, '60 minutes'],
];

const minutes = String.raw`(?:minutes?|mins?|mn)`;
const walked = String.raw`(?:i |j ?ai |je )?(?:can |peux |do |fais )?(?:walk(?:ed|ing|s)?|march(?:e|es|er|ais)|marche)`;
const about = String.raw`(?:about|around|maybe|roughly|only|just|for|environ|seulement|presque|pendant|a peu pres|now|maintenant|deja)`;
const courtesy = String.raw`(?:now|today|thanks|thank you|please|maintenant|aujourd ?hui|merci|sans peine|with ease|easily|facilement|a day|par jour)`;

const answer = new RegExp(
  String.raw`^(?:${minutes} )?(?:${walked} )?(?:${about} )*(\d{1,3}) ?(${minutes})?(?: (?:of |de )?(?:walk(?:ing)?|marche))?(?: ${courtesy})*$`,
);

/** The minutes of walking that a whole text tells. `isBare`: the text is a number and does not say what it counts. */
export interface SaidMinutes {
  readonly minutes: number;
  readonly isBare: boolean;
}

/**
 * Reads the answer to how many minutes somebody walks with ease: "WALK 12", "12 minutes", "marche 12 min", "about ten
 * minutes", "half an hour". A text that says more, holds two numbers or tells something else is undefined.
 */
export const readMinutes = (text: string): SaidMinutes | undefined => {
  const plain = normalise(text)
    .text.replace(/[^a-z0-9]+/g, ' ')
    .trim();
  const spoken = spelledOut.reduce((so, [pattern, by]) => so.replace(pattern, by), plain);
  const inDigits = spoken
    .split(' ')
    .map((word) => (/^\d/.test(word) ? word : (numberWords.get(word)?.toString() ?? word)))
    .join(' ');
  const found = answer.exec(inDigits)?.[1];
  const number = found === undefined ? undefined : Number(found);
  if (number === undefined || number > mostMinutes) return undefined;
  return { minutes: number, isBare: /^(?:\d+|[a-z]+)$/.test(plain) };
};
