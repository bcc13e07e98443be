/**
 * What a log line may carry: names, counts, codes and pseudonyms. There is no field for an address, a text or a token,
 * and errors are logged by name only where their message could quote a person (docs/design.md#section-2).
 */
export interface LogFields {
  readonly id?: string;
  readonly job?: string;
  readonly code?: string;
  readonly reason?: string;
  readonly count?: number;
  readonly error?: string;
  readonly channel?: string;
  readonly route?: string;
  readonly status?: number;
}

/** How serious a log line is. */
export type LogLevel = 'info' | 'warn' | 'error';

/** One JSON line an event: CloudWatch's metric filters count by `event`. */
export type Log = (level: LogLevel, event: string, fields?: LogFields) => void;

/** The log of a function, written where Lambda looks for it. */
export const createLog =
  (service: string): Log =>
  (level, event, fields = {}) => {
    console[level](JSON.stringify({ level, service, event, ...fields }));
  };
