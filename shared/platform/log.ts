import type { ErrorName } from './error-name.ts';

/** Why something was dropped, put off, held back or refused. */
export type LogReason =
  // A text or a mail of nobody who may write, or of no person.
  | 'unsigned'
  | 'short-code'
  | 'name'
  | 'no-phone'
  | 'other-channel'
  | 'no-sid'
  | 'own'
  | 'report'
  | 'untrusted'
  | 'already-handled'
  | 'spam-or-virus'
  | 'automatic-answer'
  | 'asks-for-no-answer'
  | 'endless-header'
  | 'too-many-headers'
  | 'second-from'
  | 'nested-too-deep'
  // A text or a mail that is handled late.
  | 'apply'
  | 'erased'
  | 'stranger'
  | 'rejoined'
  | 'left-since'
  | 'overtaken'
  | 'too-late'
  // A sign-up, a JOIN or a sign-in.
  | 'trapped'
  | 'erasing'
  | 'another-waits'
  | 'asked-a-moment-ago'
  | 'network-full'
  | 'hour-full'
  | 'too-many-today'
  | 'country-or-number-type'
  | 'joins-in-total'
  | 'joins-a-day'
  | 'no-group'
  // A provider's answer, and what came of it.
  | 'permanent'
  | 'throttled'
  | 'not-accepted'
  | 'in-doubt'
  | 'misconfigured'
  | 'refused'
  | 'failing-address'
  // What somebody said, or asked for.
  | 'reply'
  | 'crisis'
  | 'violence'
  | 'now'
  | 'today'
  | 'erase'
  | 'sweep'
  // A code of an identity provider.
  | ErrorName
  | 'unknown';

/**
 * What a log line may carry: names, counts, codes and pseudonyms. There is no field for an address, a text or a token,
 * and errors are logged by name only, because their message may quote a person (docs/design.md#section-2).
 */
export interface LogFields {
  readonly id?: string;
  readonly job?: string;
  readonly code?: string;
  readonly reason?: LogReason;
  readonly count?: number;
  readonly error?: ErrorName | 'unknown';
  readonly channel?: 'sms' | 'email';
  readonly route?: string;
  readonly status?: number;
}

/** How serious a log line is. */
export type LogLevel = 'info' | 'warn' | 'error';

/** One JSON line an event: CloudWatch's metric filters count by `event`. */
export type Log = (level: LogLevel, event: string, fields?: LogFields) => void;

/**
 * The shapes of the fields that come as plain text: pseudonyms, ids of queue messages, providers' codes, the first part
 * of a path. What has another shape was put there by mistake and may name somebody.
 */
const shapes: Readonly<Record<string, RegExp>> = {
  id: /^[a-z2-7]{26}$/,
  job: /^[\w-]{1,100}$/,
  code: /^(?:\d{1,6}|[a-z][\w.:-]{0,79})$/i,
  route: /^\/[a-z._-]{0,40}$/i,
};

/** The log of a function, written where Lambda looks for it. A field that has not its shape is left unsaid. */
export const createLog =
  (service: string): Log =>
  (level, event, fields = {}) => {
    const said = Object.entries(fields).map(([name, value]) => [
      name,
      shapes[name]?.test(String(value)) === false ? 'withheld' : value,
    ]);
    console[level](JSON.stringify({ level, service, event, ...Object.fromEntries(said) }));
  };
