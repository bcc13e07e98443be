import type { Channel, Language } from '../../domain/people/subscriber.ts';
import { localDateTime } from '../../domain/time/zone-clock.ts';
import type { Dose } from '../../domain/tips/dose.ts';
import type { NoTipReason, TipExplanation } from '../../domain/tips/explain-day.ts';
import { failureOf } from '../../domain/tips/failure.ts';
import type { TipState, TipWords } from './tip-words.ts';
import { englishTip } from './tip-words-english.ts';
import { frenchTip } from './tip-words-french.ts';

const wordsIn: Readonly<Record<Language, TipWords>> = { en: englishTip, fr: frenchTip };

/** The counts that are not zero, each with the words of its state or reason. */
export const countsInWords = (
  language: Language,
  counts: Readonly<Partial<Record<TipState | NoTipReason, number>>>,
): readonly (readonly [words: string, count: number])[] =>
  Object.entries<string>({ ...wordsIn[language].states, ...wordsIn[language].reasons })
    .map(([key, words]) => [words, new Map(Object.entries(counts)).get(key) ?? 0] as const)
    .filter(([, count]) => count > 0);

/** How many messages a week somebody gets, in words. */
export const doseInWords = (language: Language, dose: Dose): string => wordsIn[language].doses[dose];

/** An instant in UTC, to the minute, for whoever runs the service. */
export const minute = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** An instant on the clock of a zone, to the minute. */
export const onClockOf = (zone: string, at: number): string => {
  const { date, time } = localDateTime(zone, at);
  return `${date} ${time}`;
};

/** What a day is called: the title of its tip, with the tip's id where there is a title; neither where nothing came. */
export const dayInWords = (
  language: Language,
  day: TipExplanation,
  titles: ReadonlyMap<string, string>,
): { readonly title?: string; readonly id?: string } => {
  if ('prompt' in day && day.prompt !== undefined) return { title: wordsIn[language].inPlace };
  if (!('tip' in day) || day.tip === undefined) return {};
  const title = titles.get(day.tip);
  return title === undefined ? { title: day.tip } : { title, id: day.tip };
};

interface Coded {
  readonly decision: TipState;
  readonly channel?: Channel | undefined;
  readonly code: string;
}

/** A state with its provider's code, and with what the code means where that is known. */
const stateWithCode = ({ states, failures, because }: TipWords, { decision, channel, code }: Coded): string => {
  const failure = failureOf(channel, code);
  const said = failure === undefined ? states[decision] : because(states[decision], failures[failure]);
  return `${said} (${channel === 'email' ? 'SES' : 'Twilio'} ${code})`;
};

/** What became of a tip, in one line; `zone`: whose clock its instants are told by. */
export const fateInWords = (language: Language, tip: TipExplanation, zone: string): string => {
  const own = wordsIn[language];
  switch (tip.decision) {
    case 'none':
    case 'skipped':
      return own.none(own.reasons[tip.reason]);
    case 'to-come':
      return own.toComeAt(onClockOf(zone, tip.at));
    case 'due':
    case 'claimed':
      return own.states[tip.decision];
    default: {
      const { code } = tip;
      const state = code === undefined ? own.states[tip.decision] : stateWithCode(own, { ...tip, code });
      return `${state}, ${onClockOf(zone, tip.at)}`;
    }
  }
};

/** Why that tip was chosen or why none came, in a sentence. */
export const reasonInWords = (language: Language, tip: TipExplanation): string => {
  const { reasons, whys, prompts, doses, claimed, chosenBefore, notWritten } = wordsIn[language];
  switch (tip.decision) {
    case 'none':
    case 'skipped':
      return reasons[tip.reason];
    case 'claimed':
      return claimed;
    case 'due':
    case 'to-come':
      if (tip.prompt) return `${prompts[tip.prompt]} (${doses[tip.dose]})`;
      return `${tip.why ? whys[tip.why] : chosenBefore} (${doses[tip.dose]})`;
    default:
      if (tip.prompt) return prompts[tip.prompt];
      return tip.why ? whys[tip.why] : notWritten;
  }
};
