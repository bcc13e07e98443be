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

export interface InvitePeopleDeps {
  readonly clock: Pick<Clock, 'now'>;
  readonly pepper: string;
  readonly guard: Guard;
  readonly persons: Pick<PersonStore, 'readAnyone'>;
  readonly invitations: InvitationStore;
  readonly limits: Pick<LimitStore, 'take'>;
  /** The clinic's codes that have not ended. */
  readonly codes: Pick<CodeStore, 'find'>;
  /** Asks a mailbox to confirm, as the sign-up page does. */
  readonly askMailbox: (request: EmailSignUp) => Promise<SignUpAnswer>;
  /** The addresses that the provider delivers nothing to, in lower case. */
  readonly listSuppressed: () => Promise<ReadonlySet<string>>;
  /** What this month's mails have come to; undefined where there is no cap. */
  readonly readSpend: () => Promise<Spend | undefined>;
}

/** A row of a list: the line that it begins on, and what it says, or why it could not be read. */
export type ListedRow = { readonly line: number } & (
  | { readonly fields: ImportFields }
  | { readonly unreadable: Sentence }
);

/** What comes of a row. */
export type RowFate =
  | Exclude<ImportRow, { kind: 'mailbox' }>
  /** Would be invited, or has been by this run; `zone`: whose clock the place that the row names was taken for. */
  | { readonly kind: 'invite' | 'invited'; readonly zone: string }
  /** Nobody gets in by the row's code (any more): whoever answered would be without the clinic and its hour. */
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
  /** A cap on mail is reached; `until`: when this hour's is over, left out for the month's. */
  | { readonly kind: 'waits'; readonly until?: number };

/** A row of a list, by its line in the file (from 1), and what comes of it. */
export interface ImportedRow {
  readonly line: number;
  readonly fate: RowFate;
}

type Mailbox = Extract<ImportRow, { kind: 'mailbox' }>;

const hourName = 'invitations';
/** Whoever began with a row so lately may still be at it. */
const atItMs = 10 * 60_000;

/**
 * Invites the mailboxes of a clinic's list, each once, by the mail of the sign-up page that asks to confirm; numbers are
 * never texted. Without `doIt` it only says what it would do. It may be run again at any time, also where it was killed:
 * what was done is not done twice, and of what is in doubt nothing is sent.
 */
export const createInvitePeople = (deps: InvitePeopleDeps) => {
  const { clock, pepper, invitations } = deps;

  /** Why a mailbox is not to be invited; undefined if it is. */
  const reasonAgainst = async (mailbox: Mailbox, suppressed: ReadonlySet<string>): Promise<RowFate | undefined> => {
    const now = clock.now();
    const { subscriber } = await deps.persons.readAnyone(pseudonymOf(pepper, 'email', mailbox.address), now);
    const before = await invitations.read(mailboxKeyOf(pepper, mailbox.address));
    if (subscriber?.status === 'erasing') return { kind: 'erasing' };
    if (subscriber?.status === 'stopped') return { kind: 'stopped' };
    if (subscriber?.status === 'active') return { kind: 'with-us' };
    // A run that died here had written the request; whether the mail was in the queue then, nobody knows.
    if (before?.state === 'begun' && now - before.at < atItMs) return { kind: 'busy' };
    if (before?.state === 'begun' && subscriber?.signUp?.unqueued) return { kind: 'in-doubt' };
    if (subscriber) return { kind: 'asked' };
    if (before?.state === 'queued') return { kind: 'invited-before' };
    return suppressed.has(mailbox.address.toLowerCase()) ? { kind: 'suppressed' } : undefined;
  };

  /** Takes one from this hour's and this month's mails; else says when there are more. */
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
    // Begun long ago, and nothing of the request was written: whoever died there had queued nothing.
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
     * What comes of each row, in order.
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
