import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { type SettingName, variables } from '../../shared/platform/settings.ts';
import { acceptFindings } from '../accepted-findings.ts';
import { HarmAlarm, type Operator } from './alarm.ts';
import type { FunctionEnvironment } from './environment.ts';

/** Where a function's code comes from: the bundler when deploying, a stub in tests. */
export type CodeOf = (folder: string) => lambda.Code;

/** What every function of one deployment has in common. */
export interface FunctionDefaults {
  readonly operator: Operator;
  readonly codeOf: CodeOf;
  readonly logRetention: RetentionDays;
}

interface BackbeatFunctionProps {
  readonly defaults: FunctionDefaults;
  /** The name in alarms. */
  readonly name: string;
  /** The folder under functions/, where it differs from the name. */
  readonly folder?: string;
  readonly timeout: Duration;
  /** Memory in MiB; a function's share of a processor grows with it. */
  readonly memorySize: number;
  readonly environment: FunctionEnvironment;
  /** Options of the Node.js runtime, for NODE_OPTIONS. */
  readonly runtimeVariables?: Readonly<Record<string, string>>;
  /** The name of the SecureString parameter it reads, if it reads one. */
  readonly secretsParameter?: string;
  /** Reserved concurrency: the most instances at a time, which other functions cannot take. */
  readonly reservedConcurrency?: number | undefined;
  /**
   * The harm to people when the function fails. Left out where only the API calls it: it answers 5xx then, for which the API
   * has an alarm (an alarm is paid for by the metric, and one failure is told once).
   */
  readonly harm?: string;
  /** For asynchronous invocations: how often, and for how long, Lambda tries again. */
  readonly retries?: {
    readonly attempts: number;
    readonly maxEventAge: Duration;
    /** Where Lambda writes an event that it has given up. */
    readonly onFailure?: lambda.IDestination;
  };
}

/** Why CloudWatch's own encryption is enough. */
export const logsNameNobody =
  'CloudWatch encrypts it with keys of its own. Lines carry pseudonyms and codes only (test/e2e/privacy.test.ts).';

const noDeadLetters =
  "Asynchronous events carry people's addresses, which stay in the table; what is given up has an alarm, and its source keeps it: the bucket with the mail, where the event is written beside it, SES's own lists, the watermark. Synchronous callers see the error, queues have dead letters of their own.";

/** The rules of cdk-nag that our functions do not follow, and why. */
const acceptedOfFunctions: Readonly<Record<string, string>> = {
  'HIPAA.Security-LambdaConcurrency':
    'A reservation is taken from the account, of which new ones may have 10; queues are bounded by their event sources, pages by the API.',
  'HIPAA.Security-LambdaDLQ': noDeadLetters,
  'Serverless-LambdaDLQ': noDeadLetters,
  'Serverless-LambdaAsyncFailureDestination': noDeadLetters,
  'Serverless-LambdaEventSourceMappingDestination':
    'Queues take no such destination; the queue has dead letters with an alarm, and a group that is left comes back by its id.',
  'HIPAA.Security-LambdaInsideVPC':
    'It talks to AWS and to Twilio by TLS and to nothing private: a VPC would add a NAT gateway of $30 a month and protect nothing.',
  'Serverless-LambdaTracing': "A segment would carry URLs, and those hold the tokens that open people's diaries.",
};

