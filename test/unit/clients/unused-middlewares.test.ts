import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { describe, expect, it } from 'vitest';
import { withoutUnusedMiddlewares } from '../../../shared/providers/aws/unused-middlewares.ts';
import { sesClient } from '../../../shared/providers/ses/send-mail.ts';

const unused = ['loggerMiddleware', 'recursionDetectionMiddleware', 'getUserAgentMiddleware'];
const namesIn = (client: DynamoDBClient | SESv2Client): readonly string[] =>
  client.middlewareStack.identify().map((entry) => entry.split(' ')[0] ?? '');
const region = 'us-east-1';

describe("the SDK's middlewares that do nothing for us", () => {
  // An SDK that names them otherwise would keep them without a word.
  it.each([
    ['DynamoDB', () => new DynamoDBClient({ region })],
    ['SES', () => new SESv2Client({ region })],
  ])('are known by name, and are gone from the client of %s', (_service, create) => {
    const before = namesIn(create());
    expect(before).toEqual(expect.arrayContaining(unused));
    expect(namesIn(withoutUnusedMiddlewares(create()))).toEqual(before.filter((name) => !unused.includes(name)));
  });

  it('are gone from the client that sends mails', () => {
    expect(namesIn(sesClient()).filter((name) => unused.includes(name))).toEqual([]);
  });
});
