import { read } from '../../content/compiled/programmes.js';
import { memoize } from '../domain/memoize.ts';
import type { TipProgramme } from '../domain/tips/tip-programme.ts';

/**
 * The compiled content lacks a programme. The content build refuses content without the one that everybody begins with.
 */
export class UnknownProgramme extends Error {
  override readonly name = 'UnknownProgramme';
}

const programmes = memoize(read);

/** The programme that everybody begins with, content/programmes/back-care.yaml, with those that may be chosen after it. */
export const firstProgramme = memoize((): TipProgramme => {
  const { 'back-care': first, ...others } = programmes();
  if (!first) throw new UnknownProgramme('there is no programme back-care');
  return { ...first, others: Object.values(others).filter(({ number }) => number !== undefined) };
});
