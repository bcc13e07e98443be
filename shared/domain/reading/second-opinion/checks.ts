/** What the rules don't know: `signs` of the body are asked about; despair and being hurt are given where to turn. */
export const checks = ['hopeless', 'hurt', 'signs'] as const;
/** One of those. */
export type Check = (typeof checks)[number];

/** Those that nothing is asked about: where to turn is said, and the words are kept nowhere. */
export type Suspicion = Exclude<Check, 'signs'>;
