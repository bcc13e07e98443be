/**
 * Takes the place of `@aws-sdk/middleware-endpoint-discovery` in what is deployed (infra/esbuild-bundle.ts). DynamoDB's client
 * makes a cache for discovered endpoints and has no command that looks into it: 9 KB of each bundle.
 */
export const resolveEndpointDiscoveryConfig = <Config extends object>(config: Config): Config => config;

/** The setting that the client would look up in the environment; shared/store/dynamodb-table.ts gives it outright. */
export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = {
  environmentVariableSelector: (): undefined => undefined,
  configFileSelector: (): undefined => undefined,
  default: undefined,
};
