import * as z from 'zod';
import type { Config } from '../../infra/config.ts';
import { prefixOf } from '../../infra/names.ts';
import { exampleConfig, synthesise } from '../infra/deployment.ts';
import { alarmSchema, type EvaluatedAlarm } from '../support/alarm-evaluator.ts';
import { account, region } from './aws-calls.ts';
import { type Statement, statementSchema } from './policy-evaluator.ts';

const resourceSchema = z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) });
type Resource = z.output<typeof resourceSchema>;
const templateSchema = z.object({
  Resources: z.record(z.string(), resourceSchema),
  Outputs: z.record(z.string(), z.object({ Value: z.unknown() })).default({}),
});
type Template = z.output<typeof templateSchema>;

const pseudoParameters: Readonly<Record<string, string>> = {
  'AWS::Region': region,
  'AWS::AccountId': account,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
};

const arn = (service: string, rest: string): string => `arn:aws:${service}:${region}:${account}:${rest}`;

/** What CloudFormation's Ref gives of a resource: a URL of a queue, an ARN of a topic, of most a name. Buckets' names are in lower case. */
const refOf = (id: string, { Type }: Resource): string => {
  if (Type === 'AWS::SQS::Queue') return `https://sqs.${region}.amazonaws.com/${account}/${id}`;
  if (Type === 'AWS::SNS::Topic') return arn('sns', id);
  return Type === 'AWS::S3::Bucket' ? id.toLowerCase() : id;
};

const arns: Readonly<Record<string, (name: string) => string>> = {
  'AWS::DynamoDB::GlobalTable': (name) => arn('dynamodb', `table/${name}`),
  'AWS::SQS::Queue': (name) => arn('sqs', name),
  'AWS::S3::Bucket': (name) => `arn:aws:s3:::${name.toLowerCase()}`,
  'AWS::Logs::LogGroup': (name) => arn('logs', `log-group:${name}:*`),
  'AWS::Lambda::Function': (name) => arn('lambda', `function:${name}`),
  'AWS::IAM::Role': (name) => `arn:aws:iam::${account}:role/${name}`,
};

const attributeOf = (id: string, { Type }: Resource, attribute: string): string => {
  if (attribute === 'ApiEndpoint') return `https://${id.toLowerCase()}.execute-api.${region}.amazonaws.com`;
  if (attribute === 'QueueName') return id;
  if (attribute === 'StreamArn') return arn('dynamodb', `table/${id}/stream/2030-03-12T00:00:00.000`);
  const known = arns[Type];
  if (attribute !== 'Arn' || known === undefined) throw new TypeError(`${attribute} of ${Type} is not known here`);
  return known(id);
};

const intrinsic = z.union([
  z.strictObject({ Ref: z.string() }),
  z.strictObject({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }),
  z.strictObject({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) }),
  z.strictObject({ 'Fn::GetStackOutput': z.object({ OutputName: z.string() }) }),
]);

/** Values as they are once CloudFormation has filled them in. An intrinsic that is not known stops the rehearsal. */
const createResolver = (templates: readonly Template[]) => {
  const resourceIn = (template: Template, id: string): Resource => {
    const found = template.Resources[id];
    if (found === undefined) throw new TypeError(`no resource ${id}`);
    return found;
  };
  const outputOf = (name: string): unknown => {
    for (const template of templates) {
      const output = template.Outputs[name];
      if (output !== undefined) return resolve(template, output.Value);
    }
    throw new TypeError(`no stack has the output ${name}`);
  };
  const filledIn = (template: Template, found: z.output<typeof intrinsic>): unknown => {
    if ('Ref' in found) return pseudoParameters[found.Ref] ?? refOf(found.Ref, resourceIn(template, found.Ref));
    if ('Fn::GetStackOutput' in found) return outputOf(found['Fn::GetStackOutput'].OutputName);
    if ('Fn::GetAtt' in found) {
      const [id, attribute] = found['Fn::GetAtt'];
      return attributeOf(id, resourceIn(template, id), attribute);
    }
    const [separator, parts] = found['Fn::Join'];
    return parts.map((part) => String(resolve(template, part))).join(separator);
  };
  const resolve = (template: Template, value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((one) => resolve(template, one));
    if (typeof value !== 'object' || value === null) return value;
    const found = intrinsic.safeParse(value);
    if (found.success) return filledIn(template, found.data);
    const entries = Object.entries(value).map(([key, inner]) => {
      if (/^(Fn::|Ref$)/.test(key)) throw new TypeError(`${key} is not known here`);
      return [key, resolve(template, inner)];
    });
    return Object.fromEntries(entries);
  };
  return resolve;
};

const functionSchema = z.object({
  Description: z.string().startsWith('Backbeat '),
  Handler: z.string(),
  Timeout: z.number(),
  MemorySize: z.number(),
  Role: z.string(),
  LoggingConfig: z.object({ LogFormat: z.string(), LogGroup: z.string() }),
  Environment: z.object({ Variables: z.record(z.string(), z.string()) }),
});

const policySchema = z.object({
  PolicyDocument: z.object({ Statement: z.array(statementSchema) }),
  Roles: z.array(z.string()),
});

/** A function as CloudFormation would make it. */
export interface SynthesizedFunction {
  readonly name: string;
  readonly arn: string;
  readonly handler: string;
  readonly timeoutSeconds: number;
  readonly memoryMib: number;
  readonly logFormat: string;
  readonly logGroup: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly statements: readonly Statement[];
  /** ARNs of what Lambda polls for it, in its role's name. */
  readonly eventSources: readonly string[];
  /** ARN of where Lambda writes what it gives up, in its role's name. */
  readonly failureDestination: string | undefined;
  /** How often Lambda runs an asynchronous event at most: once, and what the template says or AWS's two more. */
  readonly asynchronousTries: number;
}

