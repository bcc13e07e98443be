import { gradesOf } from './check-tip.ts';
import { readContent } from './compile-content.ts';
import type { WrittenTip } from './compile-language.ts';
import type { MessageSpecs } from './messages-source.ts';
import { formatProblem } from './problem.ts';
import { sizeOf } from './text-size.ts';
import type { TipSource } from './tip-source.ts';

/** A tip in one language, as whoever signs it off reads it. */
export interface TipInLanguage {
  readonly language: string;
  readonly path: string;
  readonly front: TipSource['front'];
  /** The text message as it goes out, and its size. */
  readonly sms: string;
  readonly smsSize: { readonly segments: number; readonly septets: number };
  readonly moreSize: { readonly segments: number; readonly septets: number };
  /** The body of the mail. */
  readonly html: string;
  readonly text: string;
  readonly words: number;
  /** Reading grades of text and mail; the formulas know English only. */
  readonly grades?: { readonly text: number; readonly mail: number };
  readonly problems: readonly string[];
}

/** A tip in all languages. */
export interface TipPreview {
  readonly id: string;
  readonly topic?: string;
  readonly languages: readonly TipInLanguage[];
}

/** What `previewTips` found: the tips, and the problems that belong to none. */
export interface ContentPreview {
  /** In the order of the programmes; tips in no programme come last. */
  readonly tips: readonly TipPreview[];
  readonly languages: readonly string[];
  /** Problems that belong to no readable tip. */
  readonly problems: readonly string[];
}

const inLanguage = (
  language: string,
  frame: string,
  { source, mail }: WrittenTip,
  wrong: readonly string[],
): TipInLanguage => {
  const { front, path } = source;
  const sms = frame.replace('{tip}', () => front.sms);
  return {
    language,
    path,
    front,
    sms,
    smsSize: sizeOf(sms),
    moreSize: sizeOf(front.more),
    html: mail.html,
    text: mail.text,
    words: mail.blocks.join(' ').split(/\s+/).length,
    ...(language === 'en' ? { grades: gradesOf(source, mail) } : {}),
    problems: wrong,
  };
};

/** All tips under `root` as they stand in the files, right or wrong. `today` (`YYYY-MM-DD`) is what review dates are held against. */
export const previewTips = (root: string, specs: MessageSpecs, today: string): ContentPreview => {
  const { programmes, languages, problems } = readContent(root, specs, today);
  const listed = programmes.flatMap(({ programme }) => programme.tips);
  const written = [...languages].flatMap(
    ([
      language,
      {
        written: { tips, frame },
      },
    ]) =>
      tips.map((tip) => {
        const wrong = problems.filter(({ path }) => path === tip.source.path).map(formatProblem);
        return { id: tip.source.id, tip: inLanguage(language, frame, tip, wrong) };
      }),
  );
  const ids = [...new Set([...listed.map(({ tip }) => tip), ...written.map(({ id }) => id)])];
  const readable = new Set(written.map(({ tip }) => tip.path));
  return {
    languages: [...languages.keys()],
    tips: ids.map((id) => {
      const topic = listed.find(({ tip }) => tip === id)?.topic;
      return {
        id,
        ...(topic ? { topic } : {}),
        languages: written.filter((each) => each.id === id).map(({ tip }) => tip),
      };
    }),
    problems: problems.filter(({ path }) => !readable.has(path)).map(formatProblem),
  };
};
