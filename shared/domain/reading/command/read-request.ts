import type { Intent } from '../intent.ts';
import type { ReadWords } from '../read-words.ts';
import type { Said } from '../said.ts';
import { asksSomething } from '../talk/read-talk.ts';
import { unicodePattern } from '../text/unicode-pattern.ts';
import { readClockTime } from './clock-time.ts';

/** A text in which a request is looked for. */
interface Asked {
  readonly said: Said;
  readonly words: ReadWords;
}

/** A rule that finds one kind of request and says what is done about it. The first rule that holds decides. */
interface Rule {
  readonly why: string;
  readonly holds: (asked: Asked) => boolean;
  readonly intent: (asked: Asked) => Intent;
}

const ours = ['our-messages', 'contacting', 'tips', 'these-of-ours'] as const;
const clock = /\b\d{1,2}(?:[:.]\d\d)? ?(?:am|pm)\b|\b\d{1,2} ?h(?: ?\d\d)?\b|\b(?:noon|midday|midi)\b/g;

/** The one hour that a text names plainly (8 pm, 19h30, noon), unless it is the hour that the text complains of. */
const readWish = ({ said, words }: Asked): Intent => {
  const hours = [...words.normalised.text.matchAll(clock)].map(([hour]) => readClockTime(hour));
  const [time] = hours;
  const isPlain =
    hours.length === 1 &&
    time !== undefined &&
    !/too|trop|before|avant|after|apres|not|pas/.test(words.normalised.text);
  return isPlain && said.has('hour-wish') ? { kind: 'time', time } : { kind: 'suggest', command: 'time' };
};

