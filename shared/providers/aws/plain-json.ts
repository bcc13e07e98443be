import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

let written = '';

const setSerdeContext = (): void => {};

// One request is written and taken at a time: the SDK flushes in the same turn.
export const serializer = {
  setSerdeContext,
  write: (_schema: unknown, input: unknown): void => {
    written = JSON.stringify(input);
  },
  flush: (): string => written,
};

export const deserializer = {
  setSerdeContext,
  read: async (_schema: unknown, body: Uint8Array): Promise<unknown> =>
    JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString()),
};

/**
 * Lets a client read and write DynamoDB's JSON as what it is: the SDK's own input and output, but for bytes and dates,
 * of which there are none here. The SDK walks its schema along every value instead (docs/performance.md).
 */
export const speakPlainJson = ({ config: { protocol } }: DynamoDBClient): void => {
  if ('serializer' in protocol) Object.assign(protocol, { serializer, deserializer });
};
