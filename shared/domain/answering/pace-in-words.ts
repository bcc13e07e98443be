import { type Course, doseWithin, wantedDoseOf } from '../tips/course.ts';
import type { Dose } from '../tips/dose.ts';
import { programmeOf } from '../tips/tip-programme.ts';
import { type AnswerContext, say } from './conversation.ts';

const keys = {
  daily: 'paceDaily',
  less: 'paceLess',
  three: 'paceThree',
  weekly: 'paceWeekly',
} as const satisfies Record<Dose, string>;

/** How often messages come to somebody, or, of nobody, in the programme that everybody begins with: "three messages a week". */
export const paceInWords = (context: AnswerContext, person: { readonly course?: Course } = {}): string => {
  const dose = doseWithin(wantedDoseOf(person), programmeOf(person, context.programme));
  return say(context, keys[dose], {});
};

/** The same as a sentence begins with it. */
export const paceToBegin = (context: AnswerContext, person: { readonly course?: Course }): string => {
  const words = paceInWords(context, person);
  return words.charAt(0).toUpperCase() + words.slice(1);
};
