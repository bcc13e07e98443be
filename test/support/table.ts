import { randomBytes } from 'node:crypto';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { connectDocuments, type Table } from '../../shared/store/dynamodb-table.ts';
import { createTableInput } from '../../shared/store/table-schema.ts';

/** Connections are kept for the next table: a test has one of its own, and a new connection for it would be half of its cost. */
const { requestHandler } = new DynamoDBClient({ region: 'us-east-1' }).config;

/** Engines want to see a signature, and look at none: to make one for each call would be a tenth of what a call costs. */
const unsigned = {
  'x-amz-date': '20300101T000000Z',
  authorization:
    'AWS4-HMAC-SHA256 Credential=test/20300101/us-east-1/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, Signature=0',
};

/** A fresh table of its own, reached as a function reaches its table, but for the signature. */
export const makeTable = async (endpoint: string): Promise<Table> => {
  const client = new DynamoDBClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    signer: {
      sign: async (request) => {
        Object.assign(request.headers, unsigned);
        return request;
      },
    },
    requestHandler,
  });
  const name = `backbeat-${randomBytes(6).toString('hex')}`;
  await client.send(new CreateTableCommand(createTableInput(name)));
  return { client: connectDocuments(client), name };
};
