import { loadPlaces } from '../../content/places.ts';
import type { Actor } from '../../domain/desk/authorise.ts';
import { type ImportFields, type ImportRow, readImportRow } from '../../domain/desk/import-row.ts';
import type { Sentence } from '../../domain/desk/sentence.ts';
import { hourOf, invitationsAnHour, signUpsAnHour } from '../../domain/people/limits.ts';
import { pseudonymOf } from '../../domain/people/pseudonym.ts';
import type { SubscriberId } from '../../domain/people/subscriber.ts';
import type { Spend } from '../../domain/tips/spend.ts';
import type { Clock } from '../../platform/clock.ts';
import type { CodeStore } from '../../store/code-store.ts';
import type { InvitationStore } from '../../store/invitation-store.ts';
import type { LimitStore } from '../../store/limit-store.ts';
import type { PersonStore } from '../../store/person-store.ts';
import type { EmailSignUp, SignUpAnswer } from '../mail-sign-up.ts';
import { mailboxKeyOf } from '../mailbox-key.ts';
import type { Guard } from './guard.ts';

/** What is needed to invite people: who is with us, who was invited before, and the limits on mail. */
export interface InvitePeopleDeps {
  readonly clock: Pick<Clock, 'now'>;
  readonly pepper: string;
  readonly guard: Guard;
  readonly persons: Pick<PersonStore, 'readAnyone'>;
  readonly invitations: InvitationStore;
  readonly limits: Pick<LimitStore, 'take'>;
  /** Finds the clinic's codes that have not ended. */
  readonly codes: Pick<CodeStore, 'find'>;
  /** Asks a mailbox to confirm, as the sign-up page does. */
  readonly askMailbox: (request: EmailSignUp) => Promise<SignUpAnswer>;
  /** The addresses, in lower case, to which the provider refuses to deliver. */
  readonly listSuppressed: () => Promise<ReadonlySet<string>>;
  /** What this month's mails have cost so far; undefined where there is no cap. */
  readonly readSpend: () => Promise<Spend | undefined>;
}

/** A row of a list with the line that it begins on: its fields, or why it could not be read. */
export type ListedRow = { readonly line: number } & (
  | { readonly fields: ImportFields }
  | { readonly unreadable: Sentence }
);

/** What comes of a row. */
export type RowFate =
  | Exclude<ImportRow, { kind: 'mailbox' }>
  /** The person would be invited, or was by this run. `zone` is the time zone that the row's place was understood as. */
  | { readonly kind: 'invite' | 'invited'; readonly zone: string }
  /** The row's code is unknown or has ended. A person who joined by it would have no clinic and none of its settings. */
  | { readonly kind: 'no-such-code'; readonly code: string }
  | { readonly kind: 'same-as'; readonly line: number }
  | {
      readonly kind:
        | 'with-us'
        | 'stopped'
        | 'asked'
        | 'invited-before'
        | 'suppressed'
        | 'erasing'
        | 'in-doubt'
        | 'busy';
    }
  /** A cap on mail is reached. `until` is when this hour's cap ends; it is missing if the month's is reached. */
  | { readonly kind: 'waits'; readonly until?: number };

/** A row of a list by its line in the file (from 1), with what became of it. */
export interface ImportedRow {
  readonly line: number;
  readonly fate: RowFate;
}

type Mailbox = Extract<ImportRow, { kind: 'mailbox' }>;

const hourName = 'invitations';
/** A run that began a row less than this ago may still be working on it. */
const atItMs = 10 * 60_000;

/**
 * Invites every mailbox of a clinic's list once, by the sign-up page's mail that asks to confirm. Phone numbers are never
 * texted. Without `doIt` nothing is sent and the result tells what would be. A run may be repeated at any time, even after
 * it was killed: nothing is done twice, and where it is unknown whether a mail went out, none is sent.
 */
