/**
 * Dangers that the rules do not know. `signs` of the body are asked about; for despair (`hopeless`) and being hurt, the
 * answer says where to turn.
 */
export const checks = ['hopeless', 'hurt', 'signs'] as const;
/** One of those dangers. */
export type Check = (typeof checks)[number];

/** The dangers about which nothing is asked. The answer says where to turn, and the words are kept nowhere. */
export type Suspicion = Exclude<Check, 'signs'>;
