import type { OptOutView } from './opt-out-view.ts';

/** A rule over what a text names. `why` is its reason. */
export interface OptOutRule {
  readonly why: string;
  readonly holds: (view: OptOutView) => boolean;
}
