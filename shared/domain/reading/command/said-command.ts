import type { Normalised } from '../text/normalise.ts';
import type { KeywordToken } from './keyword-tokens.ts';
import type { Command } from './keywords.ts';

/** What a command is read from: the command of the first word, the tokens behind it, and the text around them. */
export interface Said {
  readonly command: Command;
  readonly keyword: string;
  readonly rest: readonly KeywordToken[];
  readonly read: Normalised;
  readonly original: string;
}

/** Whether a token is neither a word nor a number. */
export const isSign = (token: KeywordToken): boolean => token.kind === 'mark';

/** The tokens as the person spelled them. */
export const spelled = ({ read, original }: Said, tokens: readonly KeywordToken[]): string =>
  original.slice(read.at[tokens[0]?.start ?? 0], read.at[tokens.at(-1)?.end ?? 0]).trim();

/** The normalised text behind the keyword. */
export const behind = ({ rest, read }: Said): string => read.text.slice(rest[0]?.start, rest.at(-1)?.end);
