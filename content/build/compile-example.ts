import type { Example } from '../../shared/content/example.ts';
import { notations } from '../../shared/domain/diary/notation.ts';
import { languages } from '../../shared/domain/people/subscriber.ts';
import type { CompiledLanguage } from './compile-language.ts';
import type { Problem } from './problem.ts';

/** The tip that the start page shows: one that frightens nobody, and that most people can try today. */
const shownTip = '08-cardio';
/**
 * The figures in the answer that the start page shows; the score is the one that the page's own words send
 * (`landing.chat`).
 */
const shownFigures = { score: 4, mean: 4.5, points: 1.3 };

const filledIn = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/**
 * The start page's example: a tip as a text and as a mail, and the answer to a score. Undefined if that tip is not
 * written.
 */
export const compileExample = (name: string, { tips, messages }: CompiledLanguage['written']): Example | undefined => {
  const language = languages.find((known) => known === name);
  const tip = tips.find(({ source }) => source.id === shownTip);
  const { tip: frame, scoreLoggedDown: answer } = messages;
  if (language === undefined || tip === undefined || frame === undefined || answer === undefined) return undefined;
  const { number } = notations[language];
  const figures = Object.entries(shownFigures).map(([figure, value]) => [figure, number(value)] as const);
  const { title, subject, sms, evidence, caution } = tip.source.front;
  const [beginning = '', ...rest] = tip.mail.html.split(/(?<=<\/p>)\n/);
  return {
    tip: filledIn(frame, { tip: sms }),
    // A score of 4 is no hard day.
    answer: filledIn(answer, { ...Object.fromEntries(figures), hardDay: '' }),
    mail: { title, subject, beginning, rest: rest.join('\n'), evidence, caution },
  };
};

/** Reports the languages in which the start page would have no example. */
export const missingExamples = (files: ReadonlyMap<string, unknown>): readonly Problem[] =>
  languages
    .filter((language) => !files.has(`${language}/example`))
    .map((language) => ({
      path: `content/${language}/tips/${shownTip}.md`,
      line: 1,
      what: 'is missing: the start page shows it (content/build/compile-example.ts names another)',
    }));
