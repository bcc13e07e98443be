interface Planned {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

const isEarlier = (a: Planned, b: Planned): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

/** A binary heap of what is to happen, the earliest on top. */
const createAgenda = () => {
  const heap: Planned[] = [];
  const swap = (i: number, j: number): void => {
    const [a, b] = [heap[i], heap[j]];
    if (a && b) [heap[i], heap[j]] = [b, a];
  };
  const before = (i: number, j: number): boolean => {
    const [a, b] = [heap[i], heap[j]];
    return a !== undefined && b !== undefined && isEarlier(a, b);
  };
  return {
    push: (planned: Planned): void => {
      let child = heap.push(planned) - 1;
      for (let parent = (child - 1) >> 1; child > 0 && before(child, parent); parent = (child - 1) >> 1) {
        swap(child, parent);
        child = parent;
      }
    },
    pop: (): Planned | undefined => {
      const top = heap[0];
      const last = heap.pop();
      if (last && heap.length > 0) {
        heap[0] = last;
        for (let parent = 0; ; ) {
          const [left, right] = [2 * parent + 1, 2 * parent + 2];
          const child = right < heap.length && before(right, left) ? right : left;
          if (child >= heap.length || !before(child, parent)) break;
          swap(child, parent);
          parent = child;
        }
      }
      return top;
    },
  };
};

/** A macrotask later every promise that could go on has gone on, until each waits for something on the timeline again. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Simulated time: one thing happens after the other, in an order that only the seed decides. Whatever runs on it waits
 * for nothing but the timeline itself, so that between two events no code is under way.
 */
export const createTimeline = (start: number) => {
  const agenda = createAgenda();
  let now = start;
  let order = 0;
  let woke = false;
  const at = (instant: number, run: () => void): void => {
    order += 1;
    agenda.push({ at: Math.max(now, Math.ceil(instant)), order, run });
  };
  return {
    now: (): number => now,
    at,
    after: (milliseconds: number, run: () => void): void => at(now + milliseconds, run),
    /** Resumes code whose awaited event has happened, before anything else on the timeline. */
    wake: (): void => {
      woke = true;
    },
    /** Runs until an instant, or until `isOver` says so after an event. */
    run: async (until: number, isOver: () => boolean): Promise<void> => {
      for (let planned = agenda.pop(); planned; planned = agenda.pop()) {
        if (planned.at > until) break;
        now = planned.at;
        woke = false;
        planned.run();
        if (woke) await settled();
        if (isOver()) return;
      }
      now = until;
    },
  };
};

export type Timeline = ReturnType<typeof createTimeline>;
