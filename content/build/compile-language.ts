import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkTip, gradesOf } from './check-tip.ts';
import { type MessageSpecs, readMessages, readMessagesByMail } from './messages-source.ts';
import type { Problem } from './problem.ts';
import type { ProgrammeSource } from './programme-source.ts';
import { type RenderedTip, renderTip } from './render-tip-mail.ts';
import { sizeOf } from './text-size.ts';
import { readTip, type TipSource } from './tip-source.ts';

/** One language, compiled; worth writing only if there are no problems. */
export interface CompiledLanguage {
  /** File name below `content/compiled/<language>/`, without its ending -> what it holds. */
  readonly files: Readonly<Record<'messages' | 'messages-by-mail' | 'tips' | 'mails' | 'tip-names', unknown>>;
  readonly tips: number;
  readonly messages: number;
  /** Septets of the longest tip as sent. */
  readonly longestTip: number;
  /** Highest reading grade; 0 for a language that is not graded. */
  readonly highestGrade: number;
  /** Every tip that could be read, what its short form goes out in (`{tip}`), and all messages. */
  readonly written: {
    readonly tips: readonly WrittenTip[];
    readonly frame: string;
    readonly messages: Readonly<Record<string, string>>;
  };
  readonly problems: readonly Problem[];
}

/** A tip as it was read, and its mail. */
export interface WrittenTip {
  readonly source: TipSource;
  readonly mail: RenderedTip;
}

const readTips = (directory: string, shown: string): { tips: readonly WrittenTip[]; problems: readonly Problem[] } => {
  const tips: WrittenTip[] = [];
  const problems: Problem[] = [];
  const names = readdirSync(directory).filter((name) => name.endsWith('.md'));
  for (const name of names.sort()) {
    const tip = readTip(name.slice(0, -3), `${shown}/${name}`, readFileSync(join(directory, name), 'utf8'));
    if ('front' in tip) tips.push({ source: tip, mail: renderTip(tip.body) });
    else problems.push(...tip);
  }
  return { tips, problems };
};

/** Reports tips that share a name: neither a mailbox nor what people say about them could tell them apart. */
const sameNames = (tips: readonly WrittenTip[]): readonly Problem[] =>
  (['title', 'subject', 'sms'] as const).flatMap((key) => {
    const first = new Map<string, string>();
    return tips.flatMap(({ source }) => {
      const name = source.front[key].toLowerCase();
      const other = first.get(name);
      first.set(name, other ?? source.id);
      if (other === undefined) return [];
      return [{ path: source.path, line: source.lineOf(key), what: `\`${key}\` is that of ${other}: write another` }];
    });
  });

const numberIn = (name: string): string => name.slice(0, 2);

/** Says how to mend that a listed tip has no file, where a file of that number is there under another name. */
const sayMissing = (tip: string, other: string | undefined, shown: string): string => {
  if (other === undefined) return `${tip} has no file ${shown}/${tip}.md: write it, or take it off the list`;
  return other.endsWith('.md')
    ? `${tip} has no file ${shown}/${tip}.md, but ${other} is there: give both the same name`
    : `${tip} has no file ${shown}/${tip}.md, but ${other} is there: name the file ${tip}.md`;
};

/**
 * Reports tips that a programme lists and this language lacks, and tips that no programme lists. While a programme cannot
 * be read, nobody knows what it lists, so none of the second kind is reported.
 */
const againstProgrammes = (
  names: readonly string[],
  programmes: readonly ProgrammeSource[],
  shown: string,
  areAllRead: boolean,
): readonly Problem[] => {
  const files = names.flatMap((name) => (name.endsWith('.md') ? [name.slice(0, -3)] : []));
  const listed = programmes.flatMap(({ path, listed: tips, lineOf }) =>
    tips.map(({ tip }) => ({ tip, path, line: lineOf(tip) })),
  );
  const isListed = (id: string): boolean => listed.some(({ tip }) => tip === id);
  const missing = listed
    .filter(({ tip }) => !files.includes(tip))
    .map((each) => ({
      ...each,
      other: names.find((name) => numberIn(name) === numberIn(each.tip) && !isListed(name.replace(/\.md$/, ''))),
    }));
  const meant = new Set(missing.map(({ other }) => other));
  return [
    ...missing.map(({ tip, path, line, other }) => ({ path, line, what: sayMissing(tip, other, shown) })),
    ...files
      .filter((id) => areAllRead && !isListed(id) && !meant.has(`${id}.md`))
      .map((id) => ({
        path: `${shown}/${id}.md`,
        line: 1,
        what: 'is in no programme of content/programmes, so nobody would get it: add it to one',
      })),
  ];
};

/** Reads, checks and compiles `<root>/<language>`. Problems name files as `content/<language>/…`. */
export const compileLanguage = (
  root: string,
  language: string,
  programmes: readonly ProgrammeSource[],
  specs: MessageSpecs,
  today: string,
  /** Whether every programme could be read. */
  areAllRead = true,
): CompiledLanguage => {
  const shown = `content/${language}`;
  const { messages, problems: messageProblems } = readMessages(
    language,
    `${shown}/messages.yaml`,
    readFileSync(join(root, language, 'messages.yaml'), 'utf8'),
    specs,
  );
  const byMailFile = join(root, language, 'messages-by-mail.yaml');
  const { messages: byMail, problems: byMailProblems } = readMessagesByMail(
    language,
    `${shown}/messages-by-mail.yaml`,
    existsSync(byMailFile) ? readFileSync(byMailFile, 'utf8') : '{}',
    specs,
    messages,
  );
  const directory = join(root, language, 'tips');
  const { tips, problems: unreadable } = readTips(directory, `${shown}/tips`);
  const frames = Object.entries(specs)
    .filter(([key, { sample }]) => 'tip' in sample && messages[key] !== undefined)
    .map(([key, { segments }]) => ({ segments, frame: messages[key] ?? '' }));
  const problems = [
    ...messageProblems,
    ...byMailProblems,
    ...unreadable,
    ...againstProgrammes(readdirSync(directory).sort(), programmes, `${shown}/tips`, areAllRead),
    ...sameNames(tips),
    ...tips.flatMap(({ source, mail }) => checkTip(language, source, mail, today, frames)),
  ];

  return {
    files: {
      messages,
      'messages-by-mail': byMail,
      tips: tips.map(({ source: { id, front } }) => ({ id, sms: front.sms, more: front.more })),
      'tip-names': Object.fromEntries(tips.map(({ source: { id, front } }) => [id, front.title])),
      mails: {
        tips: tips.map(({ source: { id, front }, mail: { html, text } }) => ({
          id,
          title: front.title,
          subject: front.subject,
          html,
          text,
          evidence: front.evidence,
          caution: front.caution,
          sources: front.sources,
        })),
      },
    },
    tips: tips.length,
    messages: Object.keys(messages).length,
    longestTip: Math.max(
      0,
      ...tips.flatMap(({ source }) =>
        frames.map(({ frame }) => sizeOf(frame.replace('{tip}', () => source.front.sms)).septets),
      ),
    ),
    highestGrade:
      language === 'en' ? Math.max(0, ...tips.flatMap(({ source, mail }) => Object.values(gradesOf(source, mail)))) : 0,
    written: { tips, frame: messages['tip'] ?? '{tip}', messages },
    problems,
  };
};
