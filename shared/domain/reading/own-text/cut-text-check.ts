import type { Intent, ParsedReply, SafetyFlag } from '../intent.ts';
import type { PrintedText } from './printed-text.ts';
import type { CutText, ReplyText } from './reply-text.ts';

/** What must be heard wherever it stands: a wish to be left alone, a red flag. */
export type Heard = Pick<ParsedReply, 'optOut' | 'safety' | 'isPrivate'>;

/** "Thanks", "see below", "ok for me": so few words are little beside what was cut. */
const fewWords = 3;

const little: ReadonlySet<Intent['kind']> = new Set(['note', 'talk', 'empty']);

const saysLittle = ({ intent, text, optOut, safety }: ParsedReply): boolean =>
  optOut === undefined &&
  safety === undefined &&
  little.has(intent.kind) &&
  text.split(/\s+/).filter((word) => word !== '').length <= fewWords;

const textOf = (cut: readonly CutText[], kinds: readonly CutText['kind'][]): string =>
  cut
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text)
    .join('\n');

/** Of what was cut nothing can be asked: a flag that is in doubt holds. */
const flagOf = ({ safety, doubted }: ParsedReply): SafetyFlag | undefined => safety ?? doubted;

/**
 * Looks through what was cut from a message, so that a cut in the wrong place costs nobody their life or their peace. What
 * programs and offices put below is looked through for a red flag; a quote, where little or nothing is left beside it, for
 * an opt-out as well, without the words that we print ourselves ("STOP to end"). `loadPrinted` is asked only then.
 */
export const checkCutText = async (
  { text, cut, reaction }: ReplyText,
  parse: (text: string) => ParsedReply,
  loadPrinted: () => Promise<PrintedText>,
): Promise<Heard> => {
  const below = parse(textOf(cut, ['disclaimer', 'footer', 'signature']));
  const { isPrivate } = below;
  const safety = flagOf(below);
  const always: Heard = { ...(safety ? { safety } : {}), ...(isPrivate ? { isPrivate } : {}) };
  const quote = textOf(cut, ['quote', 'signature']);
  if (quote === '' || reaction || !saysLittle(parse(text))) return always;
  const found = parse((await loadPrinted()).removeFrom(quote));
  const flag = flagOf(found);
  return {
    ...always,
    ...(flag ? { safety: flag } : {}),
    ...(found.isPrivate ? { isPrivate: found.isPrivate } : {}),
    ...(found.optOut ? { optOut: { by: 'ours', wrongNumber: found.optOut.wrongNumber } } : {}),
  };
};
