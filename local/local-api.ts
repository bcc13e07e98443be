import { randomUUID } from 'node:crypto';
import { Hono, type MiddlewareHandler } from 'hono';
import * as z from 'zod';
import type { Channel } from '../shared/domain/people/subscriber.ts';
import { canonicalZone, clockChanges, offsetAt } from '../shared/domain/time/zone-clock.ts';
import { onlyThisMachine } from './access.ts';
import type { LocalClock } from './clock.ts';
import { mostPeople } from './demo/cast.ts';
import type { FillDemo } from './demo/fill-demo.ts';
import { millisecondsOf } from './duration.ts';
import type { Explain } from './explain.ts';
import { type Faults, faultSchema } from './faults.ts';
import type { ShowHeld } from './held.ts';
import { addressedTo, type InboundSms } from './inbound-sms.ts';
import type { InboundTexts } from './inbound-texts.ts';
import type { Outbox } from './outbox.ts';
import type { RealMode } from './real/real-mode.ts';
import { replyAddress, smsNumber } from './settings.ts';
import { serveSimulator } from './simulator/serve.ts';
import { BackwardsError, type TimeMachine } from './time-machine.ts';
import { commandsToSay } from './told-commands.ts';
import { newSid } from './twilio-messages.ts';

interface Parts {
  readonly clock: LocalClock;
  readonly publicBaseUrl: string;
  readonly authToken: string;
  readonly outbox: Outbox;
  readonly faults: Faults;
  readonly timeMachine: TimeMachine;
  readonly inboundSms: InboundSms;
  /** Puts a text into Twilio's list without calling the webhook. */
  readonly loseText: InboundTexts['lose'];
  /** Delivers a raw mail to the service as SES does; resolves when it has been processed. */
  readonly receiveMail: (raw: Buffer, verdicts: string) => Promise<void>;
  readonly emptyEverything: () => Promise<void>;
  /** The settings with which `npm run operator` works on this service from a process of its own. */
  readonly operatorEnvironment: Readonly<Record<string, string | undefined>>;
  readonly explain: Explain;
  /** The only channel that is simulated; undefined for both. */
  readonly onlyChannel?: Channel | undefined;
  /** The providers that are real ones. */
  readonly real?: RealMode | undefined;
  readonly demo: FillDemo;
  /** `/_local/content/`. */
  readonly contentPreview: Hono;
  /** `/_local/openid/`: the clinic's sign-in. */
  readonly openId: Hono;
  /** What phones have sent, oldest first. */
  readonly listHeard: InboundTexts['list'];
  readonly showHeld: ShowHeld;
}

const clockSchema = z
  .strictObject({
    now: z.iso.datetime({ offset: true }).transform(Date.parse).optional(),
    advance: z
      .string()
      .transform(millisecondsOf)
      .pipe(z.number({ error: 'advance is an ISO 8601 duration such as P1D or PT1H30M' }))
      .optional(),
    jump: z.boolean().default(false),
  })
  .refine(({ now, advance }) => (now === undefined) !== (advance === undefined), 'give either now or advance');

/** An unescaped `+` in a query arrives as a blank. */
const explainSchema = z.strictObject({
  who: z
    .string()
    .transform((who) => who.replace(/^ /, '+').trim())
    .pipe(z.string().regex(/^\+[1-9]\d{6,14}$|@/, 'who is a number such as +12125550123, or a mailbox')),
  date: z.optional(z.iso.date('date is a day such as 2030-01-08')),
});

const inboundSmsSchema = z.strictObject({
  /** A phone number, or an RCS address as Twilio writes it. */
  from: z.string().regex(/^(rcs:)?\+[1-9]\d{6,14}$/),
  body: z.string().max(1600),
  sid: z.string().optional(),
  country: z.string().length(2).optional(),
  /** Whether the webhook cannot be reached, however often Twilio tries. */
  lost: z.boolean().default(false),
});

const demoSchema = z.strictObject({ people: z.int().min(1).max(mostPeople).default(10) });

/**
 * How far from now a zone's clock is told, in ms: what the page shows lies within two years, and it asks again when now
 * has moved out of that.
 */
const toldMs = 2 * 366 * 86_400_000;

/** A zone's clock around an instant, in minutes ahead of UTC: the browser's own zone data may be older than ours. */
const clockOf = (zone: string, now: number) => ({
  from: now - toldMs,
  until: now + toldMs,
  offset: offsetAt(zone, now - toldMs),
  changes: clockChanges(zone, now - toldMs, now + toldMs).map(({ at, after }) => ({ at, offset: after })),
});

