import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';

const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const TableName = process.env['TABLE_NAME'] ?? '';

/** The reference of the measurement: a function with only the client, which makes the two calls that a reply makes. */
export const handler = async (): Promise<void> => {
  await client.send(
    new QueryCommand({
      TableName,
      ConsistentRead: true,
      KeyConditionExpression: 'PK = :pk AND SK BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':pk': 'SUB#nobody', ':from': 'DAY#', ':to': 'PROFILE' },
    }),
  );
  await client.send(
    new UpdateCommand({
      TableName,
      Key: { PK: 'SUB#nobody', SK: 'DAY#2030-01-10' },
      UpdateExpression: 'SET #reply = if_not_exists(#reply, :reply)',
      ExpressionAttributeNames: { '#reply': 'r#first' },
      ExpressionAttributeValues: { ':reply': { score: 6 } },
    }),
  );
};
