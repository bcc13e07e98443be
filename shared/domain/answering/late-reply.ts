import type { Person } from '../people/person.ts';
import type { Intent } from '../reading/intent.ts';
import type { ParsedReply } from '../reading/parsed-reply.ts';

/**
 * Commands that promise or give a tip. They are decided as of now, however late they are found: as of the time they
 * were sent, the answer might promise a tip whose time has passed.
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
 * What becomes of a mail that is handled long after it came. `rejoined`: a STOP from before the last JOIN. `too-late`:
 * nobody can tell now what was meant then. `overtaken`: it would change what was said after it, or another person's
 * diary. A red flag is always `apply`.
 */
export type LateVerdict = 'apply' | 'rejoined' | 'too-late' | 'overtaken';

/** Judges a mail of that instant (epoch ms), given what its sender has said since, as `who` shows. */
export const judgeLateMail = (
  { danger, leaving, intent }: Pick<ParsedReply, 'danger' | 'leaving' | 'intent'>,
  at: number,
  { subscriber, events }: Pick<Person, 'subscriber' | 'events'>,
): LateVerdict => {
  const hasJoinedSince = subscriber?.status === 'active' && subscriber.joinedAt > at;
  // When in doubt a STOP holds, and a cry for help is answered.
  if (danger.kind === 'flag') return 'apply';
  if (leaving.kind === 'leaves') return hasJoinedSince ? 'rejoined' : 'apply';
  // They may have left or been erased since, and HELPED would praise another day's tip.
  const agrees = (intent.kind === 'clinic' || intent.kind === 'research') && intent.agreed === true;
  const isBound = intent.kind === 'join' || intent.kind === 'rate' || agrees;
  if (isBound) return 'too-late';
  if (!diaryKinds.has(intent.kind)) return 'apply';
  if (hasJoinedSince) return 'overtaken';
  const isRelative = intent.kind === 'fix' || intent.kind === 'undo';
  return isRelative && events.some((event) => event.at > at) ? 'overtaken' : 'apply';
};
