import type { Normalised } from '../text/normalise.ts';
import type { KeywordToken } from './keyword-tokens.ts';
import type { Command } from './keywords.ts';

/** What a command is read from: the first word's command, the tokens after it, and the text they stand in. */
export interface Said {
  readonly command: Command;
  readonly keyword: string;
  readonly rest: readonly KeywordToken[];
  readonly read: Normalised;
  readonly original: string;
}

/** Anything but a word or a number. */
export const isSign = (token: KeywordToken): boolean => token.kind === 'mark';

/** The person's own spelling of the tokens. */
export const spelled = ({ read, original }: Said, tokens: readonly KeywordToken[]): string =>
  original.slice(read.at[tokens[0]?.start ?? 0], read.at[tokens.at(-1)?.end ?? 0]).trim();

/** What stands behind the keyword, made comparable. */
export const behind = ({ rest, read }: Said): string => read.text.slice(rest[0]?.start, rest.at(-1)?.end);
