import * as z from 'zod';

/** A deployment, reached from outside. */
export interface Deployment {
  readonly get: (path: string) => Promise<{ readonly status: number; readonly body: string }>;
  /** Posts a text from the operator's own number, signed as Twilio signs it, and gives the answer. */
  readonly say: (words: string) => Promise<string>;
  /** The status of the answer to an unsigned text. */
  readonly sayUnsigned: () => Promise<number>;
  /** What only a human can do, with their own phone and mailbox; resolves when they say that it is done. */
  readonly askHuman: (what: string) => Promise<void>;
  /** Lets half a minute pass. */
  readonly wait: () => Promise<void>;
  readonly now: () => number;
}

/** Whose mailbox it is, and where mail is answered. */
export interface SmokeOperator {
  readonly mailbox: string;
  readonly replyAddress: string;
}

/** A step failed. */
export class SmokeFailed extends Error {
  override readonly name = 'SmokeFailed';
}

const held = z.object({
  subscription: z.object({ zone: z.string(), status: z.string() }),
  addresses: z.object({ mailbox: z.string().nullable() }),
  tips: z.array(z.object({ channel: z.string().nullable(), outcome: z.string(), code: z.string().nullable() })),
  entries: z.array(z.object({ score: z.number().nullable() })),
});
type Held = z.output<typeof held>;

const demand = (holds: boolean, sentence: string): void => {
  if (!holds) throw new SmokeFailed(sentence);
};

/** Half minutes until something that goes through a queue, or comes with a tick, has happened at the latest. */
const patience = 30;
const minuteMs = 60_000;
const firstHour = 8;
const lastHour = 20;

/** The hour and minute of a clock in a zone, and the next slot that leaves the scheduler its tick. */
const nextSlot = (zone: string, now: number): { readonly hour: number; readonly text: string } => {
  const at = Math.ceil((now + 6 * minuteMs) / (5 * minuteMs)) * 5 * minuteMs;
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(at);
  return { hour: Number(parts.slice(0, 2)), text: parts };
};

const pathOf = (words: string, page: string): string => {
  const link = words.match(/https?:\/\/\S+/g)?.find((one) => new URL(one).pathname.startsWith(`/${page}/`));
  if (link === undefined) throw new SmokeFailed(`The answer has no link to /${page}/.`);
  return new URL(link).pathname;
};

/**
 * A text and a mail (undefined: where there is no mail, none) to the operator's own address, through every function that can be seen from outside; says what it saw.
 * It joins, and erases itself at the end: it refuses a number that has a diary.
 * @throws SmokeFailed with the first step that failed
 */
export const smoke = async (
  deployment: Deployment,
  mail: SmokeOperator | undefined,
  saw: (sentence: string) => void,
): Promise<void> => {
  const { get, say, sayUnsigned, askHuman, wait, now } = deployment;
  demand((await get('/health')).status === 200, 'GET /health is not answered with 200: is web running?');
  demand((await get('/privacy')).body.includes('Backbeat'), 'GET /privacy does not show the page.');
  saw('web: /health and /privacy answer');
  demand((await sayUnsigned()) === 403, 'A text that nobody signed is not refused with 403.');
  saw('sms-inbound: a text without a signature is refused');
  const before = await say('DIARY');
  demand(!/\/diary\//.test(before), 'This number has a diary, and the last step would erase it: use another number.');

  await say('JOIN');
  await say('PAIN 6');
  const diary = pathOf(await say('DIARY'), 'diary');
  const read = async (): Promise<Held> => {
    const { status, body } = await get(`${diary}/export.json`);
    demand(status === 200, `The diary answers ${status}.`);
    return held.parse(JSON.parse(body));
  };
  const until = async (holds: (now: Held) => boolean, otherwise: string): Promise<Held> => {
    for (let waits = 0; waits < patience; waits += 1) {
      const found = await read();
      if (holds(found)) return found;
      await wait();
    }
    throw new SmokeFailed(otherwise);
  };
  const joined = await read();
  demand(joined.entries.at(-1)?.score === 6, 'PAIN 6 was answered and is not in the diary.');
  saw('sms-inbound: JOIN, PAIN 6 and DIARY are answered, and the table has the score');

  const slot = nextSlot(joined.subscription.zone, now());
  if (slot.hour < firstHour || slot.hour >= lastHour) {
    saw(`LEFT OUT, a tip by text: tips come between 8 and 20 in ${joined.subscription.zone}. Try again then.`);
  } else {
    await say(`TIME ${slot.text}`);
    await until(
      ({ tips }) => tips.some(({ channel }) => channel === 'sms'),
      'No tip was sent by text: look at schedule-tips and send-tips-sms.',
    );
    saw('schedule-tips, send-tips-sms: Twilio took a tip');
    const { tips } = await until(
      (held) => held.tips.some(({ outcome }) => ['delivered', 'undelivered', 'failed'].includes(outcome)),
      'No receipt came for the tip: look at delivery-events, and at the status callback.',
    );
    const bad = tips.find(({ outcome }) => outcome === 'undelivered' || outcome === 'failed');
    demand(bad === undefined, `The tip was not delivered: ${bad?.code ?? 'no code'}. The runbook has the codes.`);
    saw('delivery-events: it was delivered');
  }

  if (mail !== undefined) {
    const { mailbox, replyAddress } = mail;
    await say(`EMAIL ${mailbox}`);
    await askHuman(`A mail comes to ${mailbox} within a minute. Press its button.`);
    await until(
      ({ addresses }) => addresses.mailbox?.toLowerCase() === mailbox.toLowerCase(),
      'The mailbox is not confirmed: look at send-tips-email and at SES.',
    );
    saw('send-tips-email, web: the mailbox was asked, and is confirmed');
    await askHuman(`Write a mail from ${mailbox} to ${replyAddress} that says: PAIN 5`);
    await until(
      ({ entries }) => entries.at(-1)?.score === 5,
      'The mail did not arrive: look at the MX record, the active rule set, and email-inbound.',
    );
    saw('email-inbound: the mail was read, and the table has its score');
  }

  const word = /\bERASE ([A-Z2-9]{4})\b/.exec(await say('ERASE'))?.[1];
  demand(word !== undefined, 'ERASE is not answered with a word to say.');
  await say(`ERASE ${word}`);
  for (let waits = 0; waits < patience; waits += 1) {
    if ((await get(diary)).status === 404) {
      saw('erase-subscriber: all of it is gone again');
      saw('not to be seen from outside: reconcile-inbound (its alarms ring if it fails or does not run)');
      return;
    }
    await wait();
  }
  throw new SmokeFailed('The diary is still there: look at erase-subscriber.');
};
