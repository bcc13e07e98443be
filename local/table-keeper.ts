import {
  CreateTableCommand,
  DeleteTableCommand,
  DynamoDBClient,
  ListTablesCommand,
  UpdateTableCommand,
} from '@aws-sdk/client-dynamodb';
import { createTableInput } from '../shared/store/table-schema.ts';

/** As infra/data-stack.ts has it. */
const StreamSpecification = { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' } as const;

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
    await client.send(new CreateTableCommand({ ...createTableInput(name), StreamSpecification }));
  };
  /** A data folder of before had no stream; one that has it says so. */
  const follow = async (): Promise<void> => {
    try {
      await client.send(new UpdateTableCommand({ TableName: name, StreamSpecification }));
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'ValidationException') throw error;
    }
  };
  return {
    ensure: async (): Promise<void> => {
      if (await exists()) await follow();
      else await create();
    },
    empty: async (): Promise<void> => {
      if (await exists()) await client.send(new DeleteTableCommand({ TableName: name }));
      await create();
    },
    close: (): void => client.destroy(),
  };
};
