/** Something that happens at instants of the service's clock: queue messages becoming visible, receipts falling due. */
export interface TimedSource {
  /** When something is next due (epoch ms), or undefined if nothing is planned. */
  nextAt(): number | undefined;
  /** Does one thing that is due by `now`; false if nothing was. */
  runDue(now: number): Promise<boolean>;
}

/** Things to do at instants of the service's clock. */
export interface Agenda extends TimedSource {
  plan(at: number, run: () => Promise<void>): void;
  clear(): void;
}

interface Entry {
  readonly at: number;
  readonly run: () => Promise<void>;
}

/**
 * What the stand-ins will do later: receipts and events, ordered by time and, at one instant, by when they were
 * planned.
 */
export const createAgenda = (report: (what: string, error: unknown) => void): Agenda => {
  let entries: readonly Entry[] = [];
  return {
    plan: (at, run) => {
      const after = entries.findIndex((entry) => entry.at > at);
      entries = after === -1 ? [...entries, { at, run }] : entries.toSpliced(after, 0, { at, run });
    },
    nextAt: () => entries[0]?.at,
    runDue: async (now) => {
      const [first, ...rest] = entries;
      if (first === undefined || first.at > now) return false;
      entries = rest;
      try {
        await first.run();
      } catch (error) {
        report('a receipt could not be delivered', error);
      }
      return true;
    },
    clear: () => {
      entries = [];
    },
  };
};
