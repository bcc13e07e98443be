import { Duration, Lazy, RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import * as apigateway from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { acceptFindings } from '../accepted-findings.ts';
import { HarmAlarm, type Operator } from './alarm.ts';
import { logsNameNobody } from './backbeat-function.ts';
import { Edge } from './edge.ts';

interface PublicApiProps {
  readonly operator: Operator;
  readonly name: string;
  readonly logRetention: RetentionDays;
  readonly customDomain?:
    | { readonly name: string; readonly certificateArn: string; readonly closeFirstEndpoint: boolean }
    | undefined;
  /** CloudFront with a WAF in front, instead of a custom domain. */
  readonly cloudFront?:
    | { readonly name: string; readonly certificateArn: string; readonly webAclArn: string }
    | undefined;
  /** Requests per second that each route of Twilio's may get; a whole number. */
  readonly webhookRate: number;
}

/** Requests per second for pages: enough for a clinic, and a limit to what a flood can cost. */
const pageRate = 50;

/**
 * What is logged of a request: not the path, the query or the caller's network address. A path carries the token that
 * opens somebody's diary.
 */
const accessLogFormat = JSON.stringify({
  requestId: '$context.requestId',
  time: '$context.requestTimeEpoch',
  route: '$context.routeKey',
  status: '$context.status',
  latency: '$context.responseLatency',
  integrationStatus: '$context.integrationStatus',
  integrationLatency: '$context.integrationLatency',
});

/** The one HTTP API: Twilio's webhooks, and every page. */
export class PublicApi extends Construct {
  /** The base of every link and webhook URL, without a slash at the end. */
  readonly baseUrl: string;
  /** The host that the DNS record of the custom domain points to (CloudFront's, if there is one); undefined without a domain. */
  readonly domainTarget: string | undefined;
  private readonly api: apigateway.HttpApi;
  private readonly stage: apigateway.HttpStage;
  private readonly webhooks: string[] = [];

  constructor(scope: Construct, id: string, props: PublicApiProps) {
    super(scope, id);
    const { customDomain, cloudFront } = props;
    this.api = new apigateway.HttpApi(this, 'Api', {
      apiName: props.name,
      createDefaultStage: false,
      // Links that were mailed before there was a domain name this endpoint, and an unsubscribe link must work for ever.
      disableExecuteApiEndpoint: customDomain?.closeFirstEndpoint === true,
    });
    const domainName =
      customDomain === undefined
        ? undefined
        : new apigateway.DomainName(this, 'Domain', {
            domainName: customDomain.name,
            certificate: Certificate.fromCertificateArn(this, 'Certificate', customDomain.certificateArn),
          });
    const edge =
      cloudFront === undefined
        ? undefined
        : new Edge(this, 'Edge', { ...cloudFront, apiEndpoint: this.api.apiEndpoint });
    this.domainTarget = edge?.target ?? domainName?.regionalDomainName;
    const name = (cloudFront ?? customDomain)?.name;
    this.baseUrl = name === undefined ? this.api.apiEndpoint : `https://${name}`;
    const accessLogs = new LogGroup(this, 'AccessLogs', {
      retention: props.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    acceptFindings(accessLogs, { 'HIPAA.Security-CloudWatchLogGroupEncrypted': logsNameNobody });
    this.stage = new apigateway.HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: pageRate, burstLimit: 2 * pageRate },
      accessLogSettings: {
        destination: new apigateway.LogGroupLogDestination(accessLogs),
        format: AccessLogFormat.custom(accessLogFormat),
      },
      ...(domainName === undefined ? {} : { domainMapping: { domainName } }),
    });
    this.leaveRoomForWebhooks(props.webhookRate);
    acceptFindings(this, {
      'AwsSolutions-APIG4':
        "Twilio's signature is checked by the function, over every field; pages are public, and a diary opens to its token only.",
    });
    new HarmAlarm(this, 'ServerErrors', {
      operator: props.operator,
      heading: 'api-server-errors',
      harm: 'Somebody sent a text, opened a link or the staff page and got an error: a STOP, an unsubscribe or a pain score may not have been stored.',
      metric: this.api.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' }),
      threshold: 1,
    });
  }

  /** The metrics of 4xx answers (wrong or unsigned requests) and of 5xx answers (requests that failed here). */
  refusals(period: Duration): readonly IMetric[] {
    return [
      this.api.metricClientError({ period, statistic: 'Sum', label: 'refused (4xx)' }),
      this.api.metricServerError({ period, statistic: 'Sum', label: 'failed (5xx)' }),
    ];
  }

  /** Routes a POST of Twilio's to a function. */
  webhook(path: string, handler: IFunction): void {
    this.webhooks.push(`POST ${path}`);
    const routes = this.api.addRoutes({
      path,
      methods: [apigateway.HttpMethod.POST],
      integration: new HttpLambdaIntegration(`${handler.node.id}Integration`, handler),
    });
    // A stage cannot set the throttle of a route that is not there yet.
    this.stage.node.addDependency(...routes);
  }

  /** Routes a path and all below it to a function, whatever the method. */
  below(path: string, handler: IFunction): void {
    const integration = new HttpLambdaIntegration(`${handler.node.id}Integration`, handler);
    for (const each of [path, `${path}/{proxy+}`])
      this.api.addRoutes({ path: each, methods: [apigateway.HttpMethod.ANY], integration });
  }

  /** Routes everything else to a function. */
  pages(handler: IFunction): void {
    new apigateway.HttpRoute(this, 'Pages', {
      httpApi: this.api,
      routeKey: apigateway.HttpRouteKey.DEFAULT,
      integration: new HttpLambdaIntegration('PagesIntegration', handler),
    });
  }

  /**
   * Limits pages, so that a flood of them does not use up the allowance of texts: Twilio does not repeat a request that
   * was answered 429.
   */
  private leaveRoomForWebhooks(rate: number): void {
    const stage = this.stage.node.defaultChild;
    if (!(stage instanceof apigateway.CfnStage)) throw new TypeError('HttpStage has no CfnStage');
    stage.routeSettings = Lazy.any({
      produce: () =>
        this.webhooks.length === 0
          ? undefined
          : Object.fromEntries(
              this.webhooks.map((route) => [route, { ThrottlingRateLimit: rate, ThrottlingBurstLimit: 2 * rate }]),
            ),
    });
  }
}
