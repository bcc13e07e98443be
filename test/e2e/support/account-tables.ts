import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { DeleteCommand, DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { ledgerBucket, tableName } from '../../../local/settings.ts';
import { createConsentLedger } from '../../../shared/providers/s3/consent-ledger.ts';
import { createTableInput } from '../../../shared/store/table-schema.ts';
import { contentsOf } from '../../support/replies.ts';

/** The table of a service on this machine, copies of it, and the ledger, as its account's owner has them. */
export const openAccountTables = (environment: Readonly<Record<string, string>>) => {
  const settings = {
    region: 'us-east-1',
    credentials: {
      accessKeyId: 'local',
      secretAccessKey: 'local',
      sessionToken: environment['AWS_SESSION_TOKEN'] ?? '',
    },
  };
  const dynamoDb = new DynamoDBClient({ ...settings, endpoint: environment['AWS_ENDPOINT_URL_DYNAMODB'] ?? '' });
  const client = DynamoDBDocumentClient.from(dynamoDb, { marshallOptions: { removeUndefinedValues: true } });
  const s3 = new S3Client({ ...settings, endpoint: environment['AWS_ENDPOINT_URL_S3'] ?? '', forcePathStyle: true });
  const items = () => contentsOf({ client, name: tableName });
  return {
    items,
    /** A table that shows what the service's shows now. */
    copy: async (name: string): Promise<string> => {
      await client.send(new CreateTableCommand(createTableInput(name)));
      for (const Item of await items()) await client.send(new PutCommand({ TableName: name, Item }));
      return name;
    },
    remove: async ({ PK, SK }: Readonly<Record<string, unknown>>): Promise<void> => {
      await client.send(new DeleteCommand({ TableName: tableName, Key: { PK, SK } }));
    },
    ledger: createConsentLedger(s3, ledgerBucket),
  };
};