/** Stops the SDK from looking for endpoints in two files that Lambda does not have, while a first event waits. */
const sdkVariables = { AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' };

/** A Lambda function as Backbeat runs them all: arm64, its own log group, no permission but those it is given. */
export class BackbeatFunction extends lambda.Function {
  private readonly operator: Operator;
  private readonly alarmName: string;

  constructor(scope: Construct, id: string, props: BackbeatFunctionProps) {
    const { defaults, name, secretsParameter } = props;
    const logGroup = new LogGroup(scope, `${id}Logs`, {
      retention: defaults.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // A role of our own, because the managed policy that CDK attaches may write to every log group of the account.
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    super(scope, id, {
      description: `Backbeat ${name}`,
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      code: defaults.codeOf(props.folder ?? name),
      handler: 'handler.handler',
      timeout: props.timeout,
      memorySize: props.memorySize,
      role,
      logGroup,
      loggingFormat: lambda.LoggingFormat.JSON,
      tracing: lambda.Tracing.DISABLED,
      ...(props.reservedConcurrency === undefined ? {} : { reservedConcurrentExecutions: props.reservedConcurrency }),
      environment: {
        ...sdkVariables,
        ...props.runtimeVariables,
        ...environmentOf(props.environment, secretsParameter),
      },
      ...(secretsParameter === undefined ? {} : { paramsAndSecrets: secretsExtension() }),
      ...(props.retries === undefined
        ? {}
        : {
            retryAttempts: props.retries.attempts,
            maxEventAge: props.retries.maxEventAge,
            ...(props.retries.onFailure && { onFailure: props.retries.onFailure }),
          }),
    });
    acceptFindings(logGroup, { 'HIPAA.Security-CloudWatchLogGroupEncrypted': logsNameNobody });
    acceptFindings(role, {
      'HIPAA.Security-IAMNoInlinePolicy': 'It belongs to this one function, and goes when the function goes.',
    });
    acceptFindings(this, acceptedOfFunctions);
    this.operator = defaults.operator;
    this.alarmName = name;
    if (secretsParameter !== undefined) this.allowSecrets(role, secretsParameter);
    if (props.harm !== undefined) this.alarmWhenItFails(props.harm);
  }

  /** Allows exactly these actions on exactly these resources. */
  allow(actions: readonly string[], resources: readonly string[]): void {
    this.addToRolePolicy(new PolicyStatement({ actions: [...actions], resources: [...resources] }));
  }

  /**
   * Adds the alarm on events that Lambda has given up: it drops an event after its last try without an error of its
   * own.
   */
  alarmWhenGivenUp(harm: string): void {
    new HarmAlarm(this, 'GivenUp', {
      operator: this.operator,
      heading: `${this.alarmName}-given-up`,
      harm,
      metric: this.metric('AsyncEventsDropped', { period: Duration.minutes(5), statistic: 'Sum' }),
      threshold: 1,
    });
  }

  private alarmWhenItFails(harm: string): void {
    new HarmAlarm(this, 'Failures', {
      operator: this.operator,
      heading: `${this.alarmName}-failures`,
      harm,
      metric: this.metricErrors({ period: Duration.minutes(5), statistic: 'Sum' }),
      threshold: 1,
    });
  }

  private allowSecrets(role: Role, parameter: string): void {
    const stack = Stack.of(this);
    // The parameter's name begins with the slash that separates it from the rest of the ARN.
    const arn = stack.formatArn({ service: 'ssm', resource: 'parameter', resourceName: parameter.slice(1) });
    this.allow(['ssm:GetParameter'], [arn]);
    acceptFindings(role, {
      [`AwsSolutions-IAM5[Resource::arn:aws:kms:${stack.region}:<AWS::AccountId>:key/*]`]:
        'The id of aws/ssm differs by account: alias, service and the one parameter are conditions.',
    });
    // The key's id is known only in the account: the alias, the service and the parameter it encrypts pin it down.
    this.addToRolePolicy(
      new PolicyStatement({
        actions: ['kms:Decrypt'],
        resources: [stack.formatArn({ service: 'kms', resource: 'key', resourceName: '*' })],
        conditions: {
          'ForAnyValue:StringEquals': { 'kms:ResourceAliases': 'alias/aws/ssm' },
          StringEquals: {
            'kms:ViaService': `ssm.${stack.region}.amazonaws.com`,
            'kms:EncryptionContext:PARAMETER_ARN': arn,
          },
        },
      }),
    );
  }
}

const environmentOf = (settings: FunctionEnvironment, secretsParameter: string | undefined): Record<string, string> => {
  const named = Object.entries({ ...settings, secretsParameter }).flatMap(([name, value]) =>
    isSetting(name) && value !== undefined ? [[variables[name], value] as const] : [],
  );
  return Object.fromEntries(named);
};

const isSetting = (name: string): name is SettingName => Object.hasOwn(variables, name);

/**
 * The parameter extension, which keeps a value for five minutes at most: a rotated token is in use that soon, without a
 * deployment.
 */
const secretsExtension = (): lambda.ParamsAndSecretsLayerVersion =>
  lambda.ParamsAndSecretsLayerVersion.fromVersion(lambda.ParamsAndSecretsVersions.V1_0_103, {
    parameterStoreTtl: Duration.minutes(5),
    cacheSize: 1,
    logLevel: lambda.ParamsAndSecretsLogLevel.WARN,
  });
