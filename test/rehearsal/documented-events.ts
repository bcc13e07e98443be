import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { account, region } from './aws-calls.ts';

// Events in the shapes that AWS documents (docs/facts.md#e), with all of their fields, also those that nobody reads.

interface HttpRequest {
  readonly baseUrl: string;
  readonly method: 'GET' | 'POST';
  /** With the query, if there is one. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
  readonly body?: string;
  readonly base64: boolean;
}

/** "Working with AWS Lambda proxy integrations for HTTP APIs", payload format version 2.0. */
export const httpApiEvent = (request: HttpRequest): APIGatewayProxyEventV2 => {
  const { baseUrl, method, path, headers, cookies = ['cookie1', 'cookie2'], body, base64 } = request;
  const url = new URL(path, baseUrl);
  const query = Object.fromEntries(url.searchParams);
  return {
    version: '2.0',
    routeKey: method === 'POST' ? `POST ${url.pathname}` : '$default',
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    cookies: [...cookies],
    headers: {
      accept: '*/*',
      'content-length': String(body?.length ?? 0),
      ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' }),
      host: url.host,
      'user-agent': 'TwilioProxy/1.1',
      'x-amzn-trace-id': 'Root=1-00000000-000000000000000000000000',
      'x-forwarded-for': '203.0.113.7',
      'x-forwarded-port': '443',
      'x-forwarded-proto': 'https',
      ...headers,
    },
    ...(url.search === '' ? {} : { queryStringParameters: query }),
    requestContext: {
      accountId: account,
      apiId: 'api-id',
      domainName: url.host,
      domainPrefix: url.host.split('.')[0] ?? '',
      http: { method, path: url.pathname, protocol: 'HTTP/1.1', sourceIp: '203.0.113.7', userAgent: 'TwilioProxy/1.1' },
      requestId: 'JKJaXmPLvHcESHA=',
      routeKey: method === 'POST' ? `POST ${url.pathname}` : '$default',
      stage: '$default',
      time: '12/Mar/2030:19:03:58 +0000',
      timeEpoch: 1_899_486_238_390,
    },
    ...(body === undefined ? {} : { body: base64 ? Buffer.from(body).toString('base64') : body }),
    isBase64Encoded: body !== undefined && base64,
  };
};

/** "Using AWS Lambda with Amazon DynamoDB": a profile that changed from one status to another. */
export const streamEvent = (id: string, from: string, to: string) => {
  const Keys = { PK: { S: `SUB#${id}` }, SK: { S: 'PROFILE' } };
  const image = (status: string, rev: string) => ({
    ...Keys,
    status: { S: status },
    epoch: { S: 'abcdefgh' },
    rev: { N: rev },
    commands: { S: '' },
    zoneCandidates: { L: [] },
  });
  return {
    Records: [
      {
        eventID: 'c4ca4238a0b923820dcc509a6f75849b',
        eventName: 'MODIFY',
        eventVersion: '1.1',
        eventSource: 'aws:dynamodb',
        awsRegion: region,
        dynamodb: {
          ApproximateCreationDateTime: 1_899_486_238,
          Keys,
          NewImage: image(to, '8'),
          OldImage: image(from, '7'),
          SequenceNumber: '4421584500000000017450439091',
          SizeBytes: 26,
          StreamViewType: 'NEW_AND_OLD_IMAGES',
        },
        eventSourceARN: `arn:aws:dynamodb:${region}:${account}:table/backbeat/stream/2030-03-12T00:00:00.000`,
      },
    ],
  };
};

/** "Using AWS Lambda with Amazon DynamoDB", "Tumbling windows": what a shard tells of a tip, and the last call of the window. */
export const windowEvent = (id: string, state: string | undefined) => {
  const Keys = { PK: { S: `SUB#${id}` }, SK: { S: 'TIP#2030-03-12' } };
  return {
    Records:
      state === undefined
        ? []
        : [
            {
              eventID: '1',
              eventName: 'INSERT',
              eventVersion: '1.0',
              eventSource: 'aws:dynamodb',
              awsRegion: region,
              dynamodb: {
                ApproximateCreationDateTime: 1_899_486_238,
                Keys,
                NewImage: { ...Keys, state: { S: state }, at: { N: '1899486238000' }, providerId: { S: 'SM1' } },
                SequenceNumber: '4421584500000000017450439092',
                SizeBytes: 26,
                StreamViewType: 'NEW_AND_OLD_IMAGES',
              },
              eventSourceARN: `arn:aws:dynamodb:${region}:${account}:table/backbeat/stream/2030-03-12T00:00:00.000`,
            },
          ],
    window: { start: '2030-03-12T17:00:00Z', end: '2030-03-12T17:01:00Z' },
    state: {},
    shardId: 'shard123456789',
    eventSourceARN: `arn:aws:dynamodb:${region}:${account}:table/backbeat/stream/2030-03-12T00:00:00.000`,
    isFinalInvokeForWindow: state === undefined,
    isWindowTerminatedEarly: false,
  };
};

/** "Using Lambda with Amazon SQS". */
export const sqsEvent = (...bodies: readonly string[]) => ({
  Records: bodies.map((body, index) => ({
    messageId: `059f36b4-87a3-44ab-83d2-66197${String(index).padStart(7, '0')}`,
    receiptHandle: 'AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a',
    body,
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: String(Date.now() - 1000),
      SenderId: 'AIDAIENQZJOLO23YVJ4VO',
      ApproximateFirstReceiveTimestamp: String(Date.now()),
    },
    messageAttributes: {},
    md5OfBody: 'e4e68fb7bd0e697a0ae8f1bb342846b3',
    eventSource: 'aws:sqs',
    eventSourceARN: `arn:aws:sqs:${region}:${account}:my-queue`,
    awsRegion: region,
  })),
});

