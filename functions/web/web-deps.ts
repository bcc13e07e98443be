import type { ReplyReading } from '../../shared/content/reply-reading.ts';
import type { RedFlagReaders } from '../../shared/domain/desk/red-flag-readers.ts';
import type { Channel } from '../../shared/domain/people/subscriber.ts';
import type { TokenKeys } from '../../shared/domain/people/token.ts';
import type { Clock } from '../../shared/platform/clock.ts';
import type { Log } from '../../shared/platform/log.ts';
import type { LimitStore } from '../../shared/store/limit-store.ts';
import type { PersonDataStore } from '../../shared/store/person-data-store.ts';
import type { PersonStore } from '../../shared/store/person-store.ts';
import type { VisitStore } from '../../shared/store/visit-store.ts';
import type { ActOnPage } from '../../shared/use-cases/act-on-page.ts';
import type { ChangeSettings } from '../../shared/use-cases/change-settings.ts';
import type { Enrolment } from '../../shared/use-cases/enrolment.ts';
import type { EraseOnPage } from '../../shared/use-cases/erase-on-page.ts';
import type { TipTeller } from '../../shared/use-cases/tell-tips.ts';

/** All that the pages reach outside themselves. */
export interface WebDeps {
  readonly clock: Clock;
  readonly log: Log;
  /** Where texts go to; undefined where there are none. */
  readonly smsNumber?: string | undefined;
  /** The one channel of a deployment that has not both. */
  readonly onlyChannel?: Channel | undefined;
  /** That all requests come through CloudFront, which says who asked. */
  readonly behindCloudFront: boolean;
  /** Where the operator can be reached: an address or a link, shown on the privacy and terms pages. */
  readonly contact: string;
  readonly redFlagReaders: RedFlagReaders;
  readonly tokenKeys: TokenKeys;
  /** Where our mails are answered, where there are any: nobody's mailbox, though it looks like one. */
  readonly replyAddress?: string | undefined;
  readonly diary: Pick<PersonStore, 'readEnrolled'>;
  readonly held: PersonDataStore;
  readonly enrolment: Enrolment;
  readonly visits: VisitStore;
  /** How often somebody may have what takes seconds to make. */
  readonly limits: LimitStore;
  readonly publicBaseUrl: string;
  /** How words are read, and red flags in them answered: loaded when first asked for. */
  readonly reading: () => Promise<ReplyReading>;
  readonly randomBytes: (length: number) => Uint8Array;
  /** What somebody is told of their tips: loaded when first asked for. */
  readonly tipTeller: () => Promise<TipTeller>;
  readonly actOnPage: ActOnPage;
  readonly changeSettings: ChangeSettings;
  readonly erase: EraseOnPage;
}
