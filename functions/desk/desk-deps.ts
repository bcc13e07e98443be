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
  /** Loaded when somebody signs in: most requests come with a session. */
  readonly provider: () => Promise<OpenIdProvider>;
  readonly desk: PeopleDesk;
  readonly redFlagReaders: RedFlagReaders;
  /** Lists of people, loaded by who brings one; undefined where no mail is sent, by which people of a list are invited. */
  readonly invite?: (() => Promise<InviteDesk>) | undefined;
  /** The month's report and the export for research, loaded by who asks for one. */
  readonly results: () => Promise<ResultsDesk>;
  /** A look at a tip, loaded by who wants one. */
  readonly preview: () => Promise<PreviewTip>;
  /** What was given up by the queues, and its way back. */
  readonly repairs: () => Promise<QueueRepairs>;
}

/** Mails that were given up are whoever's who runs the service: no web page may open the bucket in which they lie. */
export type QueueRepairs = Pick<MendFailures, 'listFailed' | 'redrive'>;

/** What every route knows: in which words to answer; behind the sign-in, who asks and what their form says. */
export interface DeskEnv {
  readonly Variables: { words: DeskWords; session: Session; form: Readonly<Record<string, string>> };
}

export type DeskContext = Context<DeskEnv>;
