import { firstProgramme } from '../shared/content/programmes.ts';
import type { WantedCode } from '../shared/domain/desk/new-code.ts';
import type { Language } from '../shared/domain/people/subscriber.ts';
import type { LocalTime } from '../shared/domain/time/local-time.ts';
import type { KeptCode } from '../shared/store/code-store.ts';
import { codeInWords, programmeInWords } from '../shared/use-cases/desk/code-in-words.ts';
import type { Desk } from '../shared/use-cases/desk/desk.ts';
import type { CountedCode } from '../shared/use-cases/desk/keep-codes.ts';
import { inColumns } from './columns.ts';
import type { Outcome, Surroundings } from './outcome.ts';
import { UsageError } from './usage-error.ts';

/** `codes`, `codes add [CODE] …`, `codes end CODE`. */
export type CodesCommand =
  | { readonly name: 'codes'; readonly act: 'list' }
  | { readonly name: 'codes'; readonly act: 'add'; readonly wanted: WantedCode }
  | { readonly name: 'codes'; readonly act: 'end'; readonly code: string };

interface CodeOptions {
  readonly clinic?: string | undefined;
  readonly contact?: string | undefined;
  readonly language?: Language | undefined;
  readonly time?: LocalTime | undefined;
  readonly programme?: string | undefined;
  readonly arm?: string | undefined;
}

const wantedCode = (code: string | undefined, said: CodeOptions): WantedCode => {
  const { clinic, contact, language, time, programme, arm } = said;
  if (clinic === undefined || contact === undefined)
    throw new UsageError('codes add needs --clinic and --contact: whoever joins is told both');
  return {
    clinic,
    contact,
    ...(code === undefined ? {} : { code }),
    ...(language === undefined ? {} : { language }),
    ...(time === undefined ? {} : { time }),
    ...(programme === undefined ? {} : { programme }),
    ...(arm === undefined ? {} : { arm }),
  };
};

/**
 * What the words behind `codes` ask for.
 * @throws UsageError
 */
export const readCodesCommand = (rest: readonly string[], said: CodeOptions): CodesCommand => {
  const [act = 'list', code, more] = rest;
  if (more !== undefined) throw new UsageError(`codes takes no ${JSON.stringify(more)}`);
  if (act === 'add') return { name: 'codes', act, wanted: wantedCode(code, said) };
  if (act === 'end' && code !== undefined) return { name: 'codes', act, code };
  if (act === 'end') throw new UsageError('codes end which?');
  if (act !== 'list' || code !== undefined) throw new UsageError(`codes ${act}? codes, codes add or codes end`);
  return { name: 'codes', act };
};

const since = (at: number): string => new Date(at).toISOString().slice(0, 10);

const languageNames: Readonly<Record<Language, string>> = { en: 'English', fr: 'French' };

const codeLine = (code: CountedCode): readonly string[] => [
  code.code,
  code.clinic,
  code.contact,
  code.language === undefined ? 'any language' : languageNames[code.language],
  code.time ?? 'any time',
  programmeInWords('en', code, firstProgramme()) ?? '',
  code.arm === undefined ? '' : `arm ${code.arm}`,
  `${code.today} today, ${code.thirtyDays} in 30 days, ${code.all} in all`,
  code.endedAt === undefined ? `since ${since(code.at)}` : `ended ${since(code.endedAt)}`,
];

const addedLines = (kept: KeptCode): readonly string[] => [
  `Done: JOIN ${kept.code} by text, or the code on the sign-up page.`,
  ...inColumns(codeInWords('en', kept, firstProgramme())),
  `It is never changed: if something is wrong, codes end ${kept.code} and make another. cards ${kept.code} prints the card and the poster.`,
];

/** Carries out `codes`. */
export const runCodes = async (desk: Desk, command: CodesCommand, { actor }: Surroundings): Promise<Outcome> => {
  if (command.act === 'add') {
    const kept = await desk.addCode(actor, command.wanted);
    return { data: kept, lines: addedLines(kept) };
  }
  if (command.act === 'end') {
    const kept = await desk.endCode(actor, command.code);
    return { data: kept, lines: [`Done: nobody gets in by ${kept.code} any more. Whoever is in stays.`] };
  }
  const codes = await desk.listCodes(actor);
  const lines = inColumns(codes.map(codeLine));
  return { data: codes, lines: lines.length === 0 ? ['no codes: codes add makes one'] : lines };
};
