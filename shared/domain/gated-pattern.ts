import { lazily } from './memoize.ts';

/**
 * An expression that is compiled when a text first holds one of the parts it cannot match without. To compile a long
 * one takes longer than all else about a text, and few texts hold any of its words.
 */
export interface GatedPattern {
  readonly parts: readonly string[];
  /** The expression, whatever the text. */
  compiled(): RegExp;
  /** The expression, if it may match this text. */
  within(text: string): RegExp | undefined;
  exec(text: string): RegExpExecArray | null;
  test(text: string): boolean;
}

export const gatedPattern = (parts: readonly string[], source: () => string, flags = ''): GatedPattern => {
  const compiled = lazily(() => new RegExp(source(), flags));
  const within = (text: string): RegExp | undefined =>
    parts.some((part) => text.includes(part)) ? compiled() : undefined;
  return {
    parts,
    compiled,
    within,
    exec: (text) => within(text)?.exec(text) ?? null,
    test: (text) => within(text)?.test(text) === true,
  };
};
