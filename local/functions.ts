import { randomBytes } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2, SESEvent } from 'aws-lambda';
import * as z from 'zod';
import { connectAlertClinic } from '../functions/alert-clinic/connect.ts';
import { connectDeliveryEvents } from '../functions/delivery-events/connect.ts';
import { connectDesk } from '../functions/desk/connect.ts';
import { connectEmailInbound } from '../functions/email-inbound/connect.ts';
import { connectEraseSubscriber } from '../functions/erase-subscriber/connect.ts';
import { connectKeepTallies } from '../functions/keep-tallies/connect.ts';
import { connectReconcileInbound } from '../functions/reconcile-inbound/connect.ts';
import { connectScheduleTips } from '../functions/schedule-tips/connect.ts';
import { connectSendTips } from '../functions/send-tips/connect.ts';
import { connectSmsInbound } from '../functions/sms-inbound/connect.ts';
import { connectWeb } from '../functions/web/connect.ts';
import type { Clock } from '../shared/platform/clock.ts';
import type { Runtime } from '../shared/platform/runtime.ts';
import { type Environment, readSettings, variables } from '../shared/platform/settings.ts';
import type { QueueFunction } from './queue-dispatcher.ts';
import type { SesEvent } from './ses-events.ts';

type HttpFunction = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyResultV2>;

/** The functions that a tick starts. Each needs a forecast of its idle ticks (idle-ticks/). */
export type ScheduledFunction = 'scheduleTips' | 'reconcileInbound' | 'alertClinic';

/** The deployed functions, wired as their handlers wire them. */
export interface Functions {
  readonly smsInbound: HttpFunction;
  readonly web: HttpFunction;
  readonly desk: HttpFunction;
  readonly statusCallback: HttpFunction;
  readonly sesEvent: (event: SesEvent) => Promise<unknown>;
  readonly emailInbound: (event: SESEvent) => Promise<unknown>;
  readonly sendTips: Readonly<Record<'sms' | 'email', QueueFunction>>;
  readonly eraseSubscriber: QueueFunction;
  /** Reads the table's stream. */
  readonly keepTallies: (event: unknown) => Promise<unknown>;
  /** What EventBridge Scheduler starts every five minutes, in this order. */
  readonly scheduled: Readonly<Record<ScheduledFunction, () => Promise<unknown>>>;
}

/** A function of a channel that is not simulated was called, to which nothing should lead. */
class NotPlayedError extends Error {
  override readonly name = 'NotPlayedError';
}

/**
 * Stands in for functions that a deployment of one channel lacks: no route leads to them, and no queue holds anything
 * for them.
 */
const noSuchRoute: HttpFunction = async () => ({ statusCode: 404, body: '' });
const noSuchQueue = async (): Promise<never> => {
  throw new NotPlayedError('this channel is not played (npm start -- --channels)');
};

/**
 * Starts all functions: a cold start of each, with the environment that infra/ gives it. The desk is at this machine's own
 * address, wherever people's pages are: no tunnel leads to it.
 * @throws ConfigurationError or SecretsError as a cold start would
 */
export const startFunctions = async (
  environment: Environment,
  serviceUrl: string,
  clock: Clock,
  print: Runtime['print'],
): Promise<Functions> => {
  const runtime: Runtime = { clock, randomBytes, print };
  const ofChannel = (channel: 'sms' | 'email'): Environment => ({ ...environment, [variables.channel]: channel });
  const { redFlagReaders, onlyChannel } = readSettings(environment, ['redFlagReaders', 'onlyChannel']);
  const hasTexts = onlyChannel !== 'email';
  const hasMail = onlyChannel !== 'sms';
  const deliveryEvents = await connectDeliveryEvents(environment, runtime);
  const ofHono = (pages: Awaited<ReturnType<typeof connectWeb>>): HttpFunction => {
    // Hono has its own type for the same event.
    const honoEvent = z.custom<Parameters<typeof pages>[0]>();
    return async (event) => {
      const { headers = {}, ...result } = await pages(honoEvent.parse(event));
      const texts = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
      return { ...result, headers: Object.fromEntries(texts) };
    };
  };
  return {
    smsInbound: hasTexts ? await connectSmsInbound(environment, runtime) : noSuchRoute,
    web: ofHono(await connectWeb(environment, runtime)),
    desk: ofHono(await connectDesk({ ...environment, [variables.publicBaseUrl]: serviceUrl }, runtime)),
    statusCallback: hasTexts ? deliveryEvents : noSuchRoute,
    sesEvent: deliveryEvents,
    emailInbound: hasMail ? await connectEmailInbound(environment, runtime) : noSuchQueue,
    sendTips: {
      sms: hasTexts ? await connectSendTips(ofChannel('sms'), runtime) : noSuchQueue,
      email: hasMail ? await connectSendTips(ofChannel('email'), runtime) : noSuchQueue,
    },
    eraseSubscriber: await connectEraseSubscriber(environment, runtime),
    keepTallies: await connectKeepTallies(environment),
    scheduled: {
      scheduleTips: await connectScheduleTips(environment, runtime),
      reconcileInbound: hasTexts ? await connectReconcileInbound(environment, runtime) : async () => {},
      alertClinic: redFlagReaders === 'nobody' ? async () => {} : await connectAlertClinic(environment, runtime),
    },
  };
};
