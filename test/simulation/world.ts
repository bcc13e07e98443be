import type { Random } from './random.ts';
import type { Timeline } from './timeline.ts';

/** How often things go wrong, a probability for each call. */
export interface FaultRates {
  readonly death: number;
  readonly lostRequest: number;
  readonly lostAnswer: number;
  readonly throttled: number;
  /** A call to the table takes seconds, and succeeds. */
  readonly slow: number;
  readonly partial: number;
  /** The share of a batch that is left undone when a part of it is. */
  readonly share: number;
  /** A provider errs in one of its ways. */
  readonly provider: number;
  /** A webhook, a receipt or a queue message is lost, doubled or late. */
  readonly delivery: number;
}

export interface Line {
  readonly at: number;
  readonly who: string;
  readonly what: string;
}

/** What all parts of a simulation share. */
export interface World {
  readonly timeline: Timeline;
  readonly random: Random;
  readonly faultRates: () => FaultRates;
  /** Whether the table refuses to write that item for now, and those beside it not. */
  readonly isHot: (key: string) => boolean;
  /** For that long the table does next to nothing of what batches ask of it. */
  readonly overload: (milliseconds: number) => void;
  /** Writes a line of the transcript; the words are made only if somebody reads it. */
  readonly tell: (who: string, what: () => string) => void;
}

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** By so much a clock is wrong at most, fast or slow. */
export const clockSkew = 60 * second;
/** By so much two clocks differ at most. */
export const clocksDiffer = 2 * clockSkew;

/** No faults: what comes after enough of them, so that an end can be asked for. */
export const noFaults: FaultRates = {
  death: 0,
  lostRequest: 0,
  lostAnswer: 0,
  throttled: 0,
  slow: 0,
  partial: 0,
  share: 0,
  provider: 0,
  delivery: 0,
};

const rates: FaultRates = {
  death: 0.004,
  lostRequest: 0.006,
  lostAnswer: 0.006,
  throttled: 0.008,
  slow: 0.005,
  partial: 0.04,
  share: 0.5,
  provider: 0.12,
  delivery: 0.12,
};

/** A table under far more load than it bears. */
export const overloaded = (faultRates: FaultRates): FaultRates => ({ ...faultRates, partial: 0.95, share: 0.95 });

export const faultRatesOf = (strength: number): FaultRates => ({
  death: rates.death * strength,
  lostRequest: rates.lostRequest * strength,
  lostAnswer: rates.lostAnswer * strength,
  throttled: rates.throttled * strength,
  slow: rates.slow * strength,
  partial: rates.partial * strength,
  share: rates.share,
  provider: Math.min(0.5, rates.provider * strength),
  delivery: Math.min(0.5, rates.delivery * strength),
});
