import type { Intent } from '../intent.ts';
import {
  type Danger,
  graverDanger,
  type Heard,
  type Leaving,
  noDanger,
  optOutOf,
  type ParsedReply,
  staying,
} from '../parsed-reply.ts';
import type { PrintedText } from './printed-text.ts';
import type { CutText, ReplyText } from './reply-text.ts';

/** "Thanks", "see below", "ok for me": so few words are little beside what was cut. */
const fewWords = 3;

const little: ReadonlySet<Intent['kind']> = new Set(['note', 'talk', 'empty']);

const saysLittle = ({ intent, text, leaving, danger }: ParsedReply): boolean =>
  leaving.kind !== 'leaves' &&
  danger.kind !== 'flag' &&
  little.has(intent.kind) &&
  text.split(/\s+/).filter((word) => word !== '').length <= fewWords;

const textOf = (cut: readonly CutText[], kinds: readonly CutText['kind'][]): string =>
  cut
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text)
    .join('\n');

/** Of what was cut nothing can be asked: a flag that is doubted holds, and what is only suspected is nothing. */
const flagIn = ({ danger }: ParsedReply): Danger => {
  if (danger.kind === 'doubted') return { kind: 'flag', flag: danger.flag, isPrivate: false };
  return danger.kind === 'flag' ? danger : noDanger;
};

/** Twilio and mail programs answer no quote: whoever leaves in one leaves by our reading. */
const leavingIn = (reply: ParsedReply): Leaving => {
  const optOut = optOutOf(reply);
  return optOut === undefined ? staying : { kind: 'leaves', by: 'ours', wrongNumber: optOut.wrongNumber };
};

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
  const below = flagIn(parse(textOf(cut, ['disclaimer', 'footer', 'signature'])));
  const quote = textOf(cut, ['quote', 'signature']);
  if (quote === '' || reaction || !saysLittle(parse(text))) return { leaving: staying, danger: below };
  const found = parse((await loadPrinted()).removeFrom(quote));
  return { leaving: leavingIn(found), danger: graverDanger(flagIn(found), below) };
};
