import type { RedFlagReaders } from '../../shared/domain/desk/red-flag-readers.ts';
import type { Clock } from '../../shared/platform/clock.ts';
import type { Log } from '../../shared/platform/log.ts';
import type { PersonDataStore } from '../../shared/store/person-data-store.ts';
import type { PersonStore } from '../../shared/store/person-store.ts';
import type { ActOnPage } from '../../shared/use-cases/act-on-page.ts';
import type { Enrolment } from '../../shared/use-cases/enrolment.ts';

/** What the pages need of the world. */
export interface WebDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly smsNumber: string;
  /** Where the operator can be reached: an address or a link, shown on the privacy and terms pages. */
  readonly contact: string;
  readonly redFlagReaders: RedFlagReaders;
  readonly tokenKey: string;
  /** Where our mails are answered: nobody's mailbox, though it looks like one. */
  readonly replyAddress: string;
  readonly diary: Pick<PersonStore, 'readPerson' | 'readEvents'>;
  readonly held: PersonDataStore;
  readonly enrolment: Enrolment;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly actOnPage: ActOnPage;
}
