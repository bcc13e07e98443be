import { type Progress, progresses, type Reach, reaches } from '../domain/diary/diary.ts';
import type { Language } from '../domain/people/subscriber.ts';
import type { LocalDate } from '../domain/time/local-time.ts';
import { escapeHtml } from './fill-template.ts';
import { mailWords } from './mail-words.ts';

/**
 * The words on the buttons. They are not among the words that are cut out of a quoted mail (mail-words.ts), because
 * "not yet" and "on some days" are answers too.
 */
const labels: Readonly<
  Record<
    Language,
    {
      readonly reaches: Readonly<Record<Reach, string>>;
      readonly otherMinutes: string;
      readonly goal: Readonly<Record<Progress | 'change', string>>;
    }
  >
> = {
  en: {
    reaches: { all: 'On all days', some: 'On some days', none: 'On no day' },
    otherMinutes: 'Another number',
    goal: { done: 'I am there', 'not-yet': 'Not yet', change: 'Another goal' },
  },
  fr: {
    reaches: { all: 'Tous les jours', some: 'Certains jours', none: 'Aucun jour' },
    otherMinutes: 'Un autre nombre',
    goal: { done: 'C’est fait', 'not-yet': 'Pas encore', change: 'Un autre objectif' },
  },
};

/** The minutes offered as buttons; any other number is entered on the page. */
const offeredMinutes = [5, 10, 15, 20, 30];

/**
 * The address at which a weekly mail's questions are answered: below the page of a score, with the date of the mail.
 */
export const weekUrl = (painUrl: string, date: LocalDate): string => `${painUrl}/week?of=${date}`;

/**
 * The inline style of each button, like that of the eleven numbers: the templates' style was inlined when they were
 * compiled.
 */
const look =
  'display:inline-block;margin:4px 4px 4px 0;padding:10px 14px;border:1px solid #1c6350;border-radius:8px;text-align:center;text-decoration:none;font-weight:600';

const buttons = (answers: readonly (readonly [href: string, label: string])[]): string =>
  `<p>${answers
    .map(([href, label]) => `<a class="answer" href="${escapeHtml(href)}" style="${look}">${escapeHtml(label)}</a>`)
    .join(' ')}</p>`;

/** The answers offered with a question: as buttons, and as an address for the text part. */
export interface OfferedAnswers {
  readonly html: string;
  readonly text: string;
}

/**
 * The answers to how the week was, or how many minutes somebody walks with ease; each leads to a page that saves it.
 */
export const weekButtons = (url: string, language: Language, asks: 'minutes' | undefined): OfferedAnswers => {
  const { answerHere } = mailWords[language];
  const { reaches: ofReach, otherMinutes } = labels[language];
  if (asks === 'minutes')
    return {
      html: buttons([
        ...offeredMinutes.map((minutes) => [`${url}&minutes=${minutes}`, String(minutes)] as const),
        [`${url}&minutes=`, otherMinutes],
      ]),
      text: `${answerHere} ${url}&minutes=`,
    };
  return {
    html: buttons(reaches.map((reach) => [`${url}&reach=${reach}`, ofReach[reach]])),
    text: `${answerHere} ${url}`,
  };
};

/** The answers to how far a goal has come. */
export const goalButtons = (url: string, language: Language): OfferedAnswers => {
  const { answerHere } = mailWords[language];
  const answers: readonly (Progress | 'change')[] = [...progresses, 'change'];
  return {
    html: buttons(answers.map((answer) => [`${url}&goal=${answer}`, labels[language].goal[answer]])),
    text: `${answerHere} ${url}&goal=`,
  };
};
