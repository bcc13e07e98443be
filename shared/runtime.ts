import type { Clock } from './clock.ts';

/** What a function takes from the machine it runs on besides its environment: time and randomness. */
export interface Runtime {
  readonly clock: Clock;
  /** Cryptographically strong random bytes. */
  randomBytes(length: number): Uint8Array;
}
