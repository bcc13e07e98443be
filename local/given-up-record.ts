import { randomUUID } from 'node:crypto';
import { account, region } from './settings.ts';

/**
 * What Lambda writes into a bucket about an event that it gave up (docs/facts.md#e1): the object's name, and the record
 * with the event in it.
 */
export const givenUpRecord = (
  event: unknown,
  functionName: string,
  now: number,
  error: unknown,
): { readonly key: string; readonly body: Uint8Array<ArrayBuffer> } => {
  const timestamp = new Date(now).toISOString();
  const [date = ''] = timestamp.split('T');
  const record = {
    version: '1.0',
    timestamp,
    requestContext: {
      requestId: randomUUID(),
      functionArn: `arn:aws:lambda:${region}:${account}:function:${functionName}:$LATEST`,
      condition: 'RetriesExhausted',
      approximateInvokeCount: 3,
    },
    requestPayload: event,
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    responsePayload: { errorType: error instanceof Error ? error.name : 'Error' },
  };
  return {
    key: `aws/lambda/async/${functionName}/${date.replaceAll('-', '/')}/${timestamp.slice(0, 19).replaceAll(':', '.')}-${randomUUID()}`,
    body: new TextEncoder().encode(JSON.stringify(record)),
  };
};
