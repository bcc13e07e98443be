import type { Subscriber, SubscriberId } from '../people/subscriber.ts';
import type { LocalDate } from '../time/local-time.ts';

/** One subscriber whose tip is due on a local date. */
export interface DueMember {
  readonly id: SubscriberId;
  readonly date: LocalDate;
}

/** What travels on a queue: pseudonyms and dates, never an address, a text or a token (docs/design.md#section-2). */
export type SendJob =
  | {
      readonly kind: 'tips';
      readonly dueAt: number;
      /** When its turn comes if everything queued before it goes out at the provider's pace (epoch ms). */
      readonly placeAt?: number | undefined;
      readonly members: readonly DueMember[];
    }
  | {
      readonly kind: 'confirmation';
      readonly id: SubscriberId;
      readonly epoch: string;
      /** Set if the sign-up page asked; otherwise a reply did. */
      readonly by?: 'page' | undefined;
    };

/** A job that deletes all that is held on a subscriber, or does so once more. */
export interface ErasureJob {
  readonly kind: 'erase' | 'sweep';
  readonly id: SubscriberId;
  /** The enrolment that is erased; older jobs lack it. */
  readonly epoch?: string | undefined;
  /** When the ERASE came (epoch ms); older jobs lack it. */
  readonly at?: number | undefined;
  /** The person's other ids, under which an earlier subscription of theirs may have left something. */
  readonly names?: readonly SubscriberId[] | undefined;
}

/** The job that deletes all that is held on a subscriber. */
export const erasureOf = ({
  id,
  epoch,
  eraseWord,
  aliases,
}: Pick<Subscriber, 'id' | 'epoch' | 'eraseWord' | 'aliases'>): ErasureJob => ({
  kind: 'erase',
  id,
  epoch,
  ...(eraseWord ? { at: eraseWord.until } : {}),
  ...(aliases ? { names: aliases } : {}),
});
