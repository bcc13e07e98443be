import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, EventBridgeEvent } from 'aws-lambda';
import type { Log } from '../../shared/platform/log.ts';
import type { CountMessages } from '../../shared/platform/metrics.ts';
import { type Receipt, readSesReceipt, readTwilioReceipt } from '../../shared/providers/receipts.ts';
import { readTwilioRequest } from '../../shared/providers/twilio/webhook-request.ts';
import type { RecordReceipt } from './record-receipt.ts';

export interface DeliveryEventsDeps {
  readonly log: Log;
  readonly count: CountMessages;
  readonly publicBaseUrl: string;
  readonly authTokens: readonly string[];
  readonly recordReceipt: RecordReceipt;
}

type DeliveryEvent = APIGatewayProxyEventV2 | EventBridgeEvent<string, unknown>;

const isHttp = (event: DeliveryEvent): event is APIGatewayProxyEventV2 => 'requestContext' in event;

/**
 * Records what Twilio's status callbacks and SES's events say about our messages. Throws if it could not be stored:
 * both are then delivered again.
 */
export const createDeliveryEvents = (deps: DeliveryEventsDeps) => {
  const readCallback = (event: APIGatewayProxyEventV2): Receipt | undefined | 'forbidden' => {
    const url = `${deps.publicBaseUrl}/webhooks/twilio/status`;
    const fields = readTwilioRequest({ event, url, authTokens: deps.authTokens });
    return fields === 'forbidden' ? fields : readTwilioReceipt(fields, event.queryStringParameters ?? {});
  };

  return async (event: DeliveryEvent): Promise<APIGatewayProxyStructuredResultV2> => {
    const receipt = isHttp(event) ? readCallback(event) : readSesReceipt(event);
    if (receipt === 'forbidden') {
      deps.log('warn', 'receipt-dropped', { channel: 'sms', reason: 'unsigned', count: 1 });
      deps.count('sms', { refused: 1 });
      return { statusCode: 403 };
    }
    if (receipt) await deps.recordReceipt(receipt);
    return { statusCode: 204 };
  };
};
