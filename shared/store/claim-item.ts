import type { Channel, TipClaim } from '../domain/people/subscriber.ts';
import type { Prompt } from '../domain/tips/prompt.ts';

const letters = {
  nudge: 'n',
  fewer: 'f',
  fewest: 'o',
  goodbye: 'g',
  ease: 'e',
  summary: 's',
  weekly: 'w',
} as const satisfies Record<Prompt, string>;

type Letter = (typeof letters)[Prompt];

const promptsByLetter = {
  n: 'nudge',
  f: 'fewer',
  o: 'fewest',
  g: 'goodbye',
  e: 'ease',
  s: 'summary',
  w: 'weekly',
} as const satisfies Record<Letter, Prompt>;

type EndedState = Exclude<TipClaim['state'], 'claimed'>;

/**
 * A claim as it is stored. Every profile is read and written whole, within 1 KB, so names are short and usual values
 * are left out: without `s` it is `claimed`; `r` is released, `f` failing. `p` is what came in place of the tip.
 */
export interface ClaimItem {
  readonly d: TipClaim['date'];
  readonly t: string;
  readonly o: string;
  readonly a: number;
  readonly s?: 'r' | 'f' | undefined;
  readonly c: 's' | 'e';
  readonly p?: Letter | undefined;
}

/** A claim as older profiles hold it, with long names. */
export interface LongClaimItem extends Omit<TipClaim, 'prompt'> {
  readonly p?: Letter | undefined;
}

const channels: Readonly<Record<ClaimItem['c'], Channel>> = { s: 'sms', e: 'email' };
const states: Readonly<Record<NonNullable<ClaimItem['s']>, EndedState>> = { r: 'released', f: 'failing' };

/** A claim as it is stored. */
export const claimAttribute = ({ date, tip, prompt, owner, claimedAt, state, channel }: TipClaim): ClaimItem => ({
  d: date,
  t: tip,
  o: owner,
  a: claimedAt,
  ...(state === 'claimed' ? {} : { s: state === 'released' ? 'r' : 'f' }),
  c: channel === 'sms' ? 's' : 'e',
  ...(prompt ? { p: letters[prompt] } : {}),
});

/** Reads a stored claim, in either form. */
export const claimOfItem = (item: ClaimItem | LongClaimItem): TipClaim => {
  const { p: letter } = item;
  const prompt = letter ? { prompt: promptsByLetter[letter] } : {};
  if ('date' in item) {
    const { p: _letter, ...claim } = item;
    return { ...claim, ...prompt };
  }
  const { d: date, t: tip, o: owner, a: claimedAt, s, c } = item;
  return { date, tip, owner, claimedAt, state: s ? states[s] : 'claimed', channel: channels[c], ...prompt };
};
