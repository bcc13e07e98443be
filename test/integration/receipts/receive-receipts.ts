import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { deliveryEventsDeps } from '../../../functions/delivery-events/deps.ts';
import { pseudonymOf } from '../../../shared/domain/people/pseudonym.ts';
import { readSesReceipt, readTwilioReceipt } from '../../../shared/providers/receipts.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { namespace } from '../../support/alarm-of.ts';
import { secrets, settings } from '../../support/deployment.ts';
import { ana, createService } from '../../support/replies.ts';
import { createWorker } from '../../support/sending.ts';
import { pepper } from '../../support/subscribers.ts';

/** The local day of the tip that the receipts are about. */
export const date = '2030-01-07';
/** The pseudonym of Ana, who has joined by text. */
export const id = pseudonymOf(pepper, 'sms', ana);
/** What SES says of a mailbox that takes no mail. */
export const bounce = { eventType: 'Bounce', bounce: { bounceType: 'Permanent', bounceSubType: 'General' } };

/** What is counted, as CloudWatch reads it. */
const countLine = z.object({
  Channel: z.string(),
  MessagesDelivered: z.number().optional(),
  MessagesUndelivered: z.number().optional(),
  ReceiptsMisconfigured: z.number().optional(),
  ReceiptsSuspect: z.number().optional(),
  Bounces: z.number().optional(),
  Complaints: z.number().optional(),
  OptOuts: z.number().optional(),
});

/** A service that Ana has joined by text, and the function that takes receipts, over one table. */
export const receiveReceipts = async (table: Table) => {
  const service = createService(table);
  const counted: unknown[] = [];
  const printed: string[] = [];
  const { recordReceipt } = deliveryEventsDeps(
    { table, secrets, log: (_level, event, fields = {}) => service.logged.push({ event, fields }) },
    settings,
    {
      clock: service.clock,
      randomBytes,
      print: (line) => {
        printed.push(line.replaceAll(JSON.stringify(settings.metricsNamespace), JSON.stringify(namespace)));
        const { Channel, ...counts } = countLine.parse(JSON.parse(line));
        counted.push([Channel, ...Object.entries(counts).flatMap(([name, count]) => (count === 0 ? [] : [name]))]);
      },
    },
  );
  await service.text('JOIN');
  return {
    table,
    service,
    /** The names of the metrics that were counted, line by line, behind their channel. */
    counted,
    /** The lines themselves, as an alarm reads them. */
    printed,
    /** Sends Ana's tip of the day by text. */
    sendTip: async (): Promise<void> => {
      service.clock.set('2030-01-07T14:00:00Z');
      const worker = createWorker(table, service.clock);
      await worker.sendGroup({ kind: 'tips', dueAt: service.clock.now(), members: [{ id, date }] }, 'm1');
    },
    /** A status callback of Twilio's, and what was read from it: nothing, if its query is not ours. */
    twilio: async (status: string, code = '', query: Record<string, string> = {}) => {
      const receipt = readTwilioReceipt(
        { MessageSid: 'SM1', MessageStatus: status, ErrorCode: code },
        { id, date, kind: 'tip', ...query },
      );
      if (receipt) await recordReceipt(receipt);
      return receipt;
    },
    /** An event of SES's about a mail of this kind. */
    ses: async (kind: string, detail: Record<string, unknown>): Promise<void> => {
      const mail = { messageId: 'ses-1', tags: { id: [id], date: [date], kind: [kind] } };
      const receipt = readSesReceipt({ detail: { mail, ...detail } });
      if (receipt) await recordReceipt(receipt);
    },
    /** How far the tip of the day is, as the table says. */
    state: async () => (await service.stores.tips.readStates([{ id, date }])).get(id),
  };
};

/** What `receiveReceipts` sets up. */
export type Receiving = Awaited<ReturnType<typeof receiveReceipts>>;
