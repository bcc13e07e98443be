import { isAsked } from './asked-number.ts';
import type { Before } from './before.ts';
import { isChange } from './change-of-score.ts';
import { type DaySaid, dayOf } from './day-of-number.ts';
import { holdsOnlyThen, isOfAnInstant } from './holds-only-then.ts';
import { countsWhatIsLeftOut } from './left-out.ts';
import type { NumberSpan } from './read-numbers.ts';
import { holds, type Region, type Regions, regionsOf } from './region.ts';
import { isSaidByAnother } from './said-by-another.ts';
import type { ScoreText } from './score-text.ts';
import { isOfOtherPart, isSomebodys } from './whose-number.ts';

/** Whose number it is, and of which day. */
export interface Situation {
  readonly day: 'today' | 'yesterday';
  /** Another day's, hoped for. */
  readonly isElsewhere: boolean;
  /** Why it is in doubt, if it is. */
  readonly doubt: string | undefined;
  readonly isTakenBack: boolean;
  /** A day that is neither today nor yesterday is named behind it. */
  readonly isOtherDay: boolean;
}

/** "When I sit it is only 2": the sentence begins with its condition. */
const conditions = new Set(['when', 'if', 'quand', 'si', 'lorsque', 'without', 'sans', 'sous']);
const isConditional = (text: ScoreText, region: Region): boolean => {
  const first = text.tokens[region.from];
  const isStart = region.from === 0 || text.tokens[region.from - 1]?.sentence !== first?.sentence;
  const isCondition =
    first !== undefined && conditions.has(first.text) && !text.isInIdiom(region.from, region.from + 1);
  return isStart && region.from < region.to && isCondition;
};

/** "The nursing chair was a mistake": said of a thing, not of the number. */
const isOfAThing = (text: ScoreText, at: number): boolean => {
  const [subject, verb, article] = [-3, -2, -1].map((far) => text.tokens[at + far]?.text ?? '');
  return (
    article === 'a' &&
    /^(?:was|is)$/.test(verb ?? '') &&
    !/^(?:it|that|this|one|message|number|text|which|last|mine|score)$/.test(subject ?? '')
  );
};

/** Words behind a number that take it back: in its sentence, or as the next begins. */
const isTakenBack = (text: ScoreText, region: Region): boolean => {
  const last = Math.min(text.tokens.length, region.to + 3);
  for (let at = region.from; at < last; at += 1) {
    const denied = /^(?:not|pas|no)$/.test(text.tokens[at - 1]?.text ?? '');
    if (!denied && !isOfAThing(text, at) && text.startsAt(at, 'takes-back') !== undefined) return true;
    const to = text.startsAt(at, 'takes-back-last');
    // "Mets cinq, j'ai oublié": forgotten is not taken back.
    const isForgotten =
      /^(?:ai|jai|a|avais|ait)$/.test(text.tokens[at - 1]?.text ?? '') || text.tokens[at]?.text === 'oubli';
    // "Séance annulée" agrees with what was put off.
    const isOfNoun = /ees?$/.test(text.tokens[at]?.text ?? '');
    if (!isForgotten && !isOfNoun && to !== undefined && (to >= text.tokens.length || text.tokens[to]?.kind === 'mark'))
      return true;
  }
  return false;
};

const rating = /^(?:rate|score|say|count|answer|put|measure|number|tell|explain|use|do)$/;
const causes = /^(?:because|cos|cuz|coz|cause|since|parce|car|due)$/;

/** Whether words of doubt, from `at` up to `to`, are of something else than the number. */
const doubtsOther = (text: ScoreText, at: number, to: number): boolean => {
  // "I don't know how to turn the capitals off" doubts nothing, "c'est pas possible" exclaims.
  const how = text.tokens[to]?.text === 'how' ? to + 1 : to;
  const isOther = text.tokens[how]?.text === 'to' && !rating.test(text.tokens[how + 1]?.text ?? '');
  const isExclaimed = text.tokens[at]?.text === 'possible' && /^(?:pas|not)$/.test(text.tokens[at - 1]?.text ?? '');
  // "Maybe cuz I slept" doubts the cause, "slept maybe four hours" the hours.
  const asksWhy = /^(?:why|what|where|pourquoi|comment)$/.test(text.tokens[to]?.text ?? '');
  return (
    isOther || isExclaimed || asksWhy || text.numberAt(to) !== undefined || causes.test(text.tokens[to]?.text ?? '')
  );
};

