import type { Intent } from '../intent.ts';
import type { ParsedReply } from '../parsed-reply.ts';

/** What only says something; what a first line wants goes before it. */
const onlySays: ReadonlySet<Intent['kind']> = new Set([
  'note',
  'unclear',
  'talk',
  'suggest',
  'empty',
  'score-in-doubt',
]);

/** What a first line is by itself that says what is wanted: anything but words for the diary or to us, and what was not understood. */
const isWhole = ({ kind }: Intent): boolean => !onlySays.has(kind);

const scores: ReadonlySet<Intent['kind']> = new Set(['score', 'fix', 'yesterday', 'undo']);
/** "PAIN 6 / no, 4": the second corrects the first, and which one counts is not ours to guess. */
const correction =
  /^(?:no|nope|sorry|wait|actually|i mean|correction|rather|oops|make (?:that|it)|non|pardon|d[ée]sol[ée]e?|plut[ôo]t|en fait|enfin|je veux dire|attendez|erreur)(?!\p{L})/iu;

const contends = (rest: string, read: ParsedReply): boolean =>
  scores.has(read.intent.kind) || (correction.test(rest) && /\p{N}/u.test(rest));

/**
 * Reads a reply of several lines. A first line that is by itself a whole command or score wins over what follows, which is
 * the score's note; an opt-out and a red flag are heard wherever they stand. Two scores that contend stay in doubt.
 */
export const parseByFirstLine = (text: string, parse: (text: string) => ParsedReply): ParsedReply => {
  const whole = parse(text);
  const end = whole.text.indexOf('\n');
  if (end === -1 || whole.leaving.kind === 'leaves' || isWhole(whole.intent)) return whole;
  const { intent } = parse(whole.text.slice(0, end));
  const rest = whole.text.slice(end).trim();
  if (!isWhole(intent) || (scores.has(intent.kind) && contends(rest, parse(rest)))) return whole;
  if (intent.kind !== 'score' && intent.kind !== 'yesterday') return { ...whole, intent };
  return { ...whole, intent: { ...intent, note: [intent.note, rest].filter(Boolean).join('\n') } };
};
