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

/** So few words leave open that the writer's real words were cut: "Thanks", "see below", "ok for me". */
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

/** The danger in what was cut. Nothing can be asked about it, so a doubted flag holds and a suspicion is dropped. */
const flagIn = ({ danger }: ParsedReply): Danger => {
  if (danger.kind === 'doubted') return { kind: 'flag', flag: danger.flag, isPrivate: false };
  return danger.kind === 'flag' ? danger : noDanger;
};

/**
 * Whether what was cut asks to leave. Neither Twilio nor a mail program answers a quote, so an opt-out in one is ours to
 * answer.
 */
const leavingIn = (reply: ParsedReply): Leaving => {
  const optOut = optOutOf(reply);
  return optOut === undefined ? staying : { kind: 'leaves', by: 'ours', wrongNumber: optOut.wrongNumber };
};

/**
 * Looks through what was cut from a message, so that a wrong cut costs nobody their life or their peace. What programs and
 * offices add below is searched for red flags. A quote is searched for an opt-out as well if little or nothing is left
 * beside it; the words that we print ourselves ("STOP to end") are taken out first, and `loadPrinted` is called only then.
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
