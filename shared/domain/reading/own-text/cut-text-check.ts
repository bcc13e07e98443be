import type { ParsedReply } from '../intent.ts';
import type { PrintedText } from './printed-text.ts';
import type { CutText, ReplyText } from './reply-text.ts';

/** What must be heard wherever it stands: a wish to be left alone, a red flag. */
export type Heard = Pick<ParsedReply, 'optOut' | 'safety'>;

/** "Thanks", "see below", "ok for me": so few words are little beside what was cut. */
const fewWords = 3;

const saysLittle = ({ intent, text, optOut, safety }: ParsedReply): boolean =>
  optOut === undefined &&
  safety === undefined &&
  intent.kind === 'note' &&
  text.split(/\s+/).filter((word) => word !== '').length <= fewWords;

const textOf = (cut: readonly CutText[], kinds: readonly CutText['kind'][]): string =>
  cut
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text)
    .join('\n');

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
  const { safety } = parse(textOf(cut, ['disclaimer', 'footer', 'signature']));
  const always: Heard = safety ? { safety } : {};
  const quote = textOf(cut, ['quote', 'signature']);
  if (quote === '' || reaction || !saysLittle(parse(text))) return always;
  const found = parse((await loadPrinted()).removeFrom(quote));
  return {
    ...always,
    ...(found.safety ? { safety: found.safety } : {}),
    ...(found.optOut ? { optOut: { by: 'ours', wrongNumber: found.optOut.wrongNumber } } : {}),
  };
};
