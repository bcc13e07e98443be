import type { Concept } from '../lexicon/concept.ts';
import type { OptOutView } from './opt-out-view.ts';

/** A rule over what a text names. `why` is its reason. */
export interface OptOutRule {
  readonly why: string;
  /** Of each of these lists a text must name one concept; else the rule is not looked at. */
  readonly needs: readonly (readonly Concept[])[];
  /** What must be so beyond that, if anything. */
  readonly holds?: (view: OptOutView) => boolean;
}