export const createInvitePeople = (deps: InvitePeopleDeps) => {
  const { clock, pepper, invitations } = deps;

  /** Why a mailbox is not invited; undefined if it is. */
  const reasonAgainst = async (mailbox: Mailbox, suppressed: ReadonlySet<string>): Promise<RowFate | undefined> => {
    const now = clock.now();
    const { subscriber } = await deps.persons.readAnyone(pseudonymOf(pepper, 'email', mailbox.address), now);
    const before = await invitations.read(mailboxKeyOf(pepper, mailbox.address));
    if (subscriber?.status === 'erasing') return { kind: 'erasing' };
    if (subscriber?.status === 'stopped') return { kind: 'stopped' };
    if (subscriber?.status === 'active') return { kind: 'with-us' };
    // A run died after it had written the request. Whether its mail had reached the queue is unknown.
    if (before?.state === 'begun' && now - before.at < atItMs) return { kind: 'busy' };
    if (before?.state === 'begun' && subscriber?.signUp?.unqueued) return { kind: 'in-doubt' };
    if (subscriber) return { kind: 'asked' };
    if (before?.state === 'queued') return { kind: 'invited-before' };
    return suppressed.has(mailbox.address.toLowerCase()) ? { kind: 'suppressed' } : undefined;
  };

  /** Takes one mail from this hour's and this month's caps. If a cap is reached, it returns when to try again. */
  const takeMail = async (): Promise<RowFate | undefined> => {
    const spend = await deps.readSpend();
    if (spend && spend.used >= spend.cap) return { kind: 'waits' };
    const hour = hourOf(clock.now());
    const hasRoom =
      (await deps.limits.take(hourName, hour, invitationsAnHour)) &&
      (await deps.limits.take('sign-ups', hour, signUpsAnHour.total));
    return hasRoom ? undefined : { kind: 'waits', until: hour.until };
  };

  const ask = async ({ address, wish, consent }: Mailbox, key: SubscriberId): Promise<RowFate> => {
    const now = clock.now();
    const how = `${consent.when}: ${consent.how}`;
    const answer = await deps.askMailbox({
      address,
      ...wish,
      consent: { version: consent.wording, where: 'desk', at: now, how },
      agreed: { on: consent.when, how: consent.how },
    });
    if (answer.kind === 'full' || answer.putOff) {
      await invitations.release(key, now);
      return answer.kind === 'full' ? { kind: 'waits', until: answer.until } : { kind: 'asked' };
    }
    await invitations.settle(key);
    return { kind: 'invited', zone: wish.zone };
  };

  const invite = async (mailbox: Mailbox): Promise<RowFate> => {
    const key = mailboxKeyOf(pepper, mailbox.address);
    const before = await invitations.read(key);
    const full = await takeMail();
    if (full) return full;
    // A run began this row long ago and wrote no request, so it died before it queued a mail: the row may be taken over.
    const now = clock.now();
    const isOurs = await (before ? invitations.takeOver(key, before.at, now) : invitations.begin(key, now));
    return isOurs ? ask(mailbox, key) : { kind: 'busy' };
  };

  const fateOf = async (row: ImportRow, suppressed: ReadonlySet<string>, doIt: boolean): Promise<RowFate> => {
    if (row.kind !== 'mailbox') return row;
    const against = await reasonAgainst(row, suppressed);
    if (against) return against;
    const { code } = row.wish;
    if (code !== undefined && (await deps.codes.find(code)) === undefined) return { kind: 'no-such-code', code };
    return doIt ? invite(row) : { kind: 'invite', zone: row.wish.zone };
  };

  return {
    /**
     * Yields what becomes of each row, in the order of the list.
     * @throws NotAllowedError
     */
    importList: async function* (
      actor: Actor,
      rows: Iterable<ListedRow>,
      { doIt }: { readonly doIt: boolean },
    ): AsyncGenerator<ImportedRow> {
      await deps.guard(actor, doIt ? 'import' : 'try-import');
      const [suppressed, places] = await Promise.all([deps.listSuppressed(), loadPlaces()]);
      const seen = new Map<SubscriberId, number>();
      for (const row of rows) {
        const read: ImportRow =
          'fields' in row ? readImportRow(row.fields, clock.now(), places) : { kind: 'faulty', why: row.unreadable };
        const key = read.kind === 'mailbox' ? mailboxKeyOf(pepper, read.address) : undefined;
        const first = key === undefined ? undefined : seen.get(key);
        if (key !== undefined && first === undefined) seen.set(key, row.line);
        yield {
          line: row.line,
          fate: first === undefined ? await fateOf(read, suppressed, doIt) : { kind: 'same-as', line: first },
        };
      }
    },
  };
};
