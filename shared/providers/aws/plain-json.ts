import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

let written = '';

const setSerdeContext = (): void => {};

/** Writes a request as it is. It holds one request at a time, because the SDK writes and flushes it in the same turn. */
export const serializer = {
  setSerdeContext,
  write: (_schema: unknown, input: unknown): void => {
    written = JSON.stringify(input);
  },
  flush: (): string => written,
};

/** Reads an answer as it is. */
export const deserializer = {
  setSerdeContext,
  read: async (_schema: unknown, body: Uint8Array): Promise<unknown> =>
    JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString()),
};

/**
 * Makes a client read and write DynamoDB's JSON as it stands. The SDK's input and output have the same shape, but for
 * bytes and dates, which no item of ours holds; the SDK by itself walks its schema along every value
 * (docs/performance.md).
 */
export const speakPlainJson = ({ config: { protocol } }: DynamoDBClient): void => {
  if ('serializer' in protocol) Object.assign(protocol, { serializer, deserializer });
};
