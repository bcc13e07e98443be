import axe from 'axe-core';
import type { Page } from 'playwright-core';
import * as z from 'zod';

/** For `addInitScript`: handed to each document once, it costs a fifth of what putting it into the page costs. */
export const axeSource: string = axe.source;

/** What may turn out otherwise when nothing but colours has changed. */
export const rulesOfColour = ['color-contrast', 'link-in-text-block'] as const;

const foundSchema = z.object({
  violations: z.array(
    z.object({ id: z.string(), impact: z.string().nullable(), nodes: z.array(z.object({ html: z.string() })) }),
  ),
  passes: z.number(),
});
/** More than this many rules have something to look at on any page; fewer, and axe saw none. */
const fewestPasses = 10;

/**
 * What axe calls serious or critical on the page as it is shown now; all rules but for those named by `rules`. Only what was
 * violated is fetched: a list of all that passed takes longer than the looking.
 */
export const seriousFindings = async (page: Page, rules?: readonly string[]) => {
  const options = JSON.stringify({ resultTypes: ['violations'], ...(rules && { runOnly: rules }) });
  const { violations, passes } = foundSchema.parse(
    await page.evaluate(
      `axe.run(${options}).then(({ violations, passes }) => ({ violations, passes: passes.length }))`,
    ),
  );
  if (rules === undefined && passes <= fewestPasses)
    throw new Error(`axe saw little of ${page.url()}: ${passes} passes`);
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
};
