import type { Clock } from '../../shared/platform/clock.ts';
import type { Runtime } from '../../shared/platform/runtime.ts';
import { type FaultRates, noFaults, type World } from './world.ts';

/** How one call to the outside goes. `late`: the effect comes when nobody waits for it any more. */
export type Fate =
  | { readonly kind: 'answered' }
  | { readonly kind: 'lost-request' | 'lost-answer' | 'refused'; readonly error: Error; readonly afterMs: number }
  | { readonly kind: 'late'; readonly error: Error; readonly afterMs: number; readonly effectMs: number };

export interface Call<T> {
  /** In domain words, for the transcript. */
  readonly what: () => string;
  readonly latencyMs: readonly [number, number];
  readonly fate: Fate;
  readonly effect: () => T;
}

const never = <T>(): Promise<T> => new Promise(() => {});

/** A connection that broke: what `fetch` and the SDKs report. */
export const brokenConnection = (code: string): Error => Object.assign(new Error(`connection: ${code}`), { code });

/**
 * An execution environment of a function: it has its own clock, may die at any call, and does nothing after that.
 * What it asked the outside for before may still happen there.
 */
export const createProcess = (world: World, name: string, skewMs: number) => {
  const { timeline, random } = world;
  let alive = true;
  let sheltered = false;
  let onDeath = (): void => {};

  const die = (why: string): void => {
    if (!alive) return;
    alive = false;
    world.tell(name, () => `dies ${why}`);
    onDeath();
  };

  const resume = (run: () => void): void => {
    if (!alive) return;
    timeline.wake();
    run();
  };

  const faultRates = (): FaultRates => (sheltered ? noFaults : world.faultRates());

  const call = <T>({ what, latencyMs: [least, most], fate, effect }: Call<T>): Promise<T> => {
    if (!alive) return never();
    const there = random.whole(least, most);
    const back = random.whole(least, most);
    const dies = random.chance(faultRates().death) ? random.pick(['before', 'during', 'after'] as const) : undefined;
    world.tell(name, () => `${what()}${fate.kind === 'answered' ? '' : ` (${fate.kind}, ${fate.error.message})`}`);
    if (dies === 'before') {
      die('before that call');
      return never();
    }
    return new Promise<T>((resolve, reject) => {
      const attempt = (then: (outcome: () => void) => void): void => {
        try {
          const value = effect();
          then(() => resolve(value));
        } catch (error) {
          then(() => reject(error));
        }
      };
      if (fate.kind === 'answered') {
        timeline.after(there, () => {
          attempt((outcome) => {
            if (dies === 'after') die('after that call took effect');
            else timeline.after(back, () => resume(outcome));
          });
        });
      } else {
        if (fate.kind === 'lost-answer') timeline.after(there, () => attempt(() => {}));
        if (fate.kind === 'late') timeline.after(fate.effectMs, () => attempt(() => {}));
        timeline.after(Math.max(fate.afterMs, there), () => resume(() => reject(fate.error)));
      }
      if (dies === 'during') die('while that call is under way');
    });
  };

  const sleep = (milliseconds: number): Promise<void> =>
    alive ? new Promise((resolve) => timeline.after(Math.max(0, milliseconds), () => resume(resolve))) : never();

  const clock: Clock = { now: () => timeline.now() + skewMs, sleep };
  const runtime: Runtime = { clock, randomBytes: (length) => random.bytes(length), print: () => {} };

  return {
    name,
    runtime,
    call,
    sleep,
    faultRates,
    die,
    isAlive: () => alive,
    /** Begins an invocation; `shelter` keeps faults from one that has had its share. */
    begin: (shelter: boolean, whenItDies: () => void): void => {
      sheltered = shelter;
      onDeath = whenItDies;
    },
  };
};

export type Process = ReturnType<typeof createProcess>;
