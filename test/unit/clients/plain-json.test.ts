import { createServer } from 'node:http';
import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, expect, it } from 'vitest';
import { connectDocuments } from '../../../shared/store/dynamodb-table.ts';

const bodies: string[] = [];
const headers: string[][] = [];
const answers: { status: number; body: object }[] = [];
const server = createServer((request, response) => {
  let body = '';
  headers.push(Object.keys(request.headers));
  request.setEncoding('utf8').on('data', (part: string) => {
    body += part;
  });
  request.on('end', () => {
    bodies.push(body);
    const { status, body: answer } = answers.shift() ?? { status: 500, body: {} };
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(answer));
  });
});

const connect = async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    maxAttempts: 1,
  });
  return connectDocuments(client);
};
afterEach(() => server.close());

// The SDK's own codec would do the same in ten times the time: that it has made way is seen by the order of fields,
// which that codec takes from its schema.
it('sends requests as they were made; answers and refusals come back as the SDK has them', async () => {
  const documents = await connect();
  answers.push({ status: 200, body: { Item: { PK: { S: 'é' }, zones: { SS: ['a'] }, n: { N: '7' } } } });
  const { Item } = await documents.send(new GetCommand({ Key: { PK: 'é' }, TableName: 't', ConsistentRead: true }));
  expect(Item).toEqual({ PK: 'é', zones: new Set(['a']), n: 7 });
  expect(bodies.at(-1)).toBe('{"Key":{"PK":{"S":"é"}},"TableName":"t","ConsistentRead":true}');
  // Nor who sent them and for whom: had a new SDK other names for these middlewares, they would be back.
  expect(headers.at(-1)).not.toEqual(expect.arrayContaining([expect.stringMatching(/user-agent|trace-id/)]));
  expect(headers.at(-1)).toContain('authorization');

  const refusal = {
    __type: 'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException',
    Item: { n: { N: '1' } },
  };
  answers.push({ status: 400, body: { ...refusal, message: 'no' } });
  const refused = documents.send(new PutCommand({ TableName: 't', Item: { n: 2 } }));
  await expect(refused).rejects.toBeInstanceOf(ConditionalCheckFailedException);
  await expect(refused).rejects.toMatchObject({ message: 'no', Item: { n: { N: '1' } } });
});