/** Matches an hour with nothing but courtesies and words that lead to it: "At 8pm please", "plutôt vers 19h". */
const hourAlone =
  /^(?:(?:ok|and|et|oh|please|pls|i would prefer|i would rather|i prefer|id prefer|j'? ?aimerais mieux|je prefere|je prefererais|at|around|about|by|for|maybe|rather|a|vers|pour|plutot) )*(?:\d{1,2}(?:[:.]\d\d)? ?(?:am|pm)|\d{1,2} ?h(?: ?\d\d)?)(?: (?:please|pls|plz|thanks|instead|rather|would be better|is better|suits|works|svp|stp|merci|plutot|s'il (?:vous|te) plait|serait mieux|ce serait mieux|c'est mieux))*$/;
/** An hour without a word beside it may be anything, so it is no request. */
const bareHour = /^\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|h(?: ?\d\d)?)$/;
const isHourAlone = ({ words }: Asked): boolean => {
  const text = words.normalised.text.replace(/[.,!]+(?= |$)/g, '').trim();
  return hourAlone.test(text) && !bareHour.test(text);
};

const dayCounts: ReadonlyMap<string, number> = new Map(
  Object.entries({
    day: 1,
    days: 1,
    jour: 1,
    jours: 1,
    week: 7,
    weeks: 7,
    semaine: 7,
    semaines: 7,
    fortnight: 14,
    quinzaine: 14,
  }),
);
const counts: ReadonlyMap<string, number> = new Map(
  Object.entries({
    a: 1,
    one: 1,
    une: 1,
    two: 2,
    deux: 2,
    three: 3,
    trois: 3,
    four: 4,
    quatre: 4,
    quinze: 15,
    dix: 10,
    huit: 8,
  }),
);
/** With these words the pause begins later than with the next tip, which PAUSE cannot do. */
const laterStart =
  /\b(?:next|from|starting|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|prochaine?|a partir|des (?:lundi|mardi|samedi|dimanche))\b/;

const readPause = ({ said, words }: Asked): Intent => {
  const suggestion: Intent = { kind: 'suggest', command: 'pause' };
  if (!said.has('pause-word') || laterStart.test(words.normalised.text)) return suggestion;
  const spans = said.tokens.flatMap(({ text }, at) => {
    const unit = dayCounts.get(text);
    const before = said.tokens[at - 1]?.text ?? '';
    const count = /^\d{1,2}$/.test(before) ? Number(before) : counts.get(before);
    return unit === undefined || count === undefined ? [] : [unit * count];
  });
  const [days] = spans;
  return spans.length === 1 && days !== undefined && days >= 1 && days <= 90 ? { kind: 'pause', days } : suggestion;
};

const moves =
  /(?:\b(?:moved|moving|move|relocated|relocating)(?: out| over| back)? to|d[ée]m[ée]nag[ée]r?(?: [àa]| au| en)|install[ée]e? [àa])\s+/gi;
const placeName = unicodePattern("^[\\p{L}][\\p{L}'-]+(?:[ ,]+[\\p{L}][\\p{L}'-]+){0,2}", 'u');
/**
 * The place behind words of moving: "I've moved to Paris". Searched in two steps, because one expression for both took 9 ms
 * to compile.
 */
const placeIn = (text: string): string | undefined => {
  for (const { 0: words, index } of text.matchAll(moves)) {
    const rest = text.slice(index + words.length);
    const name = placeName(rest).exec(rest)?.[0];
    if (name !== undefined) return name;
  }
  return undefined;
};
/** A name of a place begins with a capital: "to New York". */
const startsWithCapital = /^\p{Lu}/u;

const readPlace = ({ words }: Asked): Intent => {
  const name = placeIn(words.original);
  return name !== undefined && startsWithCapital.test(name)
    ? { kind: 'zone', place: name }
    : { kind: 'suggest', command: 'zone' };
};

const addressIn = /[^\s@<>,;:"()]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z]{2,24}/i;

const readMailbox = ({ words }: Asked): Intent => {
  const address = addressIn.exec(words.original)?.[0].toLowerCase();
  return address === undefined ? { kind: 'suggest', command: 'email' } : { kind: 'email', address };
};

/** "I stretch twice a week", "kiné deux fois par semaine": what the person does so often, with nothing of ours beside it. */
const tellsOfDoing = (said: Said): boolean =>
  said.has('exercise-word', 'doctor-word') && !said.has('our-messages', 'contacting', 'tips') && !asksSomething(said);

const requests: readonly Rule[] = [
  {
    why: 'rights over the data come first',
    holds: ({ said }) => said.has('ask-erase') && !said.has('ask-undo'),
    intent: () => ({ kind: 'erase' }),
  },
  { why: 'the last one was wrong', holds: ({ said }) => said.has('ask-undo'), intent: () => ({ kind: 'undo' }) },
  { why: 'a copy to read or to show', holds: ({ said }) => said.has('ask-export'), intent: () => ({ kind: 'export' }) },
  {
    why: 'somebody else wants in: talk, not this subscription',
    holds: ({ said }) => said.has('invite'),
    intent: () => ({ kind: 'talk', about: 'invite' }),
  },
  {
    why: 'not so many',
    holds: ({ said }) =>
      said.has('ask-less') && (said.has(...ours, 'asking') || asksSomething(said)) && !tellsOfDoing(said),
    intent: () => ({ kind: 'suggest', command: 'less' }),
  },
  { why: 'the pause is over', holds: ({ said }) => said.has('ask-resume'), intent: () => ({ kind: 'resume' }) },
  { why: 'wants in', holds: ({ said }) => said.has('ask-join'), intent: () => ({ kind: 'join' }) },
  {
    why: 'away, or needs a break from us',
    holds: ({ said }) => said.has('ask-pause') && (said.has('pause-word', ...ours) || said.has('asking')),
    intent: readPause,
  },
  {
    why: 'lives by another clock',
    holds: ({ said, words }) =>
      said.has('ask-zone') && (said.has('night-arrival', ...ours) || placeIn(words.original) !== undefined),
    intent: readPlace,
  },
  {
    why: 'by text instead of mail',
    holds: ({ said }) =>
      said.has('ask-sms') &&
      !said.has('other-hour') &&
      (said.has('not-mail') || (!said.has('ask-email') && said.has('hour-wish'))),
    intent: () => ({ kind: 'sms' }),
  },
  {
    why: 'by mail',
    holds: ({ said, words }) =>
      said.has('ask-email') &&
      !said.has('not-mail') &&
      (said.has(...ours, 'hour-wish') || addressIn.test(words.original)),
    intent: readMailbox,
  },
  {
    why: 'another hour',
    holds: ({ said }) => said.has('other-hour') && said.has('hour-wish') && said.has(...ours),
    intent: readWish,
  },
  { why: 'an hour and courtesies', holds: isHourAlone, intent: () => ({ kind: 'suggest', command: 'time' }) },
  { why: 'to see the diary', holds: ({ said }) => said.has('ask-diary'), intent: () => ({ kind: 'diary' }) },
  { why: "today's tip", holds: ({ said }) => said.has('ask-tip'), intent: () => ({ kind: 'tip' }) },
  {
    why: 'our own languages',
    holds: ({ said }) => said.has('our-language'),
    intent: () => ({ kind: 'language', language: 'fr' }),
  },
  { why: 'more about a tip', holds: ({ said }) => said.has('ask-more'), intent: () => ({ kind: 'more' }) },
];

/** What a text asks of the service in its own words. A plain request is carried out; otherwise the answer names the command. */
export const readRequest = (said: Said, words: ReadWords): Intent | undefined => {
  if (said.has('diary-words')) return undefined;
  const asked = { said, words };
  return requests.find(({ holds }) => holds(asked))?.intent(asked);
};
