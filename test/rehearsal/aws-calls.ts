import * as z from 'zod';
import type { AwsCall } from './policy-evaluator.ts';

export const region = 'us-east-1';
export const account = '111122223333';
const arnOf = (service: string, rest: string): string => `arn:aws:${service}:${region}:${account}:${rest}`;

/** A request that the SDK made, as it stood on the wire. */
export interface WireRequest {
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly target: string;
  readonly body: string;
}

/** A request whose permission is not known to this table. */
export class UnknownCallError extends Error {
  override readonly name = 'UnknownCallError';
}

const dynamoInput = z.object({
  TableName: z.string().optional(),
  IndexName: z.string().optional(),
  RequestItems: z.record(z.string(), z.unknown()).optional(),
  Statement: z.string().optional(),
  Statements: z.array(z.object({ Statement: z.string() })).optional(),
});

const partiql = z.enum(['INSERT', 'UPDATE', 'DELETE', 'SELECT']);
const partiqlActions = { INSERT: 'Insert', UPDATE: 'Update', DELETE: 'Delete', SELECT: 'Select' } as const;

const tableArn = (name: string): string => arnOf('dynamodb', `table/${name}`);

const callOfStatement = (statement: string): AwsCall => {
  const verb = partiql.parse(/^\s*(\w+)/.exec(statement)?.[1]?.toUpperCase());
  const [, table] = /"([^"]+)"/.exec(statement) ?? [];
  return { action: `dynamodb:PartiQL${partiqlActions[verb]}`, resource: tableArn(table ?? '') };
};

const dynamoCalls = (operation: string, body: string): readonly AwsCall[] => {
  const { TableName, IndexName, RequestItems, Statement, Statements } = dynamoInput.parse(JSON.parse(body));
  const statements = [
    ...(Statement === undefined ? [] : [Statement]),
    ...(Statements ?? []).map((one) => one.Statement),
  ];
  if (statements.length > 0) return statements.map(callOfStatement);
  const action = `dynamodb:${operation}`;
  const tables = TableName === undefined ? Object.keys(RequestItems ?? {}) : [TableName];
  if (tables.length === 0) throw new UnknownCallError(`${operation} names no table`);
  return tables.map((table) => ({
    action,
    resource: IndexName === undefined ? tableArn(table) : `${tableArn(table)}/index/${IndexName}`,
  }));
};

/** A batch of a queue takes the permission of its one. */
const queueCalls = (operation: string, body: string): readonly AwsCall[] => {
  const { QueueUrl } = z.object({ QueueUrl: z.url() }).parse(JSON.parse(body));
  return [
    { action: `sqs:${operation.replace(/Batch$/, '')}`, resource: arnOf('sqs', QueueUrl.split('/').at(-1) ?? '') },
  ];
};

const mailCalls = ({ method, path, body }: WireRequest): readonly AwsCall[] => {
  if (method === 'DELETE' && path.startsWith('/v2/email/suppression/'))
    return [{ action: 'ses:DeleteSuppressedDestination', resource: '*' }];
  if (method !== 'POST' || path !== '/v2/email/outbound-emails') throw new UnknownCallError(`SES: ${method}`);
  const { FromEmailAddress, ConfigurationSetName } = z
    .object({ FromEmailAddress: z.string(), ConfigurationSetName: z.string() })
    .parse(JSON.parse(body));
  const domain = /@([^>]+)>?$/.exec(FromEmailAddress)?.[1] ?? '';
  return [`identity/${domain}`, `configuration-set/${ConfigurationSetName}`].map((resource) => ({
    action: 'ses:SendEmail',
    resource: arnOf('ses', resource),
  }));
};

const topicCalls = (body: string): readonly AwsCall[] => {
  const said = z
    .object({ Action: z.string(), TopicArn: z.string() })
    .parse(Object.fromEntries(new URLSearchParams(body)));
  return [{ action: `sns:${said.Action}`, resource: said.TopicArn }];
};

const objectActions: Readonly<Record<string, string>> = {
  GET: 's3:GetObject',
  PUT: 's3:PutObject',
  DELETE: 's3:DeleteObject',
};
const objectCalls = ({ host, method, path }: WireRequest): readonly AwsCall[] => {
  const action = objectActions[method];
  if (action === undefined) throw new UnknownCallError(`S3: ${method}`);
  const [bucket = ''] = host.split('.s3.');
  return [{ action, resource: `arn:aws:s3:::${bucket}${path.split('?')[0]}` }];
};

/** The extension reads the parameter as the function's role, and SSM decrypts it on its behalf. */
const parameterCalls = ({ path }: WireRequest): readonly AwsCall[] => {
  const name = new URL(path, 'http://localhost').searchParams.get('name') ?? '';
  const resource = arnOf('ssm', `parameter${name}`);
  return [
    { action: 'ssm:GetParameter', resource },
    {
      action: 'kms:Decrypt',
      resource: arnOf('kms', 'key/00000000-0000-0000-0000-000000000000'),
      context: {
        'kms:ResourceAliases': ['alias/aws/ssm'],
        'kms:ViaService': [`ssm.${region}.amazonaws.com`],
        'kms:EncryptionContext:PARAMETER_ARN': [resource],
      },
    },
  ];
};

/**
 * The permissions that a request takes, with the resources they are taken on; none for what is not AWS's.
 * @throws UnknownCallError if it is AWS's and not listed here
 */
export const callsOf = (request: WireRequest): readonly AwsCall[] => {
  const { host, target, body } = request;
  const operation = target.split('.').at(-1) ?? '';
  if (host.startsWith('extension:')) return parameterCalls(request);
  if (host.startsWith('dynamodb.')) return dynamoCalls(operation, body);
  if (host.startsWith('sqs.')) return queueCalls(operation, body);
  if (host.startsWith('sns.')) return topicCalls(body);
  if (host.startsWith('email.')) return mailCalls(request);
  if (host.includes('.s3.')) return objectCalls(request);
  if (host.endsWith('.amazonaws.com')) throw new UnknownCallError(host);
  return [];
};
