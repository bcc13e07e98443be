import { activityMutants } from './mutants/activities.ts';
import { answerMutants } from './mutants/answers.ts';
import { doorMutants } from './mutants/doors.ts';
import { dueTipMutants } from './mutants/due-tips.ts';
import { erasureMutants } from './mutants/erasures.ts';
import { explanationMutants } from './mutants/explanations.ts';
import { flareMutants } from './mutants/flares.ts';
import { goalMutants } from './mutants/goals.ts';
import type { Mutant } from './mutants/mutant.ts';
import { redFlagMutants } from './mutants/red-flags.ts';
import { sentTipMutants } from './mutants/sent-tips.ts';
import { silenceMutants } from './mutants/silences.ts';
import { storedItemMutants } from './mutants/stored-items.ts';
import { tallyMutants } from './mutants/tallies.ts';
import { weekMutants } from './mutants/weeks.ts';

/** Bugs that the simulation has to catch: `npm run simulate -- --mutants`. */
export const mutants: readonly Mutant[] = [
  ...storedItemMutants,
  ...dueTipMutants,
  ...sentTipMutants,
  ...silenceMutants,
  ...flareMutants,
  ...weekMutants,
  ...goalMutants,
  ...activityMutants,
  ...answerMutants,
  ...erasureMutants,
  ...explanationMutants,
  ...doorMutants,
  ...redFlagMutants,
  ...tallyMutants,
];
