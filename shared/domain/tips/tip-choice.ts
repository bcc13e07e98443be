import type { TipText } from './texts.ts';

/** The programme has no tips: the content build refuses that, so a deployment without content is at fault. */
export class EmptyProgrammeError extends Error {
  override readonly name = 'EmptyProgrammeError';
}

/**
 * The tip at a position of the programme; after the last one it begins again.
 * @throws EmptyProgrammeError
 */
export const tipAt = (tips: readonly TipText[], position: number): TipText => {
  const tip = tips[position % tips.length];
  if (!tip) throw new EmptyProgrammeError('the compiled content has no tips');
  return tip;
};
