import { randomBytes } from 'node:crypto';
import type { SESEvent, SESMail, SESMailHeader, SESReceiptStatus } from 'aws-lambda';
import { account, region } from './settings.ts';

type Verdict = SESReceiptStatus['status'];
const verdicts: readonly Verdict[] = ['PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED', 'DISABLED'];

/** The raw mail's header lines, unfolded. */
const headersOf = (raw: Buffer): SESMailHeader[] => {
  const [head = ''] = raw.toString('latin1').split(/\r?\n\r?\n/, 1);
  return head
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .flatMap((line) => {
      const colon = line.indexOf(':');
      if (colon < 1) return [];
      // The bytes are UTF-8 where a client sent them raw (SMTPUTF8).
      return [
        { name: line.slice(0, colon), value: Buffer.from(line.slice(colon + 1).trim(), 'latin1').toString('utf8') },
      ];
    });
};

const addressesIn = (value: string | undefined): string[] => value?.match(/[^\s<>,;:"]+@[^\s<>,;:"]+/g) ?? [];

/** Reads `dmarc=FAIL,dkim=PASS`; what is not named passes. */
const verdictsIn = (text: string): ((name: string) => SESReceiptStatus) => {
  const given = new Map(
    text.split(',').map((part): [string, string] => {
      const [name = '', status = ''] = part.trim().split('=');
      return [name.toLowerCase(), status.toUpperCase()];
    }),
  );
  return (name) => ({ status: verdicts.find((verdict) => verdict === given.get(name)) ?? 'PASS' });
};

/** A new id of a mail, as SES makes them. */
export const newMailId = (): string => randomBytes(20).toString('hex');

/** The event with which SES invokes a function for a received mail (docs/facts.md#b6): headers and verdicts, no body. */
export const receivedMailEvent = (messageId: string, raw: Buffer, verdictText: string, now: number): SESEvent => {
  const headers = headersOf(raw);
  const header = (name: string): string | undefined =>
    headers.find((candidate) => candidate.name.toLowerCase() === name)?.value;
  const timestamp = new Date(now).toISOString();
  const source = addressesIn(header('return-path') ?? header('from'))[0] ?? '';
  const destination = addressesIn(header('to'));
  const verdict = verdictsIn(verdictText);
  const mail: SESMail = {
    timestamp,
    source,
    messageId,
    destination,
    headersTruncated: false,
    headers,
    commonHeaders: {
      returnPath: source,
      from: [header('from') ?? ''],
      to: [header('to') ?? ''],
      date: header('date') ?? '',
      messageId: header('message-id') ?? '',
      subject: header('subject') ?? '',
    },
  };
  return {
    Records: [
      {
        eventSource: 'aws:ses',
        eventVersion: '1.0',
        ses: {
          mail,
          receipt: {
            timestamp,
            processingTimeMillis: 20,
            recipients: destination,
            spamVerdict: verdict('spam'),
            virusVerdict: verdict('virus'),
            spfVerdict: verdict('spf'),
            dkimVerdict: verdict('dkim'),
            dmarcVerdict: verdict('dmarc'),
            ...(verdict('dmarc').status === 'FAIL' ? { dmarcPolicy: 'none' as const } : {}),
            action: {
              type: 'Lambda',
              functionArn: `arn:aws:lambda:${region}:${account}:function:email-inbound`,
              invocationType: 'Event',
            },
          },
        },
      },
    ],
  };
};
