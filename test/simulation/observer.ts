import type { Item } from './store/expression.ts';
import type { Key } from './store/partitions.ts';

/** A message on its way to a provider, as its own labels name it. */
export interface Attempt {
  readonly channel: 'sms' | 'email';
  readonly id: string;
  readonly date: string;
  readonly kind: string;
  /** What it says. */
  readonly body: string;
  readonly by: string;
}

/** A watcher of the simulation, which checks that a rule is kept. */
export interface Observer {
  wrote(key: Key, before: Item | undefined, after: Item | undefined): void;
  /** A provider call begins: the request leaves. */
  sending(attempt: Attempt): void;
  /** The provider has the message, whatever it answers. */
  accepted(attempt: Attempt): void;
  /** The provider surely does not have it, and said so. */
  refused(attempt: Attempt): void;
  /** The handset has it. */
  delivered(attempt: Attempt): void;
}
