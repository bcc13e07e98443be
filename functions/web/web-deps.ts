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
  /** The number to text; undefined where there are no texts. */
  readonly smsNumber?: string | undefined;
  /** The only channel of a deployment that has one. */
  readonly onlyChannel?: Channel | undefined;
  /** Whether all requests come through CloudFront, which names the caller. */
  readonly behindCloudFront: boolean;
  /** Where the operator can be reached: an address or a link, shown on the privacy and terms pages. */
  readonly contact: string;
  readonly redFlagReaders: RedFlagReaders;
  readonly tokenKeys: TokenKeys;
  /** The address that our mails are answered at, where there are mails. It looks like a mailbox and is nobody's. */
  readonly replyAddress?: string | undefined;
  readonly diary: Pick<PersonStore, 'readEnrolled'>;
  readonly held: PersonDataStore;
  readonly enrolment: Enrolment;
  readonly visits: VisitStore;
  /** How often somebody may have what takes seconds to make. */
  readonly limits: LimitStore;
  readonly publicBaseUrl: string;
  /** Reads words, and answers red flags in them; loaded when first asked for. */
  readonly reading: () => Promise<ReplyReading>;
  readonly randomBytes: (length: number) => Uint8Array;
  /** Tells somebody of their tips; loaded when first asked for. */
  readonly tipTeller: () => Promise<TipTeller>;
  readonly actOnPage: ActOnPage;
  readonly changeSettings: ChangeSettings;
  readonly erase: EraseOnPage;
}