/** A doubt in a later clause is of the number if it stands there by itself: "6, not sure", but "6, not sure why it aches". */
const isDoubted = (text: ScoreText, number: NumberSpan, region: Region): boolean => {
  const clause = text.tokens[number.from]?.clause ?? 0;
  for (let at = region.from; at < region.to; at += 1) {
    const to = text.startsAt(at, 'in-doubt');
    if (to === undefined || to > region.to || doubtsOther(text, at, to)) continue;
    const here = text.tokens[at]?.clause ?? 0;
    const next = text.tokens[to + 1];
    const endsThere = text.tokens[to]?.kind !== 'word' || next === undefined || next.kind === 'mark';
    if (here <= clause) return true;
    if (here === clause + 1 && (endsThere || text.tokens[to]?.kind === 'number')) return true;
  }
  return false;
};

/** "…will be the death of me lol 5": the number belongs to what follows the exclamation. */
const sinceExclamation = (text: ScoreText, { from, to }: Region): Region => {
  let start = to;
  while (start > from && text.endsAt(start, 'exclamation') === undefined) start -= 1;
  return { from: start, to };
};

const putsDown = /^(?:mets|met|mettez|mettre|jmets|jmet|note|notez|marque|marquez|put|log|record|enter|write|comptez)$/;
const averages = /^(?:overall|together|average|averaged|average|avg|moyenne|moyen)$/;

/** Forms that are only polite where nothing else is a condition: "it would be a 6", "ce serait plutôt 6 ce soir". */
const polite = /^(?:would|id|d|i|serais|serait)$/;
const dependsOn = /^(?:if|unless|without|were|had|when|whenever|with|si|s|sans|sous|quand|avec|most|imagine)$/;
const isPoliteOnly = (text: ScoreText): boolean =>
  !text.tokens.some((token, at) => token.text === '?' || (dependsOn.test(token.text) && !text.isInIdiom(at, at + 1)));
/** "Honestly couldn't get up till 10, it's an 8": an hour that was. */
const untilHour = /^(?:till?|until)$/;
const supposes = (text: ScoreText, region: Region, clause: number | undefined): boolean => {
  for (let at = region.from; at < region.to; at += 1) {
    const to = text.startsAt(at, 'supposed');
    if (to === undefined || to > region.to || text.isInIdiom(at, to)) continue;
    const token = text.tokens[at];
    if (clause !== undefined && token?.clause !== clause) continue;
    if (untilHour.test(token?.text ?? '') && token?.clause !== text.tokens[region.to]?.clause) continue;
    if (!polite.test(token?.text ?? '') || !isPoliteOnly(text)) return true;
  }
  return false;
};

/** "If I turn the engine off he'll wake, back is a 6": the pain that is named in a clause of its own depends on nothing. */
const isSupposed = (
  text: ScoreText,
  number: NumberSpan,
  before: Before,
  region: Region,
  clause: number | undefined,
): boolean => {
  // "Quand je me lève ça me coupe, je mets 9": whoever says that it is to be put down depends on nothing.
  const verb = text.tokens.slice(before.from, number.from).some((token) => putsDown.test(token.text));
  if (verb || text.tokens.slice(region.from, region.to).some((token) => averages.test(token.text))) return false;
  const isOwnClause = before.isNamed && text.tokens[before.from]?.clause === clause;
  return supposes(text, region, isOwnClause ? clause : undefined) || isConditional(text, region);
};

/** A goal or a hope: of the number itself (`meant`), or only in its sentence (`near`). */
const wishOf = (
  text: ScoreText,
  number: NumberSpan,
  before: Before,
  region: Region,
  said: DaySaid,
): 'meant' | 'near' | undefined => {
  // "Tomber à 3": the wish itself leads to the number.
  const wish = text.endsAt(number.from, 'wishes');
  // "Ce sera six" is how a score is ordered, not hoped for.
  if (wish !== undefined && (text.endsAt(number.from, 'says-score') ?? wish) >= wish) return 'meant';
  // The article is part of some wishes: "get to a 2".
  const to = before.hasArticle ? number.from : Math.max(region.from, before.from);
  if (!holds(text, sinceExclamation(text, { ...region, to }), 'wishes')) return undefined;
  // "Tomorrow I see the surgeon, 5 today".
  if (said.isNow && !holds(text, { ...region, to }, 'wishes', text.tokens[number.from]?.clause)) return undefined;
  // "Goal 2, real 5": the wish was in a clause before.
  const isSaid = before.kind === 'pain' || before.kind === 'said' || before.kind === 'now';
  const clause = text.tokens[number.from]?.clause;
  // "My nan used to say it could be worse, 6": a wish of a clause before, and the number begins its own.
  if (before.kind === 'bare' && !holds(text, { ...region, to }, 'wishes', clause)) return 'near';
  if (!isSaid || holds(text, { ...region, to }, 'wishes', clause)) return 'meant';
  // The wish has a number of its own.
  return text.numbers.some(({ from }) => from >= region.from && from < number.from) ? undefined : 'near';
};

