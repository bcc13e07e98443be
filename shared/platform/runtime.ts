import type { Clock } from './clock.ts';

/** What a function takes from the machine it runs on besides its environment: time, randomness, and somewhere to print metrics. */
export interface Runtime {
  readonly clock: Clock;
  /** Cryptographically strong random bytes. */
  randomBytes(length: number): Uint8Array;
  /** Writes a line as it stands: `console` would wrap it (shared/platform/metrics.ts). */
  print(line: string): void;
}
