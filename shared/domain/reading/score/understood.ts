import { memoize } from '../../memoize.ts';
import type { ReadWords } from '../read-words.ts';
import { settleLone } from './lone-number.ts';
import { type NumberRole, readRoles } from './number-role.ts';
import { ScoreText } from './score-text.ts';

/** A text as the score decider sees it, and the role of each of its numbers. */
interface Understood {
  readonly text: ScoreText;
  readonly roles: () => readonly NumberRole[];
}
const known = new WeakMap<ReadWords, Understood>();
/** The numbers of a text and their roles. They are cached, because a reply whose number stays open needs them twice. */
export const understood = (read: ReadWords): Understood => {
  const before = known.get(read);
  if (before !== undefined) return before;
  const text = new ScoreText(read);
  const made = { text, roles: memoize(() => settleLone(text, readRoles(text))) };
  known.set(read, made);
  return made;
};
