import { isOneTypoApart } from '../lexicon/edit-distance.ts';
import type { Before } from './before-number.ts';
import { isForSomebody } from './behind-number.ts';
import { isRequest } from './is-request.ts';
import type { NumberSpan } from './read-numbers.ts';
import type { ScoreText } from './score-text.ts';
import type { WordClass } from './word-class.ts';

/** Whose number it is, and of which day. */
export interface Situation {
  readonly day: 'today' | 'yesterday';
  /** Somebody else's, another day's, hoped for. */
  readonly isElsewhere: boolean;
  readonly isDoubtful: boolean;
  readonly isTakenBack: boolean;
  /** A day that is neither today nor yesterday is named behind it. */
  readonly isOtherDay: boolean;
}

/** As far as the words that say so may stand, tokens. */
const farthest = 24;

/** Words between a day and the number that it belongs to: "yesterday it was a 6", "6 - that was for yesterday". */
const leads = new Set(
  `that thats this it its was is for on of in from the score i mean meant my pain ce le la de pour pr en du au c est cetait etait
  soir journee was but mais and et would have said put please a an un une note d l back dos douleur mal jdis je mets met mettez dis
  mettre marque was level des to log had would call give gave send forgot at ja n`.split(/\s+/),
);
/** They make a day what a number is compared with, or the cause of it: "same as yesterday", "after Monday's walk". */
const isCompared = (text: ScoreText, at: number): boolean => {
  for (let before = at; before > Math.max(0, at - 5); before -= 1) {
    if (text.tokens[before - 1]?.kind === 'mark') return false;
    if (text.endsAt(before, 'compared') !== undefined) return true;
  }
  return false;
};

interface Region {
  readonly from: number;
  readonly to: number;
}

/** The sentence around a number: back to its start, a "but" or another number; on to its end. */
const regionOf = (text: ScoreText, number: NumberSpan): { readonly before: Region; readonly behind: Region } => {
  const { tokens } = text;
  const sentence = tokens[number.from]?.sentence;
  let from = number.from;
  while (
    from > 0 &&
    number.from - from < farthest &&
    tokens[from - 1]?.sentence === sentence &&
    text.endsAt(from, 'clause-start') === undefined
  )
    from -= 1;
  let to = number.to;
  while (to < tokens.length && to - number.to < farthest && tokens[to]?.sentence === sentence) to += 1;
  return { before: { from, to: number.from }, behind: { from: number.to, to } };
};

const small: readonly WordClass[] = ['link', 'opening', 'hedges', 'copula', 'says-score'];

const areLeads = (text: ScoreText, from: number, to: number): boolean => {
  for (let at = from; at < to; at += 1) {
    const token = text.tokens[at];
    const isSmall = leads.has(token?.text ?? '') || text.longestFrom(at, small) !== undefined;
    if (token === undefined || (token.kind === 'word' && !isSmall && text.numberAt(at) === undefined)) return false;
    if (token.text === '.') return false;
  }
  return true;
};

const weekdays = 'tomorrow monday tuesday wednesday thursday friday saturday sunday mercredi vendredi dimanche'.split(
  ' ',
);

/** Where a day that begins at a token ends; a weekday may be misspelt, though it then be another word. */
const dayAt = (text: ScoreText, at: number, name: 'yesterday' | 'other-day'): number | undefined => {
  const word = text.tokens[at]?.text ?? '';
  const isMistyped = name === 'other-day' && word.length >= 5 && weekdays.some((day) => isOneTypoApart(day, word));
  // "La nuit dernière" is yesterday's, whatever "dernière" may be by itself.
  if (name === 'other-day') {
    const to = text.startsAt(at, 'yesterday') ?? text.startsAt(at - 1, 'yesterday') ?? 0;
    if (to > at && to >= (text.startsAt(at, name) ?? 0)) return undefined;
  }
  return text.startsAt(at, name) ?? (isMistyped ? at + 1 : undefined);
};

/** "Today, Thursday the 12th": the day is today's own. */
const isToday = (text: ScoreText, at: number): boolean => {
  const to = text.tokens[at - 1]?.kind === 'mark' ? at - 1 : at;
  return text.endsAt(to, 'right-now') !== undefined;
};

type Found = 'linked' | 'loose' | undefined;

/** A day of this class beside the number: said of it (`linked`), or in the same sentence (`loose`). */
const dayIn = (text: ScoreText, name: 'yesterday' | 'other-day', number: NumberSpan, before: Before): Found => {
  const region = regionOf(text, number);
  let found: Found;
  for (let at = region.before.from; at < region.before.to; at += 1) {
    const to = dayAt(text, at, name);
    if (to === undefined || to > number.from || isCompared(text, at) || isToday(text, at)) continue;
    if (areLeads(text, to, number.from)) return 'linked';
    const sameClause = text.tokens[at]?.clause === text.tokens[number.from]?.clause;
    if (sameClause || !(before.kind === 'pain' || before.kind === 'now')) found = 'loose';
  }
  for (let at = region.behind.from; at < region.behind.to; at += 1) {
    const to = dayAt(text, at, name);
    if (to === undefined || isCompared(text, at)) continue;
    if (areLeads(text, number.to, at)) return 'linked';
    if (text.tokens[at]?.clause === text.tokens[number.from]?.clause) found = 'loose';
  }
  return found;
};