/** EventBridge Scheduler with no input of our own ("Default input of a Lambda target"). */
export const schedulerEvent = {
  version: '0',
  id: 'd32c5kceqfwcb6exampleid',
  'detail-type': 'Scheduled Event',
  source: 'aws.scheduler',
  account,
  time: '2030-03-12T19:05:00Z',
  region,
  resources: [`arn:aws:scheduler:${region}:${account}:schedule/default/every-five-minutes`],
  detail: '{}',
};

const somebody = 'quetzal@mail.example.org';
const mailOf = (tags: Readonly<Record<string, readonly string[]>>) => ({
  timestamp: '2030-03-12T19:00:00.000Z',
  source: 'Backbeat <coach@backbeat.example.org>',
  sourceArn: `arn:aws:ses:${region}:${account}:identity/backbeat.example.org`,
  sendingAccountId: account,
  messageId: '0100018-example-000000',
  destination: [somebody],
  headersTruncated: false,
  headers: [{ name: 'Subject', value: 'A tip' }],
  commonHeaders: { from: ['coach@backbeat.example.org'], to: [somebody], messageId: '0100018', subject: 'A tip' },
  tags: { 'ses:configuration-set': ['backbeat-test'], ...tags },
});

const bounce = (bounceType: string, bounceSubType: string) => ({
  bounce: {
    bounceType,
    bounceSubType,
    bouncedRecipients: [
      { emailAddress: somebody, action: 'failed', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1' },
    ],
    timestamp: '2030-03-12T19:00:01.000Z',
    feedbackId: '0100018-feedback',
    reportingMTA: 'dsn; mta.example.com',
  },
});
const complaint = (complaintSubType: string | null, complaintFeedbackType: string) => ({
  complaint: {
    complainedRecipients: [{ emailAddress: somebody }],
    timestamp: '2030-03-12T19:00:01.000Z',
    feedbackId: '0100018-feedback',
    complaintSubType,
    complaintFeedbackType,
    userAgent: 'ExampleCorp Feedback Loop (V0.01)',
    arrivalDate: '2030-03-12T19:00:01.000Z',
  },
});

/** Every kind of event that SES puts on EventBridge, every sub-type, and kinds that nobody has heard of. */
const sesDetails: readonly (readonly [detailType: string, eventType: string, about: object])[] = [
  ['Email Sent', 'Send', { send: {} }],
  [
    'Email Delivered',
    'Delivery',
    {
      delivery: {
        timestamp: '2030-03-12T19:00:01.000Z',
        processingTimeMillis: 546,
        recipients: [somebody],
        smtpResponse: '250 ok',
      },
    },
  ],
  ['Email Bounced', 'Bounce', bounce('Undetermined', 'Undetermined')],
  ...['General', 'NoEmail', 'Suppressed', 'OnAccountSuppressionList'].map(
    (subType) => ['Email Bounced', 'Bounce', bounce('Permanent', subType)] as const,
  ),
  ...['General', 'MailboxFull', 'MessageTooLarge', 'ContentRejected', 'AttachmentRejected', 'SomethingNew'].map(
    (subType) => ['Email Bounced', 'Bounce', bounce('Transient', subType)] as const,
  ),
  ['Email Complaint Received', 'Complaint', complaint(null, 'abuse')],
  ['Email Complaint Received', 'Complaint', complaint('OnAccountSuppressionList', 'not-spam')],
  ['Email Rejected', 'Reject', { reject: { reason: 'Bad content' } }],
  ['Email Rendering Failed', 'Rendering Failure', { failure: { errorMessage: 'x', templateName: 'none' } }],
  [
    'Email Delivery Delayed',
    'DeliveryDelay',
    {
      deliveryDelay: {
        delayType: 'MailboxFull',
        expirationTime: '2030-03-13T00:00:00Z',
        delayedRecipients: [{ emailAddress: somebody, status: '4.2.2' }],
      },
    },
  ],
  ['Email Opened', 'Open', { open: { ipAddress: '192.0.2.1', timestamp: '2030-03-12T19:01:00Z', userAgent: 'x' } }],
  ['Email Clicked', 'Click', { click: { ipAddress: '192.0.2.1', link: 'https://example.org/', linkTags: null } }],
  ['Email Subscribed', 'Subscription', { subscription: { contactList: 'none', source: 'UnsubscribeHeader' } }],
  ['Email Teleported', 'Teleport', { teleport: { to: somebody } }],
];

/** SES's events through EventBridge, about a message with these tags. */
export const sesEvents = (tags: Readonly<Record<string, readonly string[]>>) =>
  sesDetails.map(([detailType, eventType, about]) => ({
    version: '0',
    id: '12345678-1234-1234-1234-123456789012',
    'detail-type': detailType,
    source: 'aws.ses',
    account,
    time: '2030-03-12T19:00:02Z',
    region,
    resources: [`arn:aws:ses:${region}:${account}:configuration-set/backbeat-test`],
    detail: { eventType, mail: mailOf(tags), ...about },
  }));

/** The verdicts of a receipt rule, and what each may say ("Contents of notifications for Amazon SES email receiving"). */
export const receiptVerdicts: readonly string[] = ['spam', 'virus', 'spf', 'dkim', 'dmarc'].flatMap((name) =>
  ['PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED', 'DISABLED'].map((status) => `${name}=${status}`),
);
