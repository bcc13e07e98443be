import type { Person } from '../people/person.ts';
import type { Intent, ParsedReply } from '../reading/intent.ts';

/**
 * Commands that promise or give a tip are decided about as of now, however late they are found: as of the time they were
 * sent, the answer might promise a tip whose time has passed.
 */
export const countsFromNow: ReadonlySet<Intent['kind']> = new Set(['tip', 'time', 'zone', 'resume', 'sms']);

const diaryKinds: ReadonlySet<Intent['kind']> = new Set([
  'score',
  'yesterday',
  'score-in-doubt',
  'fix',
  'undo',
  'note',
  'unclear',
]);

/**
 * What becomes of a mail that is handled long after it came. `rejoined`: a STOP from before the last JOIN. `too-late`: what
 * was meant then is nobody's to guess at now. `overtaken`: it would hit what was said after it, or another's diary. Of a red
 * flag it is always `apply`.
 */
export type LateVerdict = 'apply' | 'rejoined' | 'too-late' | 'overtaken';

/** What becomes of a mail of that instant (epoch ms), whoever wrote it having said since what `who` shows. */
export const judgeLateMail = (
  { safety, optOut, intent }: Pick<ParsedReply, 'safety' | 'optOut' | 'intent'>,
  at: number,
  { subscriber, events }: Pick<Person, 'subscriber' | 'events'>,
): LateVerdict => {
  const hasJoinedSince = subscriber?.status === 'active' && subscriber.joinedAt > at;
  // In doubt a STOP holds, and whoever needs help gets it.
  if (safety) return 'apply';
  if (optOut) return hasJoinedSince ? 'rejoined' : 'apply';
  // They may have left, or been erased, since; HELPED would praise another day's tip.
  const agrees = (intent.kind === 'clinic' || intent.kind === 'research') && intent.agreed === true;
  const isBound = intent.kind === 'join' || intent.kind === 'rate' || agrees;
  if (isBound) return 'too-late';
  if (!diaryKinds.has(intent.kind)) return 'apply';
  if (hasJoinedSince) return 'overtaken';
  const isRelative = intent.kind === 'fix' || intent.kind === 'undo';
  return isRelative && events.some((event) => event.at > at) ? 'overtaken' : 'apply';
};
