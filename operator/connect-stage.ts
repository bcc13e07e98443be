import { LambdaClient, paginateListFunctions } from '@aws-sdk/client-lambda';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { variables } from '../shared/platform/settings.ts';
import { systemRuntime } from '../shared/platform/system-runtime.ts';
import { type MailSecrets, readMailSecrets, readSecrets } from '../shared/schemas/secrets.ts';
import { type Connection, NotConnectedError } from './connection.ts';

/**
 * The beginning of the names that CloudFormation gives the functions of a stage (infra/stacks.ts). It cuts long names
 * at their end.
 */
const functionsOf = (stage: string): string => `backbeat-${stage}-service-`;

const withRegion = (region: string | undefined) => (region === undefined ? {} : { region });

/**
 * The settings of all functions of a stage, as infra/ gave them: each name means the same in every function. The one that is
 * given the bucket of inbound mail is the one that reads it.
 */
const readFunctions = async (
  stage: string,
  region: string | undefined,
): Promise<Pick<Connection, 'environment' | 'mailFunction'>> => {
  const lambda = new LambdaClient(withRegion(region));
  const environment: Record<string, string> = {};
  let mailFunction = '';
  for await (const { Functions = [] } of paginateListFunctions({ client: lambda }, {})) {
    for (const { FunctionName = '', Environment: settings } of Functions) {
      if (!FunctionName.startsWith(functionsOf(stage))) continue;
      Object.assign(environment, settings?.Variables);
      if (settings?.Variables?.[variables.inboundBucket] !== undefined) mailFunction = FunctionName;
    }
  }
  lambda.destroy();
  return { environment, mailFunction };
};

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
};

const readParameter = async (name: string, region: string | undefined, hasTexts: boolean): Promise<MailSecrets> => {
  const ssm = new SSMClient(withRegion(region));
  const { Parameter } = await ssm.send(new GetParameterCommand({ Name: name, WithDecryption: true }));
  ssm.destroy();
  const secrets = (hasTexts ? readSecrets : readMailSecrets)(parsed(Parameter?.Value ?? ''));
  if (!secrets.success)
    throw new NotConnectedError(`the parameter ${name} is not as docs/deploy.md says: ${secrets.faults.join(', ')}`);
  return secrets.data;
};

/** Who asks, as IAM knows them: `user/sam`, `assumed-role/Clinic/sam`. */
const readWho = async (region: string | undefined): Promise<string> => {
  const sts = new STSClient(withRegion(region));
  const { Arn = '' } = await sts.send(new GetCallerIdentityCommand({}));
  sts.destroy();
  return Arn.split(':').slice(5).join(':');
};

/**
 * Connects to a deployment in the AWS account of whoever runs this, with their own permissions.
 * @throws NotConnectedError if that account and region have no such stage, or an error of the SDK's
 */
export const connectStage = async (stage: string, region: string | undefined): Promise<Connection> => {
  const [{ environment, mailFunction }, who] = await Promise.all([readFunctions(stage, region), readWho(region)]);
  const parameter = environment[variables.secretsParameter];
  if (parameter === undefined)
    throw new NotConnectedError(
      `this account has no deployment ${JSON.stringify(stage)} in that region: look at "stage" in backbeat.config.json, and give --region`,
    );
  return {
    environment,
    lostTicksQueue: `backbeat-${stage}-lost-ticks`,
    mailFunction,
    sdk: region === undefined ? {} : { AWS_REGION: region },
    secrets: await readParameter(parameter, region, environment[variables.onlyChannel] !== 'email'),
    runtime: systemRuntime,
    who,
    close: async () => {},
  };
};
