import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, EventBridgeEvent } from 'aws-lambda';
import { renewed } from '../../shared/platform/renewed.ts';
import { systemRuntime } from '../../shared/platform/system-runtime.ts';
import { connectDeliveryEvents } from './connect.ts';

const deliveryEvents = renewed(connectDeliveryEvents, process.env, systemRuntime);

/**
 * The function that Lambda calls with Twilio's status callbacks and SES's events; it connects once, and anew when the
 * secrets may have changed.
 */
export const handler = async (
  event: APIGatewayProxyEventV2 | EventBridgeEvent<string, unknown>,
): Promise<APIGatewayProxyStructuredResultV2> => (await deliveryEvents())(event);
