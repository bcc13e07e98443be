import { bannedPromises } from './banned-promises.ts';
import { lineAt, type Problem } from './problem.ts';
import { gradeOf } from './readability.ts';
import type { RenderedTip } from './render-tip-mail.ts';
import { sizeProblem } from './text-size.ts';
import type { TipSource } from './tip-source.ts';

/**
 * The highest reading grade a tip may have, as health texts for the public should; grade 7 is read at twelve or
 * thirteen.
 */
const highestGrade = 7;
const mailWords = { least: 120, most: 250 } as const;
const moreSegments = 3;
const reviewYears = 2;

const inYears = (date: string, years: number): string => `${Number(date.slice(0, 4)) + years}${date.slice(4)}`;

const words = (blocks: readonly string[]): number =>
  blocks.reduce((count, block) => count + (block.match(/\S+/g)?.length ?? 0), 0);

/** The reading grades of a tip: as text (both forms), and as mail with its caution. */
export const gradesOf = ({ front }: TipSource, mail: RenderedTip) => ({
  text: gradeOf([front.sms, front.more]),
  mail: gradeOf([...mail.blocks, front.caution]),
});

/** Grades English tips only: the readability formulas are made for English. */
const gradeProblems = (tip: TipSource, mail: RenderedTip): readonly Problem[] => {
  const grades = gradesOf(tip, mail);
  const advice = `at most ${highestGrade}: use shorter sentences and shorter words`;
  return [
    { line: tip.lineOf('sms'), grade: grades.text, name: '`sms` with `more`' },
    { line: tip.bodyLine, grade: grades.mail, name: 'the mail with its caution' },
  ]
    .filter(({ grade }) => grade > highestGrade)
    .map(({ line, grade, name }) => ({ path: tip.path, line, what: `${name} reads at grade ${grade}, ${advice}` }));
};

const promiseProblems = (language: string, { path, front, body, bodyLine, lineOf }: TipSource): readonly Problem[] => {
  const keys = ['title', 'subject', 'sms', 'more', 'evidence', 'caution'] as const;
  const found = [
    ...keys.flatMap((key) => bannedPromises(language, front[key]).map((ban) => ({ ...ban, line: lineOf(key) }))),
    ...bannedPromises(language, body).map((ban) => ({ ...ban, line: bodyLine + lineAt(body, ban.index) - 1 })),
  ];
  return found.map(({ line, words, why }) => ({ path, line, what: `"${words}" is not allowed: ${why}` }));
};

/** Everything about one tip that can be checked without the others. `today` is `YYYY-MM-DD`. */
export const checkTip = (
  language: string,
  tip: TipSource,
  mail: RenderedTip,
  today: string,
  /** The texts that the short form goes out in, such as `Backbeat: {tip} Reply PAIN 0-10 or MORE.` */
  frames: readonly { readonly segments: number; readonly frame: string }[],
): readonly Problem[] => {
  const { path, front, bodyLine, lineOf } = tip;
  const at = (line: number, what: string): Problem => ({ path, line, what });
  const problems: Problem[] = [];

  const tooBig = frames.map(({ segments, frame }) =>
    sizeProblem(
      '`sms`',
      frame.replace('{tip}', () => front.sms),
      segments,
    ),
  );
  // Frames that are worded alike find the same fault: once is enough.
  for (const wrong of new Set(tooBig)) if (wrong) problems.push(at(lineOf('sms'), wrong));
  const tooLong = sizeProblem('`more`', front.more, moreSegments);
  if (tooLong) problems.push(at(lineOf('more'), tooLong));

  const count = words(mail.blocks);
  if (count < mailWords.least || count > mailWords.most) {
    problems.push(at(bodyLine, `the mail has ${count} words: write ${mailWords.least} to ${mailWords.most}`));
  }
  for (const { line, what } of mail.unsupported) {
    problems.push(at(bodyLine + line - 1, `${what} is not supported in a mail: use paragraphs, lists, bold, italics`));
  }
  if (language === 'en') problems.push(...gradeProblems(tip, mail));

  if (front.reviewed < inYears(today, -reviewYears)) {
    problems.push(at(lineOf('reviewed'), `last reviewed on ${front.reviewed}: check it against its sources again`));
  }
  // A date up to a year ahead is accepted (the clock may be wrong); one further ahead is a mistyped year.
  if (front.reviewed > inYears(today, 1)) {
    problems.push(at(lineOf('reviewed'), `reviewed in the future (${front.reviewed}): correct the year`));
  }
  return [...problems, ...promiseProblems(language, tip)];
};
