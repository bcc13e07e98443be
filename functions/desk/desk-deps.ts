import type { Context } from 'hono';
import type { RedFlagReaders } from '../../shared/domain/desk/red-flag-readers.ts';
import type { DeskGroups } from '../../shared/domain/desk/role-of-groups.ts';
import type { Clock } from '../../shared/platform/clock.ts';
import type { Log } from '../../shared/platform/log.ts';
import type { PeopleDesk } from '../../shared/use-cases/desk/desk.ts';
import type { OpenIdProvider } from './open-id-provider.ts';
import type { SealKeys } from './sealed-value.ts';
import type { Session } from './session.ts';

/** All that the staff page reaches outside itself. */
export interface DeskDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly randomBytes: (length: number) => Uint8Array;
  /** Where the desk is, without a slash at the end. */
  readonly publicBaseUrl: string;
  /** Where a card's text goes; undefined where there are no texts, and so no cards. */
  readonly smsNumber?: string | undefined;
  readonly issuer: string;
  readonly pepper: string;
  readonly keys: SealKeys;
  readonly groups: DeskGroups;
  /** Loaded when somebody signs in: most requests come with a session. */
  readonly provider: () => Promise<OpenIdProvider>;
  readonly desk: PeopleDesk;
  readonly redFlagReaders: RedFlagReaders;
}

/** What every route behind the sign-in knows: who asks, and what their form says. */
export interface DeskEnv {
  readonly Variables: { session: Session; form: Readonly<Record<string, string>> };
}

export type DeskContext = Context<DeskEnv>;