/** A queue that a function works on: how often a message is received before it goes to the dead letters. */
interface SynthesizedQueue {
  readonly arn: string;
  readonly maxReceiveCount: number;
  /** The name of the queue of dead letters. */
  readonly deadLetters: string;
}

/** A schedule, whom it wakes, and what its role may do. */
interface SynthesizedSchedule {
  readonly target: string;
  readonly deadLetters: string;
  readonly statements: readonly Statement[];
}

const mappingSchema = z.object({ FunctionName: z.string(), EventSourceArn: z.string() });
const invokeConfigSchema = z.object({
  FunctionName: z.string(),
  MaximumRetryAttempts: z.int().default(2),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }).optional() }).optional(),
});
const queueSchema = z.object({
  RedrivePolicy: z.object({ maxReceiveCount: z.int(), deadLetterTargetArn: z.string() }).optional(),
});
const scheduleSchema = z.object({
  Target: z.object({ Arn: z.string(), RoleArn: z.string(), DeadLetterConfig: z.object({ Arn: z.string() }) }),
});

/** The service stack of a deployment, intrinsics resolved: its resources by type, and what a role may do. */
const readService = (config: Config) => {
  const { all, service } = synthesise(config);
  const templates = all.map((template) => templateSchema.parse(template.toJSON()));
  const resolve = createResolver(templates);
  const own = templateSchema.parse(service.toJSON());
  const ofType = (type: string) => Object.entries(own.Resources).filter(([, { Type }]) => Type === type);
  const resolved = (type: string) =>
    ofType(type).map(([id, { Properties }]) => [id, resolve(own, Properties)] as const);
  const policies = resolved('AWS::IAM::Policy').map(([, properties]) => policySchema.parse(properties));
  const statementsOf = (role: string): readonly Statement[] =>
    policies.filter(({ Roles }) => Roles.includes(role)).flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
  return { resolved, statementsOf };
};

const nameIn = (arnOfRole: string): string => arnOfRole.split('/').at(-1) ?? '';

/** The alarms of a deployment's service stack, by their headings in the runbook, with the names that AWS would give. */
export const synthesizedAlarms = (config: Config = exampleConfig()): ReadonlyMap<string, EvaluatedAlarm> => {
  const { resolved } = readService(config);
  const alarms = resolved('AWS::CloudWatch::Alarm').map(([, properties]) => alarmSchema.parse(properties));
  return new Map(alarms.map((alarm) => [alarm.AlarmName.slice(`${prefixOf(config.stage)}-`.length), alarm]));
};

/** Every queue of a deployment that has dead letters. */
export const synthesizedQueues = (config: Config = exampleConfig()): readonly SynthesizedQueue[] =>
  readService(config)
    .resolved('AWS::SQS::Queue')
    .flatMap(([id, properties]) => {
      const { RedrivePolicy } = queueSchema.parse(properties);
      if (RedrivePolicy === undefined) return [];
      const { maxReceiveCount, deadLetterTargetArn } = RedrivePolicy;
      return [{ arn: arn('sqs', id), maxReceiveCount, deadLetters: deadLetterTargetArn.split(':').at(-1) ?? '' }];
    });

/** Every schedule of a deployment. */
export const synthesizedSchedules = (config: Config = exampleConfig()): readonly SynthesizedSchedule[] => {
  const { resolved, statementsOf } = readService(config);
  return resolved('AWS::Scheduler::Schedule').map(([, properties]) => {
    const { Target } = scheduleSchema.parse(properties);
    const deadLetters = Target.DeadLetterConfig.Arn;
    return { target: Target.Arn, deadLetters, statements: statementsOf(nameIn(Target.RoleArn)) };
  });
};

/** Every function of a deployment, by its name in alarms, with its environment and what its role may do. */
export const synthesizedFunctions = (config: Config = exampleConfig()): ReadonlyMap<string, SynthesizedFunction> => {
  const { resolved, statementsOf } = readService(config);
  const mappings = resolved('AWS::Lambda::EventSourceMapping').map(([, properties]) => mappingSchema.parse(properties));
  const invokes = resolved('AWS::Lambda::EventInvokeConfig').map(([, properties]) =>
    invokeConfigSchema.parse(properties),
  );
  return new Map(
    resolved('AWS::Lambda::Function').map(([id, properties]) => {
      const made = functionSchema.parse(properties);
      const name = made.Description.slice('Backbeat '.length);
      const asynchronous = invokes.find(({ FunctionName }) => FunctionName === id);
      return [
        name,
        {
          name,
          arn: arn('lambda', `function:${id}`),
          handler: made.Handler,
          timeoutSeconds: made.Timeout,
          memoryMib: made.MemorySize,
          logFormat: made.LoggingConfig.LogFormat,
          logGroup: made.LoggingConfig.LogGroup,
          environment: made.Environment.Variables,
          statements: statementsOf(nameIn(made.Role)),
          eventSources: mappings
            .filter(({ FunctionName }) => FunctionName === id)
            .map(({ EventSourceArn }) => EventSourceArn),
          failureDestination: asynchronous?.DestinationConfig?.OnFailure?.Destination,
          asynchronousTries: 1 + (asynchronous?.MaximumRetryAttempts ?? 2),
        },
      ];
    }),
  );
};
