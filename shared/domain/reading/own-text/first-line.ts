import type { Intent } from '../intent.ts';
import type { ParsedReply } from '../parsed-reply.ts';

/** Intents that only say something. What the first line asks for comes before them. */
const onlySays: ReadonlySet<Intent['kind']> = new Set([
  'note',
  'unclear',
  'talk',
  'suggest',
  'empty',
  'score-in-doubt',
]);

/**
 * Whether a first line by itself says what is wanted. Words for the diary or to us do not, nor does a line that was not
 * understood.
 */
const isWhole = ({ kind }: Intent): boolean => !onlySays.has(kind);

const scores: ReadonlySet<Intent['kind']> = new Set(['score', 'fix', 'yesterday', 'undo']);
/** A second line that begins like this corrects the first: "PAIN 6 / no, 4". Which number counts is not ours to guess. */
const correction =
  /^(?:no|nope|sorry|wait|actually|i mean|correction|rather|oops|make (?:that|it)|non|pardon|d[ée]sol[ée]e?|plut[ôo]t|en fait|enfin|je veux dire|attendez|erreur)(?!\p{L})/iu;

const contends = (rest: string, read: ParsedReply): boolean =>
  scores.has(read.intent.kind) || (correction.test(rest) && /\p{N}/u.test(rest));

/**
 * Reads a reply of several lines. If the first line alone is a command or a score, it decides, and the lines below become
 * the score's note. An opt-out and a red flag are found on any line. Two scores that contend are asked about.
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
