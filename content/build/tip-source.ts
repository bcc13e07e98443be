import * as z from 'zod';
import { lineAt, type Problem } from './problem.ts';
import { byteOrderMark, readYaml, type YamlSource } from './yaml-source.ts';

const line = (advice: string) =>
  z
    .string(`is missing: ${advice}`)
    .trim()
    .min(1, `is empty: ${advice}`)
    .refine((text) => !text.includes('\n'), 'must be one paragraph: fold it with ">-"')
    .refine((text) => !/^[“”„]/.test(text), 'begins with a curly quote, which would be shown: write it without');

const frontMatter = z.strictObject({
  title: line('a few words that name the tip'),
  subject: line('the subject of the e-mail').max(70, 'is longer than 70 characters: phones cut it off'),
  verdict: z.enum(['recommended', 'may-help', 'weak', 'not-recommended', 'conflicting'], {
    error: 'must be recommended, may-help, weak, not-recommended or conflicting',
  }),
  sms: line('the tip as it goes out by text'),
  more: line('the longer form that MORE is answered with'),
  evidence: line('one honest sentence on what is known'),
  caution: line('say who should not do this, or when to ask first'),
  sources: z
    .array(
      z.strictObject({
        name: line('who says so'),
        url: z.url({ protocol: /^https$/, error: 'must be an https address that a reader can open' }),
      }),
      'is missing: name at least one source',
    )
    .min(1, 'is empty: name at least one source'),
  reviewed: z.iso.date('must be the day somebody last checked the tip, written as 2026-11-22: year, month, day'),
});

/** What stands above the body of a tip. */
type FrontMatter = z.infer<typeof frontMatter>;

/** A tip file that could be read; what it says is not yet checked. */
export interface TipSource {
  readonly id: string;
  readonly path: string;
  readonly front: FrontMatter;
  readonly body: string;
  /** The line of the file on which the body begins. */
  readonly bodyLine: number;
  readonly lineOf: YamlSource<FrontMatter>['lineOf'];
}

/** Says what is wrong where the names and the mail are not told apart. */
const withoutFrame = (text: string): string =>
  text.startsWith('---\n')
    ? 'has one line of three hyphens (---): write a second one between `reviewed` and the mail'
    : 'must begin with a line of three plain hyphens (---), nothing before or behind them; a second one stands between `reviewed` and the mail';

/** Reads `NN-slug.md`: front matter between two lines of `---`, then the e-mail. */
export const readTip = (id: string, path: string, file: string): TipSource | readonly Problem[] => {
  const text = file.replace(byteOrderMark, '').replace(/\r\n/g, '\n');
  const parts = /^---\n(.*?\n)---\n(.*)$/s.exec(text);
  const [, yaml, body] = parts ?? [];
  if (yaml === undefined || body === undefined) {
    return [{ path, line: 1, what: withoutFrame(text) }];
  }
  const { value, problems, lineOf } = readYaml(path, yaml, frontMatter, 2);
  if (value === undefined) return problems;
  return { id, path, front: value, body, bodyLine: lineAt(text, text.length - body.length), lineOf };
};
