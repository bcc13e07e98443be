import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, EventBridgeEvent } from 'aws-lambda';
import { renewed } from '../../shared/platform/renewed.ts';
import { systemRuntime } from '../../shared/platform/system-runtime.ts';
import { connectDeliveryEvents } from './connect.ts';

const deliveryEvents = renewed(connectDeliveryEvents, process.env, systemRuntime);

export const handler = async (
  event: APIGatewayProxyEventV2 | EventBridgeEvent<string, unknown>,
): Promise<APIGatewayProxyStructuredResultV2> => (await deliveryEvents())(event);