const holds = (
  text: ScoreText,
  region: Region,
  name: Parameters<ScoreText['startsAt']>[1],
  clause?: number,
): boolean => {
  for (let at = region.from; at < region.to; at += 1) {
    const to = text.startsAt(at, name);
    if (to !== undefined && to <= region.to && (clause === undefined || text.tokens[at]?.clause === clause))
      return true;
  }
  return false;
};

/** "When I sit it is only 2": the sentence begins with its condition. */
const conditions = new Set(['when', 'if', 'quand', 'si', 'lorsque', 'without', 'sans']);
const isConditional = (text: ScoreText, region: Region): boolean => {
  const first = text.tokens[region.from];
  const isStart = region.from === 0 || text.tokens[region.from - 1]?.sentence !== first?.sentence;
  return isStart && first !== undefined && region.from < region.to && conditions.has(first.text);
};

/** "I forgot yesterday. It was a 5": a day named in what was said before. */
const isOfDayBefore = (text: ScoreText, region: Region, before: Before): boolean => {
  if (before.kind === 'pain' || before.kind === 'now') return false;
  for (let at = 0; at < region.from; at += 1)
    if (
      text.startsAt(at, 'yesterday') !== undefined &&
      !isCompared(text, at) &&
      (before.isPast || holds(text, { from: 0, to: at }, 'forgets'))
    )
      return true;
  return false;
};

/** "Là" is now, "la" before a word may be an article. */
const isArticleLa = (text: ScoreText, at: number, to: number): boolean => {
  const token = text.tokens[at];
  if (token?.text !== 'la' || to !== at + 1) return false;
  const { original, normalised } = text.read;
  return (
    !/à/i.test(original.slice(normalised.at[token.start], normalised.at[token.end])) && text.tokens[to]?.kind === 'word'
  );
};

/** Today or now, said in the same clause, and no part of "la journée d'hier". */
const isNow = (text: ScoreText, region: Region, clause: number | undefined): boolean => {
  for (let at = region.from; at < region.to; at += 1) {
    const to = text.startsAt(at, 'right-now');
    if (to === undefined || text.tokens[at]?.clause !== clause || isArticleLa(text, at, to)) continue;
    let inside = false;
    for (let day = at; day >= Math.max(0, at - 3); day -= 1)
      if ((text.startsAt(day, 'yesterday') ?? 0) > at) inside = true;
    for (let day = at; day < to; day += 1) if (text.startsAt(day, 'yesterday') !== undefined) inside = true;
    if (!inside) return true;
  }
  return false;
};

/** Words behind a number that take it back: in its sentence, or as the next begins. */
const isTakenBack = (text: ScoreText, region: Region): boolean => {
  const last = Math.min(text.tokens.length, region.to + 3);
  for (let at = region.from; at < last; at += 1) {
    const denied = /^(?:not|pas|no)$/.test(text.tokens[at - 1]?.text ?? '');
    if (!denied && text.startsAt(at, 'takes-back') !== undefined) return true;
    const to = text.startsAt(at, 'takes-back-last');
    // "Mets cinq, j'ai oublié": forgotten is not taken back.
    const isForgotten =
      /^(?:ai|jai|a|avais|ait)$/.test(text.tokens[at - 1]?.text ?? '') || text.tokens[at]?.text === 'oubli';
    if (!isForgotten && to !== undefined && (to >= text.tokens.length || text.tokens[to]?.kind === 'mark')) return true;
  }
  return false;
};

/** "6 for my wife", "6, for my wife", "6 today for my wife"; not "2 after pilates for mums". */
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
  leads.has(text.tokens[at - 1]?.text ?? '');

const reports = /^(?:says|reckons|thinks|claims|swears|guesses|dit|disent|pense|trouve|croit|estime)$/;
const ownSubjects =
  /^(?:back|spine|body|it|that|scale|pain|je|j|i|on|dos|corps|douleur|ca|me|m|c|moi|vous|tu|et|deja|l|gut|app|diary|book|note|thermometer)$/;
/** "Luke says I look like a 6": what somebody else makes of it; "my back says 6" is the person's own. */
const isReported = (text: ScoreText, region: Region, clause: number | undefined): boolean => {
  for (let at = region.from + 1; at < region.to; at += 1) {
    const token = text.tokens[at];
    if (token !== undefined && reports.test(token.text) && !ownSubjects.test(text.tokens[at - 1]?.text ?? ''))
      return token.clause === clause;
  }
  return false;
};

