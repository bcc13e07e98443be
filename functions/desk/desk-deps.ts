import type { Context } from 'hono';
import type { RedFlagReaders } from '../../shared/domain/desk/red-flag-readers.ts';
import type { DeskGroups } from '../../shared/domain/desk/role-of-groups.ts';
import type { Clock } from '../../shared/platform/clock.ts';
import type { Log } from '../../shared/platform/log.ts';
import type { PeopleDesk } from '../../shared/use-cases/desk/desk.ts';
import type { InviteDesk } from '../../shared/use-cases/desk/invite-desk.ts';
import type { MendFailures } from '../../shared/use-cases/desk/mend-failures.ts';
import type { PreviewTip } from '../../shared/use-cases/desk/preview-tip.ts';
import type { ResultsDesk } from '../../shared/use-cases/desk/results-desk.ts';
import type { OpenIdProvider } from './open-id-provider.ts';
import type { SealKeys } from './sealed-value.ts';
import type { Session } from './session.ts';
import type { DeskWords } from './words/desk-words.ts';

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
  /** The sign-in's provider, loaded when somebody signs in: most requests come with a session. */
  readonly provider: () => Promise<OpenIdProvider>;
  readonly desk: PeopleDesk;
  readonly redFlagReaders: RedFlagReaders;
  /**
   * Brings lists of people in, loaded by the first list; undefined where no mail is sent, because people of a list are
   * invited by mail.
   */
  readonly invite?: (() => Promise<InviteDesk>) | undefined;
  /** Makes the month's report and the export for research; loaded by the first who asks for one. */
  readonly results: () => Promise<ResultsDesk>;
  /** Sends a look at a tip; loaded by the first who wants one. */
  readonly preview: () => Promise<PreviewTip>;
  /** Lists what the queues gave up, and queues it again. */
  readonly repairs: () => Promise<FailedQueues>;
}

/**
 * The repairs that the web page has: those of queues. Received mails that were given up are for whoever runs the
 * service, because no web page may open the bucket in which they lie.
 */
export type FailedQueues = MendFailures;

/**
 * What every route finds in its context: the words of its language; behind the sign-in, the session and the posted
 * form.
 */
export interface DeskEnv {
  readonly Variables: { words: DeskWords; session: Session; form: Readonly<Record<string, string>> };
}

/** A request to the desk, with its session and the words of its language. */
export type DeskContext = Context<DeskEnv>;
