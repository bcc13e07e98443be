/**
 * How often a property is tried: a quarter of it in `npm test`, which is run before each commit; all of it in .ci/run
 * (`npm run test:exhaustive`).
 */
export const numberOfRuns = (all: number): number => (process.env['MODE'] === 'exhaustive' ? all : Math.ceil(all / 4));
