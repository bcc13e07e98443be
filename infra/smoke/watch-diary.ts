import * as z from 'zod';
import { minuteMs } from '../../shared/domain/time/durations.ts';

/** The pages of a deployment. */
export interface Pages {
  readonly get: (path: string) => Promise<{ readonly status: number; readonly body: string }>;
  /** Posts a form. */
  readonly submit: (
    path: string,
    fields: Readonly<Record<string, string>>,
  ) => Promise<{ readonly status: number; readonly body: string }>;
  /**
   * Asks a human to do something with their own phone or mailbox; resolves with what they type when they have done it.
   */
  readonly askHuman: (what: string) => Promise<string>;
  /** Waits half a minute. */
  readonly wait: () => Promise<void>;
  readonly now: () => number;
}

/** The operator's mailbox, and the address that answers mail. */
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

/**
 * Checks a step.
 * @throws SmokeFailed with the sentence, unless it holds
 */
export const demand = (holds: boolean, sentence: string): void => {
  if (!holds) throw new SmokeFailed(sentence);
};

/** How many half minutes are waited for something that goes through a queue or comes with a tick. */
const patience = 30;
const slotMs = 5 * minuteMs;
const firstHour = 8;
const lastHour = 20;

/** The next slot of a zone's clock that leaves some minutes before it, and whether tips come at that hour. */
export const nextSlot = (
  zone: string,
  now: number,
  minutes: number,
): { readonly at: number; readonly text: string; readonly isInWindow: boolean } => {
  const at = Math.ceil((now + minutes * minuteMs) / slotMs) * slotMs;
  const text = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(at);
  const hour = Number(text.slice(0, 2));
  return { at, text, isInWindow: hour >= firstHour && hour < lastHour };
};

/** The path of the link to a page of that name in some words; undefined without one. */
export const pathIn = (words: string, page: string): string | undefined =>
  new RegExp(`/${page}/[\\w.~-]+`).exec(words)?.[0];

/** A diary behind its link, read until something has happened in it. */
export const watchDiary = ({ get, wait }: Pages, diary: string) => {
  const read = async (): Promise<Held> => {
    const { status, body } = await get(`${diary}/export.json`);
    demand(status === 200, `The diary answers ${status}.`);
    return held.parse(JSON.parse(body));
  };
  const until = async (holds: (now: Held) => boolean, otherwise: string, halfMinutes = patience): Promise<Held> => {
    for (let waits = 0; waits < halfMinutes; waits += 1) {
      const found = await read();
      if (holds(found)) return found;
      await wait();
    }
    throw new SmokeFailed(otherwise);
  };
  return {
    read,
    until,
    /** Waits for a tip on a channel, and for the receipt that says how it ended. */
    untilDelivered: async (
      channel: 'sms' | 'email',
      worker: string,
      saw: (sentence: string) => void,
      halfMinutes = patience,
    ): Promise<void> => {
      await until(
        ({ tips }) => tips.some((tip) => tip.channel === channel),
        `No tip was sent: look at schedule-tips and ${worker}.`,
        halfMinutes,
      );
      saw(`schedule-tips, ${worker}: the provider took a tip`);
      const { tips } = await until(
        (now) => now.tips.some(({ outcome }) => ['delivered', 'undelivered', 'failed'].includes(outcome)),
        'No receipt came for the tip: look at delivery-events, and at the status callback or the events of SES.',
      );
      const bad = tips.find(({ outcome }) => outcome === 'undelivered' || outcome === 'failed');
      demand(bad === undefined, `The tip was not delivered: ${bad?.code ?? 'no code'}. The runbook has the codes.`);
      saw('delivery-events: it was delivered');
    },
    untilGone: async (saw: (sentence: string) => void): Promise<void> => {
      for (let waits = 0; waits < patience; waits += 1) {
        if ((await get(diary)).status === 404) {
          saw('erase-subscriber: all of it is gone again');
          return;
        }
        await wait();
      }
      throw new SmokeFailed('The diary is still there: look at erase-subscriber.');
    },
  };
};

/** Checks that the public pages answer. */
export const seePages = async ({ get }: Pages, saw: (sentence: string) => void): Promise<void> => {
  demand((await get('/health')).status === 200, 'GET /health is not answered with 200: is web running?');
  demand((await get('/privacy')).body.includes('Backbeat'), 'GET /privacy does not show the page.');
  saw('web: /health and /privacy answer');
};
