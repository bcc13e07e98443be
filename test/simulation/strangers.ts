import { twilioSignature } from '../../local/twilio-signature.ts';
import type { DueLedger } from './due-ledger.ts';
import { secrets, settings } from './functions.ts';
import type { Lambda } from './lambda.ts';
import type { Person } from './person.ts';
import { eventWith } from './phone-network.ts';
import type { ReceivedMail } from './ses.ts';
import type { Visitor } from './visitor.ts';
import { day, second, type World } from './world.ts';

export interface StrangersOptions {
  /** Its own random numbers, so that strangers change nothing else in a world of that seed. */
  readonly world: World;
  readonly people: readonly [Person, ...Person[]];
  readonly lambda: () => Lambda;
  readonly visitor: Visitor;
  readonly schedules: DueLedger['schedules'];
  readonly until: number;
}

/** The texts they forge in others' names. */
const words = ['STOP', 'PAIN 9', 'TIME 19:30', 'ZONE Asia/Tokyo', 'ERASE', 'SMS', 'please stop texting me'] as const;
const wish = { language: 'fr', zone: 'Asia/Tokyo', time: '19:30', consent: 'on' } as const;
/** The domain of the mailboxes that they make up. */
const madeUp = '@nobody.example.net';
export const isMadeUp = (address: string): boolean => address.endsWith(madeUp);

/** Below what the page takes from one network in an hour. */
const burst = 15;
const networks = 4;

/**
 * Attackers without a key or a mailbox of anybody's: they forge and replay webhooks, make up links, and fill in forms.
 */
export const createStrangers = (options: StrangersOptions) => {
  const { world, people, lambda, visitor, schedules, until } = options;
  const { timeline, random } = world;
  /** Tries links from forwarded mails or logs, with a letter changed. */
  const seen: string[] = [];
  /** Signatures: with a guessed token, and of a text that was really sent, for other words. */
  const signatures = [
    twilioSignature('a guess', settings.publicBaseUrl, {}),
    twilioSignature(secrets.twilioAuthToken, `${settings.publicBaseUrl}/webhooks/twilio/inbound`, {
      MessageSid: `SM${'0'.repeat(32)}`,
      Body: 'PAIN 2',
    }),
  ] as const;

  const network = (): string => `203.0.${random.whole(0, 255)}.7`;

  const forgeText = (): void => {
    const { phone } = random.pick(people);
    const body = random.pick(words);
    const fields = { MessageSid: `SM${random.hex(32)}`, From: phone, To: settings.smsNumber, Body: body };
    const event = eventWith('', fields, random.pick(signatures));
    world.tell('a stranger', () => `posts "${body}" as ${phone}`);
    lambda()('sms-inbound', (fn) => fn(event), { sheltered: false, onBehalf: { hand: 'unproved' }, ended: () => {} });
  };

  const forgeReceipt = (): void => {
    const { id } = random.pick(people);
    const date = new Date(timeline.now()).toISOString().slice(0, 10);
    const fields = { MessageSid: `SM${random.hex(32)}`, MessageStatus: 'undelivered', ErrorCode: '21610' };
    const event = eventWith(`id=${id}&date=${date}&kind=tip`, fields, random.pick(signatures));
    lambda()('delivery-events', (fn) => fn(event), {
      sheltered: false,
      onBehalf: { hand: 'unproved' },
      ended: () => {},
    });
  };

  const makeUpLink = (): void => {
    const path = random.pick([`/unsubscribe/${'k'.repeat(56)}`, ...seen.slice(-5)]);
    // The fifth letter from the end belongs to the signature and has no spare bits.
    const at = path.length - 5;
    const made = path.slice(0, at) + (path[at] === 'a' ? 'b' : 'a') + path.slice(at + 1);
    if (random.chance(0.3)) visitor.byStranger.get(made, 'unproved');
    visitor.byStranger.post(made, { 'List-Unsubscribe': 'One-Click' }, 'unproved', network());
  };

  /** Fills in the form with a subscriber's mailbox, once or twice. */
  const fillInForm = (): void => {
    const { address, name } = random.pick(people);
    world.tell('a stranger', () => `fills in the form with ${name}'s mailbox`);
    const from = network();
    const times = random.whole(1, 2);
    for (let time = 0; time < times; time += 1) visitor.byStranger.post('/signup', { address, ...wish }, 'form', from);
  };

  /** Mailboxes of nobody, from several networks at once, in the seconds in which the tips of somebody's mailbox are queued. */
  const flood = (): void => {
    const schedule = [...schedules.values()].find(({ view }) => view.status === 'active' && view.tipsBy === 'email');
    if (!schedule) return;
    const at = Math.max(timeline.now(), schedule.nextDue + random.whole(0, 20 * second));
    for (let line = 0; line < networks; line += 1) {
      const from = network();
      for (let n = 0; n < burst; n += 1) {
        const address = `${random.hex(8)}${madeUp}`;
        timeline.at(at + random.whole(0, 10 * second), () =>
          visitor.byStranger.post('/signup', { address, ...wish }, 'form', from),
        );
      }
    }
  };

  const live = (): void => {
    const acts = [forgeText, forgeText, forgeReceipt, makeUpLink, makeUpLink, fillInForm] as const;
    const count = random.whole(1, 4);
    for (let n = 0; n < count; n += 1) timeline.after(random.whole(0, day), random.pick(acts));
    if (random.chance(0.1)) flood();
    if (timeline.now() + day < until) timeline.after(day, live);
  };

  return {
    start: live,
    /** A link that was mailed to somebody. */
    mailed: ({ text, unsubscribe }: ReceivedMail): void => {
      for (const source of [text, unsubscribe]) {
        const path = /\/(?:confirm|unsubscribe|diary)\/[a-z0-9]+/.exec(source)?.[0];
        if (path) seen.push(path);
      }
    },
  };
};
