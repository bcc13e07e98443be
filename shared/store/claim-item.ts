import type { TipClaim } from '../domain/people/subscriber.ts';
import type { Prompt } from '../domain/tips/prompt.ts';

const letters = { nudge: 'n', fewer: 'f', fewest: 'o', goodbye: 'g', summary: 's' } as const satisfies Record<
  Prompt,
  string
>;

type Letter = (typeof letters)[Prompt];

const promptsByLetter = { n: 'nudge', f: 'fewer', o: 'fewest', g: 'goodbye', s: 'summary' } as const satisfies Record<
  Letter,
  Prompt
>;

/** A claim as it stands in the table: what came in place of the tip by one letter, for a profile's kilobyte is full. */
export const claimAttribute = ({ prompt, ...claim }: TipClaim) => ({
  ...claim,
  ...(prompt ? { p: letters[prompt] } : {}),
});

export const claimOfItem = ({
  p: letter,
  ...claim
}: Omit<TipClaim, 'prompt'> & { readonly p?: Letter | undefined }): TipClaim => ({
  ...claim,
  ...(letter ? { prompt: promptsByLetter[letter] } : {}),
});
