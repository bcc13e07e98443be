import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { speakPlainJson } from '../providers/aws/plain-json.ts';
import { withoutUnusedMiddlewares } from '../providers/aws/unused-middlewares.ts';

/** The table and its client, from which every store is made. */
export interface Table {
  readonly client: DynamoDBDocumentClient;
  readonly name: string;
  /** Waits up to this many ms between the tries of a batch; without it the machine's own timer is used. */
  readonly pause?: (longestMs: number) => Promise<void>;
}

/** A document client over a client. */
export const connectDocuments = (client: DynamoDBClient): DynamoDBDocumentClient => {
  speakPlainJson(withoutUnusedMiddlewares(client));
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
};

/**
 * The SDK's own defaults, given explicitly: otherwise the SDK would look each of them up in the environment and in two
 * files that Lambda does not have, while the first text waits.
 */
const settled: DynamoDBClientConfig = {
  defaultsMode: 'legacy',
  retryMode: 'standard',
  maxAttempts: 4,
  accountIdEndpointMode: 'preferred',
  authSchemePreference: [],
  endpointDiscoveryEnabledProvider: async () => undefined,
  useDualstackEndpoint: false,
  useFipsEndpoint: false,
  disableClockSkewCorrection: false,
};

/**
 * The table as a function reaches it. The endpoint is the SDK's own setting (AWS_ENDPOINT_URL_DYNAMODB).
 * Reads and conditional writes may be retried by the SDK: every write here is idempotent.
 */
export const connectTable = (name: string): Table => ({
  client: connectDocuments(new DynamoDBClient(settled)),
  name,
});
