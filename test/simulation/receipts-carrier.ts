import type { APIGatewayProxyEventV2, EventBridgeEvent } from 'aws-lambda';
import * as z from 'zod';
import type { Lambda } from './lambda.ts';
import { signedEvent } from './phone-network.ts';
import { minute, second, type World } from './world.ts';

const tries = 3;

/** Brings receipts of both providers to the function that records them, again when it fails, and in the end not at all. */
export const createReceiptsCarrier = (world: World, lambda: () => Lambda) => {
  const { timeline, random } = world;

  const bring = (
    event: APIGatewayProxyEventV2 | EventBridgeEvent<string, unknown>,
    tried: number,
    betweenMs: number,
  ): void => {
    lambda()('delivery-events', (fn) => fn(event), {
      sheltered: false,
      ended: (ending) => {
        const taken = ending.kind === 'returned' && ending.value.statusCode === 204;
        if (!taken && tried < tries) timeline.after(betweenMs, () => bring(event, tried + 1, betweenMs));
      },
    });
  };

  return {
    twilio: (url: string, fields: Readonly<Record<string, string>>): void => {
      const { pathname, search } = new URL(url);
      timeline.after(random.whole(50, 500), () => bring(signedEvent(pathname, search.slice(1), fields), 1, second));
    },
    ses: (event: unknown): void => {
      const parsed = z.custom<EventBridgeEvent<string, unknown>>().parse(event);
      timeline.after(random.whole(50, 800), () => bring(parsed, 1, minute));
    },
  };
};
