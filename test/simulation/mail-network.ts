import { receivedMailEvent } from '../../local/received-mail-event.ts';
import type { Lambda } from './lambda.ts';
import type { Process } from './process.ts';
import { viewOf } from './profile-view.ts';
import type { ReplyLedger, SentReply } from './reply-ledger.ts';
import type { MemoryEngine } from './store/memory-engine.ts';
import { callAws } from './table-client.ts';
import { hour, minute, second, type World } from './world.ts';

/** Lambda's tries of an asynchronous call, and the pauses before the second and the third (infra/constructs/reply-functions.ts). */
const tries = 3;
const pauseBefore = [0, minute, 2 * minute] as const;

export interface MailOnItsWay {
  readonly reply: SentReply;
  readonly from: string;
  readonly raw: Uint8Array;
  readonly dmarc: 'PASS' | 'FAIL' | 'GRAY';
}

export interface MailNetworkOptions {
  readonly world: World;
  readonly lambda: () => Lambda;
  readonly replies: ReplyLedger;
  readonly engine: () => MemoryEngine;
}

/**
 * Mails on their way to us: servers that hand them over late or twice, SES that puts each into the bucket and calls
 * email-inbound, which may fail, die, or be called twice for one mail.
 */
export const createMailNetwork = ({ world, lambda, replies, engine }: MailNetworkOptions) => {
  const { timeline, random } = world;
  const bucket = new Map<string, Uint8Array>();

  /** Whether the mailbox is, at this moment, the confirmed one of that profile. */
  const isOf = (id: string, address: string): boolean =>
    viewOf(engine().peek(`SUB#${id}`, 'PROFILE'))?.mailbox?.address === address;

  /** One try of Lambda's; SES's event says the same time in each. */
  const call = (mail: MailOnItsWay, storedAs: string, receivedAt: number, tried: number): void => {
    const event = receivedMailEvent(storedAs, Buffer.from(mail.raw), `dmarc=${mail.dmarc}`, receivedAt);
    const wasTheirs = isOf(mail.reply.id, mail.from);
    const isLast = tried === tries;
    lambda()('email-inbound', (fn) => fn(event), {
      // Nothing in the world fails for ever; what production gives up after the third try raises an alarm.
      sheltered: isLast,
      ended: ({ kind }) => {
        if (kind === 'returned' || isLast) replies.heard(mail.reply, wasTheirs && isOf(mail.reply.id, mail.from));
        else timeline.after(pauseBefore[tried] ?? 0, () => call(mail, storedAs, receivedAt, tried + 1));
      },
    });
  };

  const receive = (mail: MailOnItsWay): void => {
    const storedAs = random.hex(40);
    const receivedAt = timeline.now();
    mail.reply.receivedAt = receivedAt;
    bucket.set(storedAs, mail.raw);
    call(mail, storedAs, receivedAt, 1);
    if (random.chance(world.faultRates().delivery / 3)) {
      world.tell('Lambda', () => 'is handed a mail twice');
      timeline.after(random.whole(0, 40 * second), () => call(mail, storedAs, receivedAt, 1));
    }
  };

  return {
    send: (mail: MailOnItsWay): void => {
      const { delivery } = world.faultRates();
      const late = random.chance(delivery) ? random.whole(minute, 5 * hour) : random.whole(second, 20 * second);
      timeline.after(late, () => receive(mail));
      // A server that got no answer sends the mail again: for SES another mail, with the same Message-ID.
      if (random.chance(delivery)) timeline.after(late + random.whole(0, 20 * minute), () => receive(mail));
    },
    /** The bucket as one process reads it, and deletes from it what it has handled. */
    bucketOf: (process: Process) => ({
      readRawMail: (messageId: string): Promise<Uint8Array | undefined> =>
        callAws(process, random, {
          what: () => 'reads a mail from the bucket',
          latencyMs: [10, 60],
          effect: () => bucket.get(messageId),
        }),
      deleteRawMail: async (messageId: string): Promise<void> => {
        await callAws(process, random, {
          what: () => 'deletes a mail from the bucket',
          latencyMs: [10, 60],
          effect: () => bucket.delete(messageId),
        });
      },
    }),
  };
};

export type MailNetwork = ReturnType<typeof createMailNetwork>;