/** What is known of a number when its doubts are looked for. */
interface Seen {
  readonly text: ScoreText;
  readonly number: NumberSpan;
  readonly before: Before;
  readonly region: Regions;
  readonly clause: number | undefined;
  readonly said: DaySaid;
  readonly wish: ReturnType<typeof wishOf>;
  readonly isTakenBack: boolean;
}

interface Doubt {
  readonly why: string;
  readonly isThere: (seen: Seen) => boolean;
}

const sends = /^(?:send|text|message|deliver|write|envoyez|envoyer|envoie|envoi|ecrivez|ecrire|ecris)$/;
const hours =
  /^(?:later?|instead|early|earlier|evening|evenin|night|morning|mornin|tard|tot|plutot|soir|matin|vers|heures?)$/;
/** "Send it in the evening instead, about 6": an hour is asked for. */
const asksForHour = ({ text, number, before }: Seen): boolean => {
  if (before.isNamed || before.kind === 'pain') return false;
  const words = text.tokens
    .slice(0, number.to + 4)
    .filter(({ sentence }) => sentence === text.tokens[number.from]?.sentence);
  const isWish = words.some(
    ({ text: word }, at) =>
      sends.test(word) && !/^(?:the|your|a|this|that|last|to|i|my|je|l)$/.test(words[at - 1]?.text ?? ''),
  );
  return isWish && words.some(({ text: word }) => hours.test(word));
};

const isUndated = ({ said }: Seen): boolean => said.day !== 'yesterday' && !said.isNow;

/** What leaves a number in doubt although it is said as a score: it is asked about. */
const doubts: readonly Doubt[] = [
  { why: 'it counts what was left out', isThere: ({ text, number }) => countsWhatIsLeftOut(text, number) },
  {
    why: 'a condition or a guess stands before it',
    isThere: ({ text, number, before, region, clause, said }) =>
      said.day !== 'yesterday' && isSupposed(text, number, before, region.before, clause),
  },
  { why: 'a goal or a hope is near', isThere: ({ wish }) => wish !== undefined },
  {
    why: 'it is what would have been said, nobody knows when',
    isThere: (seen) => seen.text.startsAt(seen.before.from, 'would-have') !== undefined && isUndated(seen),
  },
  {
    why: 'a high number beside well-being: the scale may be turned',
    isThere: ({ text, number }) =>
      (number.value ?? 0) >= 7 && holds(text, { from: 0, to: text.tokens.length }, 'feels-well'),
  },
  { why: 'it is asked about', isThere: ({ text, number, region }) => isAsked(text, number, region.behind) },
  { why: 'the person doubts it', isThere: ({ text, number, region }) => isDoubted(text, number, region.behind) },
  { why: 'it was, and nobody knows when', isThere: (seen) => seen.before.isPast && isUndated(seen) },
  {
    why: 'it may be somebody else’s',
    isThere: ({ text, number, before, region }) =>
      isSomebodys(text, number, before, region) || isSaidByAnother(text, number),
  },
  { why: 'it holds only in a movement or a posture', isThere: ({ text, number }) => holdsOnlyThen(text, number) },
  { why: 'it was for an instant', isThere: ({ text, number }) => isOfAnInstant(text, number) },
  { why: 'it is how much it changed', isThere: ({ text, number }) => isChange(text, number) },
  {
    why: 'it is of another part of the body',
    isThere: ({ text, number, before }) => isOfOtherPart(text, number, before),
  },
  { why: 'it may be the hour that is asked for', isThere: asksForHour },
  { why: 'it has a margin', isThere: ({ text }) => text.tokens.some((token) => token.text === '±') },
  { why: 'its day is not clear', isThere: ({ said }) => said.isDoubtful || said.otherDay === 'loose' },
  { why: 'it is taken back', isThere: ({ isTakenBack: takenBack }) => takenBack },
];

/** The number's day, and whether it is another day's or only thought of. */
export const situate = (text: ScoreText, number: NumberSpan, before: Before): Situation => {
  const region = regionsOf(text, number);
  const said = dayOf(text, number, before, region);
  const wish = wishOf(text, number, before, region.before, said);
  const takenBack = isTakenBack(text, region.behind);
  const clause = text.tokens[number.from]?.clause;
  const seen: Seen = { text, number, before, region, clause, said, wish, isTakenBack: takenBack };
  return {
    day: said.day,
    isOtherDay: said.isOtherDayBehind,
    isTakenBack: takenBack,
    isElsewhere: said.otherDay === 'linked' || (said.otherDay === 'loose' && before.isPast) || wish === 'meant',
    doubt: doubts.find(({ isThere }) => isThere(seen))?.why,
  };
};