/** The local routes of design section 8. They hand out secrets, so only programs and pages of this machine may call them. */
export const createLocalApi = (parts: Parts): Hono => {
  const { clock, outbox, timeMachine } = parts;
  const app = new Hono();
  // Tells the simulator page that everything it remembers is gone.
  let session = randomUUID();
  const isoOf = (at: number): string => new Date(at).toISOString();
  const nowText = (): string => isoOf(clock.now());

  const { real } = parts;
  /**
   * Refuses routes where a provider is the real one: they would report something untrue, or text in somebody's name.
   */
  const onlyWithStandIns =
    (channel: 'sms' | 'email' | 'any'): MiddlewareHandler =>
    async (context, next) => {
      const isReal = { sms: real?.twilio, email: real?.ses, any: real }[channel] !== undefined;
      return isReal ? context.json({ error: 'not with real providers (npm start -- --real)' }, 409) : next();
    };

  /** Refuses routes of a channel that is not simulated, and those that need both. */
  const onlyWhereThereIs =
    (...channels: readonly Channel[]): MiddlewareHandler =>
    async (context, next) => {
      const isPlayed = parts.onlyChannel === undefined || (channels.length === 1 && channels[0] === parts.onlyChannel);
      const error = `only ${parts.onlyChannel === 'sms' ? 'texts are' : 'mail is'} played (npm start -- --channels)`;
      return isPlayed ? next() : context.json({ error }, 409);
    };

  app.use('*', onlyThisMachine);
  app.post('/inbound-sms', onlyWhereThereIs('sms'));
  app.post('/inbound-email', onlyWhereThereIs('email'));
  app.post('/demo', onlyWhereThereIs('sms', 'email'));
  for (const path of ['/clock', '/reset', '/faults', '/demo']) app.post(path, onlyWithStandIns('any'));
  app.post('/inbound-sms', onlyWithStandIns('sms'));
  app.post('/inbound-email', onlyWithStandIns('email'));

  app.get('/info', (context) => {
    const destination = timeMachine.destination();
    return context.json({
      ...(parts.onlyChannel !== 'email' && { smsNumber: real?.twilio?.smsNumber ?? smsNumber }),
      ...(parts.onlyChannel !== 'sms' && { replyAddress: real?.ses?.replyAddress ?? replyAddress }),
      ...(parts.onlyChannel && { onlyChannel: parts.onlyChannel }),
      publicBaseUrl: parts.publicBaseUrl,
      // A real provider's credentials are never handed out.
      twilioAuthToken: real?.twilio ? '' : parts.authToken,
      ...(real && { real: { texts: real.twilio !== undefined, mails: real.ses !== undefined, people: real.people } }),
      now: nowText(),
      frozen: clock.frozen,
      /** The target of the clock, while it moves. */
      destination: destination === undefined ? undefined : isoOf(destination),
      session,
    });
  });
  app.get('/outbox', (context) =>
    context.json({ messages: outbox.list(Number(context.req.query('since') ?? 0) || 0) }),
  );

  app.get('/commands', (context) => context.json({ commands: { en: commandsToSay('en'), fr: commandsToSay('fr') } }));
  app.get('/heard', (context) => context.json({ texts: parts.listHeard() }));
  app.get('/held', async (context) => {
    const { who } = explainSchema.parse(context.req.query());
    return context.json(await parts.showHeld(who));
  });

  app.get('/zone', (context) => {
    const name = context.req.query('name') ?? '';
    const zone = canonicalZone(name);
    if (zone === undefined) return context.json({ error: 'no such time zone' }, 404);
    return context.json(clockOf(zone, clock.now()));
  });

  app.get('/explain', async (context) => {
    const { who, date } = explainSchema.parse(context.req.query());
    return context.json(await parts.explain(who, date));
  });

  app.post('/clock', async (context) => {
    const { now, advance = 0, jump } = clockSchema.parse(await context.req.json());
    const before = outbox.count();
    const target = (present: number): number => now ?? present + advance;
    if (jump) return context.json({ now: isoOf(await timeMachine.jump(target)), sent: 0 });
    const reached = await timeMachine.move(target);
    const moved = { now: isoOf(reached.now), sent: outbox.count() - before };
    // The clock has not reached its target; the caller asks again with the same target.
    return reached.now < reached.target
      ? context.json({ ...moved, target: isoOf(reached.target) }, 202)
      : context.json(moved);
  });

  app.post('/inbound-sms', async (context) => {
    const { lost, ...text } = inboundSmsSchema.parse(await context.req.json());
    if (!lost) return context.json(await parts.inboundSms(text));
    parts.loseText({ ...text, sid: text.sid ?? newSid(), to: addressedTo(text.from) });
    return context.json({ status: 502, reply: '' });
  });

  app.post('/inbound-email', async (context) => {
    await parts.receiveMail(Buffer.from(await context.req.arrayBuffer()), context.req.header('x-local-verdicts') ?? '');
    return context.json({});
  });
  app.post('/faults', async (context) => {
    parts.faults.add(faultSchema.parse(await context.req.json()));
    return context.json({});
  });
  app.post('/demo', async (context) => {
    const { people } = demoSchema.parse(await context.req.json());
    return context.json({ people: await parts.demo.fill(people), now: nowText() });
  });
  app.get('/demo', (context) => context.json({ people: parts.demo.people() }));
  app.post('/reset', async (context) => {
    await timeMachine.reset(parts.emptyEverything);
    parts.demo.forget();
    session = randomUUID();
    return context.json({ now: nowText() });
  });
  app.get('/operator', (context) =>
    context.json({ environment: parts.operatorEnvironment, now: nowText(), frozen: clock.frozen }),
  );
  app.post('/queues', async (context) => {
    await timeMachine.drain();
    return context.json({});
  });
  app.route('/content', parts.contentPreview);
  app.route('/openid', parts.openId);
  app.get('/', async (context) => {
    const { pathname } = new URL(context.req.url);
    // The page's own links are relative to the folder.
    return pathname.endsWith('/') ? serveSimulator(pathname) : context.redirect('/_local/');
  });
  app.get('/:file', (context) => serveSimulator(context.req.path));

  app.onError((error, context) => {
    if (error instanceof BackwardsError) return context.json({ error: error.message }, 400);
    if (error instanceof z.ZodError) return context.json({ error: z.prettifyError(error) }, 400);
    if (error instanceof SyntaxError) return context.json({ error: 'the body is not JSON' }, 400);
    console.error(error);
    return context.json({ error: error.message }, 500);
  });
  return app;
};
