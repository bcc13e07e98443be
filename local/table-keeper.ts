import { CreateTableCommand, DeleteTableCommand, DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { createTableInput } from '../shared/store/table-schema.ts';

/** Tables as `local/` needs them: made if missing, emptied by making them anew. `sessionToken`: the secret of this start. */
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
