import { randomBytes } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2, SESEvent } from 'aws-lambda';
import * as z from 'zod';
import { createDeliveryEvents } from '../functions/delivery-events/delivery-events.ts';
import { deliveryEventsDeps } from '../functions/delivery-events/deps.ts';
import { emailInboundDeps } from '../functions/email-inbound/deps.ts';
import { createEmailInbound } from '../functions/email-inbound/email-inbound.ts';
import { eraseSubscriberDeps } from '../functions/erase-subscriber/deps.ts';
import { createEraseSubscriber } from '../functions/erase-subscriber/erase-subscriber.ts';
import { reconcileInboundDeps } from '../functions/reconcile-inbound/deps.ts';
import { createReconcileInbound } from '../functions/reconcile-inbound/reconcile-inbound.ts';
import { scheduleTipsDeps } from '../functions/schedule-tips/deps.ts';
import { createScheduleTips } from '../functions/schedule-tips/schedule-tips.ts';
import { sendTipsDeps } from '../functions/send-tips/deps.ts';
import { createSendTips } from '../functions/send-tips/send-tips.ts';
import { smsInboundDeps } from '../functions/sms-inbound/deps.ts';
import { createSmsInbound } from '../functions/sms-inbound/sms-inbound.ts';
import { webDeps } from '../functions/web/deps.ts';
import { lambdaAdapter } from '../functions/web/lambda-adapter.ts';
import { createWeb } from '../functions/web/web.ts';
import type { Clock } from '../shared/platform/clock.ts';
import type { Runtime } from '../shared/platform/runtime.ts';
import { variables } from '../shared/platform/settings.ts';
import type { QueueFunction } from './queue-dispatcher.ts';
import type { SesEvent } from './ses-events.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type HttpFunction = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyResultV2>;

/** The deployed functions, wired as their handlers wire them. */
export interface Functions {
  readonly smsInbound: HttpFunction;
  readonly web: HttpFunction;
  readonly statusCallback: HttpFunction;
  readonly sesEvent: (event: SesEvent) => Promise<unknown>;
  readonly emailInbound: (event: SESEvent) => Promise<unknown>;
  readonly sendTips: Readonly<Record<'sms' | 'email', QueueFunction>>;
  readonly eraseSubscriber: QueueFunction;
  /** What EventBridge Scheduler starts every five minutes, in this order. */
  readonly scheduled: readonly (() => Promise<unknown>)[];
}

/**
 * Starts all functions: a cold start of each, with the environment that infra/ gives it.
 * @throws ConfigurationError or SecretsError as a cold start would
 */
export const startFunctions = async (
  environment: Environment,
  clock: Clock,
  print: Runtime['print'],
): Promise<Functions> => {
  const runtime: Runtime = { clock, randomBytes, print };
  const ofChannel = (channel: 'sms' | 'email'): Environment => ({ ...environment, [variables.channel]: channel });
  const deliveryEvents = createDeliveryEvents(await deliveryEventsDeps(environment, runtime));
  const pages = lambdaAdapter(createWeb(await webDeps(environment, runtime)));
  // Hono has a type of its own for the same event.
  const honoEvent = z.custom<Parameters<typeof pages>[0]>();
  return {
    smsInbound: createSmsInbound(await smsInboundDeps(environment, runtime)),
    web: async (event) => {
      const { headers = {}, ...result } = await pages(honoEvent.parse(event));
      const texts = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
      return { ...result, headers: Object.fromEntries(texts) };
    },
    statusCallback: deliveryEvents,
    sesEvent: deliveryEvents,
    emailInbound: createEmailInbound(await emailInboundDeps(environment, runtime)),
    sendTips: {
      sms: createSendTips(await sendTipsDeps(ofChannel('sms'), runtime)),
      email: createSendTips(await sendTipsDeps(ofChannel('email'), runtime)),
    },
    eraseSubscriber: createEraseSubscriber(await eraseSubscriberDeps(environment, runtime)),
    scheduled: [
      createScheduleTips(await scheduleTipsDeps(environment, runtime)),
      createReconcileInbound(await reconcileInboundDeps(environment, runtime)),
    ],
  };
};
