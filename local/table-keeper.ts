import { CreateTableCommand, DeleteTableCommand, DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { createTableInput } from '../shared/store/table-schema.ts';

/** Makes the table if it is missing, and empties it by making it anew. `sessionToken` is the secret of this start. */
export const createTableKeeper = (endpoint: string, name: string, sessionToken?: string) => {
  const credentials = {
    accessKeyId: 'local',
    secretAccessKey: 'local',
    ...(sessionToken === undefined ? {} : { sessionToken }),
  };
  const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials });
  const exists = async (): Promise<boolean> =>
    ((await client.send(new ListTablesCommand({}))).TableNames ?? []).includes(name);
  const create = async (): Promise<void> => {
    await client.send(new CreateTableCommand(createTableInput(name)));
  };
  return {
    ensure: async (): Promise<void> => {
      if (!(await exists())) await create();
    },
    empty: async (): Promise<void> => {
      if (await exists()) await client.send(new DeleteTableCommand({ TableName: name }));
      await create();
    },
    close: (): void => client.destroy(),
  };
};
