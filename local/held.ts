import { pseudonymOf } from '../shared/domain/people/pseudonym.ts';
import type { Table } from '../shared/store/dynamodb-table.ts';
import { profileKey } from '../shared/store/keys.ts';
import { queryAll } from '../shared/store/query-all.ts';
import type { Faults, ProviderFault } from './faults.ts';
import type { Queue } from './queue.ts';
import type { TwilioMessageLog } from './twilio-messages.ts';
import type { OptOuts } from './twilio-opt-outs.ts';

/** How many items of each kind are shown, the newest first. */
const shownItems = 4;
const shownTexts = 5;

interface Parts {
  readonly table: Table;
  readonly pepper: string;
  readonly queues: Readonly<Record<string, Queue>>;
  readonly messages: TwilioMessageLog;
  readonly optOuts: OptOuts;
  readonly faults: Faults;
}

type Item = Readonly<Record<string, unknown>>;

/** What `GET /_local/held` answers. */
interface Held {
  /** The pseudonym, by which keys, queues, logs and metrics know this address. */
  readonly id: string;
  /** `PROFILE`, as it stands in the table; of a second address the alias. */
  readonly profile?: Item;
  /** The other items by the first word of their sort key: how many there are, and the newest of them. */
  readonly items: Readonly<Record<string, { readonly count: number; readonly newest: readonly Item[] }>>;
  /** Messages that name this person, of each queue that holds any. */
  readonly queues: readonly {
    readonly queue: string;
    readonly receives: number;
    readonly visibleAt: string;
    readonly body: string;
  }[];
  readonly provider: {
    /** Whether the carrier has taken a STOP: Twilio then sends nothing there, whatever the service thinks. */
    readonly isBlocked: boolean;
    /** The fault that the next send to this address will have. */
    readonly fault?: ProviderFault;
    /** The newest texts from and to this address in Twilio's list. */
    readonly texts: readonly {
      readonly at: string;
      readonly direction: string;
      readonly status: string;
      readonly errorCode?: string;
    }[];
  };
}

const iso = (at: number): string => new Date(at).toISOString();

/** Shows what the table, the queues and the providers hold for an address, for the simulator's panel. */
export const createHeld = ({ table, pepper, queues, messages, optOuts, faults }: Parts) => {
  const readItems = async (id: string): Promise<readonly Item[]> => queryAll(table, id, ' ', '~');

  const byKind = (items: readonly Item[]): Held['items'] => {
    const kinds = Map.groupBy(items, ({ SK }) => String(SK).split('#')[0] ?? '');
    return Object.fromEntries(
      [...kinds].map(([kind, all]) => [kind, { count: all.length, newest: all.slice(-shownItems).reverse() }]),
    );
  };

  return async (who: string): Promise<Held> => {
    const channel = who.includes('@') ? 'email' : 'sms';
    const id = pseudonymOf(pepper, channel, who);
    const own = await readItems(id);
    const profile = own.find(({ SK }) => SK === profileKey);
    // The items of a second address are stored under the id of the first.
    const primary = typeof profile?.['alias'] === 'string' ? profile['alias'] : id;
    const items = primary === id ? own : await readItems(primary);
    const fault = faults.next(channel, who);
    return {
      id: primary,
      ...(profile ? { profile: items.find(({ SK }) => SK === profileKey) ?? profile } : {}),
      items: byKind(items.filter(({ SK }) => SK !== profileKey)),
      queues: Object.entries(queues).flatMap(([queue, { waiting }]) =>
        waiting()
          .filter(({ body }) => body.includes(primary))
          .map(({ receiveCount, visibleAt, body }) => ({
            queue,
            receives: receiveCount,
            visibleAt: iso(visibleAt),
            body,
          })),
      ),
      provider: {
        isBlocked: optOuts.has(who),
        ...(fault ? { fault } : {}),
        texts: messages
          .about(who)
          .slice(0, shownTexts)
          .map(({ createdAt, direction, status, errorCode }) => ({
            at: iso(createdAt),
            direction,
            status,
            ...(errorCode === undefined ? {} : { errorCode }),
          })),
      },
    };
  };
};

/** Shows what is held for one address, in the table and outside it. */
export type ShowHeld = ReturnType<typeof createHeld>;