/** A doubt in a later clause is of the number if it stands there by itself: "6, not sure", but "6, not sure why it aches". */
const isDoubted = (text: ScoreText, number: NumberSpan, region: Region): boolean => {
  const clause = text.tokens[number.from]?.clause ?? 0;
  for (let at = region.from; at < region.to; at += 1) {
    const to = text.startsAt(at, 'in-doubt');
    if (to === undefined || to > region.to) continue;
    const here = text.tokens[at]?.clause ?? 0;
    if (here <= clause) return true;
    const next = text.tokens[to + 1];
    const endsThere = text.tokens[to]?.kind !== 'word' || next === undefined || next.kind === 'mark';
    if (here === clause + 1 && (endsThere || text.tokens[to]?.kind === 'number')) return true;
  }
  return false;
};

const possessive = new Set(['her', 'his', 'their', 'sa', 'leur']);

/** "…will be the death of me lol 5": the number belongs to what follows the exclamation. */
const sinceExclamation = (text: ScoreText, { from, to }: Region): Region => {
  let start = to;
  while (start > from && text.endsAt(start, 'exclamation') === undefined) start -= 1;
  return { from: start, to };
};

/** "Is 6 high?": asked about, not said; but "6, why is it worse sitting?" is said. */
const isAsked = (text: ScoreText, number: NumberSpan, region: Region): boolean => {
  if (isRequest(text, number)) return false;
  const isFirst = number.from === 0 || text.tokens[number.from - 1]?.sentence !== text.tokens[number.from]?.sentence;
  for (let at = number.to; at < Math.min(region.to, number.to + 8); at += 1) {
    const token = text.tokens[at];
    // "I am at 5 and you?"
    if (/^(?:and|et)$/.test(token?.text ?? '') && /^(?:you|u|vous|toi)$/.test(text.tokens[at + 1]?.text ?? ''))
      return false;
    if (token?.text === '?') return !isFirst || at - number.to <= 2;
    if (
      token?.kind === 'mark' ||
      text.startsAt(at, 'clause-start') !== undefined ||
      text.startsAt(at, 'right-now') !== undefined
    )
      return false;
  }
  return false;
};

/** The number's day, and whether it is somebody else's, another day's or only thought of. */
export const situate = (text: ScoreText, number: NumberSpan, before: Before): Situation => {
  const region = regionOf(text, number);
  const clause = text.tokens[number.from]?.clause;
  const now = before.kind === 'now' || isNow(text, region.before, clause) || isNow(text, region.behind, clause);
  const yesterday = dayIn(text, 'yesterday', number, before);
  const otherDay = now ? undefined : dayIn(text, 'other-day', number, before);
  const { behind } = region;
  const isOtherDay = [...Array(behind.to - behind.from).keys()].some((far) => {
    const at = behind.from + far;
    return dayAt(text, at, 'other-day') !== undefined && !isCompared(text, at);
  });
  const takenBack = isTakenBack(text, behind);
  // The article is part of some wishes: "get to a 2".
  const wishTo = before.hasArticle ? number.from : Math.max(region.before.from, before.from);
  const wished = holds(text, sinceExclamation(text, { ...region.before, to: wishTo }), 'wishes');
  // "Goal 2, real 5": the wish was in a clause before.
  const isWishPast =
    (before.kind === 'pain' || before.kind === 'said' || before.kind === 'now') &&
    !holds(text, { ...region.before, to: wishTo }, 'wishes', clause);
  const thisNight =
    holds(text, region.before, 'this-night', clause) || holds(text, region.behind, 'this-night', clause);
  const owner = text.tokens[before.from - 1]?.text ?? '';
  const ownedByOther = possessive.has(owner) || text.endsAt(before.from, 'somebody') !== undefined;
  const somebody =
    before.kind === 'pain' || before.isNamed ? ownedByOther : holds(text, region.before, 'somebody', clause);
  const forSomebody = text.tokens
    .slice(number.to, region.behind.to)
    .some((_, at) => isForSomebody(text, number.to + at) && isSaidOf(text, number, number.to + at));
  const isWouldHave = text.startsAt(before.from, 'would-have') !== undefined && !now && yesterday === undefined;
  const isSupposed = holds(text, region.before, 'supposed') || isConditional(text, region.before);
  const dayBefore = !now && yesterday === undefined && isOfDayBefore(text, region.before, before);
  const isTurned = (number.value ?? 0) >= 7 && holds(text, { from: 0, to: text.tokens.length }, 'feels-well');
  const isUnsure = isDoubted(text, number, region.behind) || (before.isPast && !now && yesterday === undefined);
  return {
    day: dayBefore || thisNight || (yesterday !== undefined && !now) ? 'yesterday' : 'today',
    isOtherDay,
    isTakenBack: takenBack,
    isElsewhere: otherDay === 'linked' || (otherDay === 'loose' && before.isPast) || (wished && !isWishPast),
    isDoubtful:
      isSupposed ||
      wished ||
      isWouldHave ||
      isTurned ||
      isAsked(text, number, region.behind) ||
      isUnsure ||
      dayBefore ||
      somebody ||
      isReported(text, region.before, clause) ||
      forSomebody ||
      yesterday === 'loose' ||
      (now && yesterday === 'linked') ||
      takenBack ||
      otherDay === 'loose' ||
      thisNight,
  };
};
