import { describe, expect, it } from 'vitest';
import { runAws } from '../../../infra/doctor/ask-aws.ts';
import { examine } from '../../../infra/doctor/examine.ts';
import { type Finding, report } from '../../../infra/doctor/finding.ts';
import { exampleConfig } from '../deployment.ts';
import {
  alertTopic,
  healthyWorld,
  inboundWebhook,
  instrumentsFor,
  secretsWith,
  type World,
} from './healthy-deployment.ts';

const messagingServiceSid = 'MG00000000000000000000000000000000';
const inService = { messagingServiceSid };
const tollFree = { smsNumber: '+18005550100' };
const content = { signOff: 'valid', zoneVersion: '2026f' } as const;

type Settings = Readonly<Record<string, unknown>>;
const findingsOf = async (
  change: (world: World) => void = () => {},
  settings: Settings = inService,
  said: Parameters<typeof examine>[1] = content,
): Promise<readonly Finding[]> => {
  const config = exampleConfig(settings);
  const world = healthyWorld(config);
  change(world);
  return examine(config, said, instrumentsFor(world));
};
const unlessSeen = (findings: readonly Finding[]) => findings.filter(({ weight }) => weight !== 'look');

const merge = (world: World, part: 'aws' | 'twilio', key: string, changes: object): void => {
  const before = world[part][key];
  if (typeof before !== 'object') throw new TypeError(`the healthy world has no ${key}`);
  world[part][key] = { ...before, ...changes };
};
const aws = (key: string, changes: object) => (world: World) => merge(world, 'aws', key, changes);
const refused = (key: string, stderr: string) => (world: World) => {
  world.aws[key] = Object.assign(new Error('Command failed'), { stderr: `\n${stderr}\n` });
};
const numbers = '/2010-04-01/Accounts/AC00000000000000000000000000000000/IncomingPhoneNumbers.json';
const number = (changes: object) => (world: World) => {
  merge(world, 'twilio', numbers, {
    incoming_phone_numbers: [
      {
        sid: 'PN1',
        sms_url: inboundWebhook,
        sms_method: 'POST',
        sms_fallback_url: inboundWebhook,
        capabilities: { sms: true },
        ...changes,
      },
    ],
  });
};
const service = (changes: object) => (world: World) =>
  merge(world, 'twilio', `/v1/Services/${messagingServiceSid}`, changes);
const stackWith = (StackStatus: string) => ({ Stacks: [{ StackStatus }] });
const rule = (changes: object) =>
  aws('ses describe-active-receipt-rule-set', {
    Rules: [{ Name: 'Inbound', Enabled: true, ScanEnabled: true, Recipients: ['backbeat.example.org'], ...changes }],
  });

describe('a deployment with nothing wrong', () => {
  it.each([
    ['by Messaging Service', inService],
    ['by a toll-free number', tollFree],
    ['by a number of another country', { smsNumber: '+33612345678', countries: ['FR'] }],
  ])('%s has only what a human must look at', async (_, settings) => {
    const findings = await findingsOf(undefined, settings);
    expect(unlessSeen(findings)).toEqual([]);
    expect(findings.map(({ what }) => what)).toEqual([
      expect.stringContaining('addresses of other Regions'),
      expect.stringContaining('STOP, START and HELP'),
      expect.stringContaining('Texts should be allowed to'),
    ]);
    expect(report('test', findings).exitCode).toBe(0);
  });
});

describe('what is wrong is said in words, with the mend', () => {
  it.each<[weight: Finding['weight'], what: string, change: (world: World) => void, settings?: Settings]>([
    ['blocks', 'SES is in the sandbox', aws('sesv2 get-account', { ProductionAccessEnabled: false })],
    ['blocks', 'SES has paused this account', aws('sesv2 get-account', { SendingEnabled: false })],
    ['blocks', 'under PROBATION', aws('sesv2 get-account', { EnforcementStatus: 'PROBATION' })],
    [
      'warns',
      'SES allows 1 a second',
      aws('sesv2 get-account', { SendQuota: { MaxSendRate: 1, Max24HourSend: 200 } }),
      { ...inService, emailPerSecond: 14 },
    ],
    [
      'warns',
      'SES is paid by the plan ESSENTIALS',
      aws('sesv2 get-account', { PricingAttributes: { CurrentPlan: 'ESSENTIALS' } }),
    ],
    [
      'warns',
      'SharedPoolDeliveryMode is GLOBAL',
      aws('sesv2 get-account', { DeliveryAttributes: { SharedPoolDeliveryMode: 'GLOBAL' } }),
    ],
    ['warns', 'SharedPoolDeliveryMode is GLOBAL', aws('sesv2 get-account', { SharedPoolDeliveryMode: 'GLOBAL' })],
    [
      'blocks',
      'is not verified at SES (DKIM: PENDING)',
      aws('sesv2 get-email-identity', {
        VerifiedForSendingStatus: false,
        DkimAttributes: { SigningEnabled: true, Status: 'PENDING' },
      }),
    ],
    [
      'blocks',
      'is not signed',
      aws('sesv2 get-email-identity', { DkimAttributes: { SigningEnabled: false, Status: 'SUCCESS' } }),
    ],
    [
      'warns',
      'bounce.backbeat.example.org is not ready (FAILED)',
      aws('sesv2 get-email-identity', { MailFromAttributes: { MailFromDomain: 'x', MailFromDomainStatus: 'FAILED' } }),
    ],
    [
      'warns',
      'bounce.backbeat.example.org is not ready (not set)',
      aws('sesv2 get-email-identity', { MailFromAttributes: undefined }),
    ],
    [
      'blocks',
      'The domain at SES could not be looked at: An error occurred (NotFoundException)',
      refused(
        'sesv2 get-email-identity',
        'An error occurred (NotFoundException) when calling the GetEmailIdentity operation: none.',
      ),
    ],
    [
      'blocks',
      'No rule set for inbound mail is active',
      (world) => {
        world.aws['ses describe-active-receipt-rule-set'] = {};
      },
    ],
    [
      'blocks',
      'No rule set for inbound mail is active',
      (world) => {
        delete world.aws['ses describe-active-receipt-rule-set'];
      },
    ],
    [
      'blocks',
      'The active rule set, backbeat-test-inbound, has no rule for backbeat.example.org',
      rule({ Recipients: ['other.example.org'] }),
    ],
    ['blocks', 'The rule for inbound mail, Inbound, is off', rule({ Enabled: false })],
    ['warns', 'not scanned', rule({ ScanEnabled: false })],
    [
      'blocks',
      'does not come to SES',
      (world) => {
        world.mx = [];
      },
    ],
    [
      'blocks',
      'does not come to SES',
      (world) => {
        world.mx = ['inbound-smtp.eu-west-1.amazonaws.com'];
      },
    ],
    [
      'blocks',
      'does not come to SES',
      (world) => {
        world.mx = Object.assign(new Error('x'), { code: 'ENOTFOUND' });
      },
    ],
    [
      'blocks',
      'has another MX',
      (world) => {
        world.mx = [...healthyMx, 'mail.example.org'];
      },
    ],
    [
      'blocks',
      'The MX records could not be looked at: DNS answers ESERVFAIL',
      (world) => {
        world.mx = Object.assign(new Error('x'), { code: 'ESERVFAIL' });
      },
    ],
    [
      'warns',
      'has no DMARC record',
      (world) => {
        world.txt = ['v=spf1 -all'];
      },
    ],
    [
      'warns',
      'has 2 DMARC records',
      (world) => {
        world.txt = ['v=DMARC1; p=none', 'v=DMARC1; p=reject'];
      },
    ],
    [
      'blocks',
      'The stack backbeat-test-mail could not be looked at',
      refused(
        'cloudformation describe-stacks backbeat-test-mail',
        'An error occurred (ValidationError): Stack does not exist.',
      ),
    ],
    [
      'blocks',
      'The last deployment of backbeat-test-service failed (UPDATE_ROLLBACK_COMPLETE)',
      (world) => {
        world.aws['cloudformation describe-stacks backbeat-test-service'] = {
          Stacks: [
            {
              StackStatus: 'UPDATE_ROLLBACK_COMPLETE',
              Outputs: [{ OutputKey: 'InboundWebhook', OutputValue: inboundWebhook }],
            },
          ],
        };
      },
    ],
    [
      'warns',
      'backbeat-test-data is being changed',
      aws('cloudformation describe-stacks backbeat-test-data', stackWith('UPDATE_IN_PROGRESS')),
    ],
    [
      'blocks',
      'has not confirmed',
      aws('sns list-subscriptions-by-topic', {
        Subscriptions: [
          { SubscriptionArn: 'PendingConfirmation', Protocol: 'email', Endpoint: 'operator@example.org' },
        ],
      }),
    ],
    [
      'blocks',
      'The mailbox for alarms is not subscribed',
      aws('sns list-subscriptions-by-topic', { Subscriptions: [] }),
    ],
    [
      'blocks',
      'The contact "front desk" has not confirmed: they are told of no red flag',
      aws(`sns list-subscriptions-by-topic ${alertTopic}`, {
        Subscriptions: [
          { SubscriptionArn: 'PendingConfirmation', Protocol: 'email', Endpoint: 'desk@elm-street.example' },
          { SubscriptionArn: `${alertTopic}:p`, Protocol: 'https', Endpoint: 'https://pager.example/backbeat' },
        ],
      }),
    ],
    [
      'blocks',
      'The contact "duty physio" is not subscribed',
      aws(`sns list-subscriptions-by-topic ${alertTopic}`, {
        Subscriptions: [{ SubscriptionArn: `${alertTopic}:d`, Protocol: 'email', Endpoint: 'desk@elm-street.example' }],
      }),
    ],
    [
      'blocks',
      'is stored in the clear',
      (world) => {
        world.aws['ssm get-parameter'] = secretsWith({}, 'String');
      },
    ],
    [
      'warns',
      'a rotation is not finished',
      (world) => {
        world.aws['ssm get-parameter'] = secretsWith({ twilioSecondaryAuthToken: 'f'.repeat(32) });
      },
    ],
    [
      'blocks',
      'There is 1 schedule and not three',
      (world) =>
        merge(world, 'aws', 'cloudformation list-stack-resources backbeat-test-service', {
          StackResourceSummaries: [
            { ResourceType: 'AWS::Scheduler::Schedule', PhysicalResourceId: 'tick' },
            { ResourceType: 'AWS::SNS::Topic', PhysicalResourceId: 'arn' },
            { ResourceType: 'AWS::SNS::Topic', PhysicalResourceId: alertTopic },
          ],
        }),
    ],
    ['blocks', 'The schedule tick is off', aws('scheduler get-schedule tick', { State: 'DISABLED' })],
    [
      'warns',
      'Lambda may run 10 at a time',
      aws('lambda get-account-settings', {
        AccountLimit: { ConcurrentExecutions: 10, UnreservedConcurrentExecutions: 10 },
      }),
    ],
    [
      'warns',
      'No budget watches',
      (world) => {
        world.aws['budgets describe-budgets'] = {};
      },
    ],
    [
      'blocks',
      'The Twilio account is suspended',
      (world) =>
        merge(world, 'twilio', '/2010-04-01/Accounts/AC00000000000000000000000000000000.json', { status: 'suspended' }),
    ],
    [
      'blocks',
      'The Twilio account is a trial',
      (world) =>
        merge(world, 'twilio', '/2010-04-01/Accounts/AC00000000000000000000000000000000.json', { type: 'Trial' }),
    ],
    [
      'blocks',
      'is not a number of this Twilio account',
      (world) => {
        world.twilio[numbers] = { incoming_phone_numbers: [] };
      },
    ],
    ['blocks', 'cannot text', number({ capabilities: { sms: false } })],
    [
      'blocks',
      'names another webhook, or none',
      number({ sms_url: 'https://demo.twilio.com/welcome/sms/reply' }),
      tollFree,
    ],
    ['blocks', 'lacks what stands behind the #', number({ sms_url: inboundWebhook.split('#')[0] }), tollFree],
    ['blocks', 'has no fallback', number({ sms_fallback_url: '' }), tollFree],
    ['blocks', 'by GET', number({ sms_method: 'GET' }), tollFree],
    ['blocks', 'The Messaging Service names another webhook', service({ inbound_request_url: null })],
    ['blocks', 'The Messaging Service has no fallback', service({ fallback_url: null })],
    [
      'blocks',
      'No A2P 10DLC campaign is verified (IN_PROGRESS)',
      (world) => {
        world.twilio[`/v1/Services/${messagingServiceSid}/Compliance/Usa2p`] = {
          compliance: [{ campaign_status: 'IN_PROGRESS' }],
        };
      },
    ],
    [
      'blocks',
      'No A2P 10DLC campaign is verified (there is none)',
      (world) => {
        world.twilio[`/v1/Services/${messagingServiceSid}/Compliance/Usa2p`] = { compliance: [] };
      },
    ],
    [
      'blocks',
      'The toll-free number is not verified',
      (world) => {
        world.twilio['/v1/Tollfree/Verifications'] = { verifications: [{ status: 'IN_REVIEW' }] };
      },
      tollFree,
    ],
    ['warns', 'is known of Messaging Services only', () => {}, {}],
    [
      'blocks',
      'Twilio knows no such thing (404)',
      (world) => {
        delete world.twilio[`/v1/Services/${messagingServiceSid}`];
      },
    ],
    [
      'blocks',
      'Twilio cannot be reached (TimeoutError)',
      (world) => {
        world.twilio[numbers] = Object.assign(new Error('x'), { name: 'TimeoutError' });
      },
      tollFree,
    ],
  ])('%s: %s', async (weight, what, change, settings = inService) => {
    const findings = unlessSeen(await findingsOf(change, settings));
    expect(findings).toEqual([{ weight, what: expect.stringContaining(what), mend: expect.stringMatching(/^.{5,}$/) }]);
    expect(report('test', findings).exitCode).toBe(weight === 'blocks' ? 1 : 0);
  });

  it.each([
    ['a number whose texts the service hands back to it', service({ use_inbound_webhook_on_number: true }), []],
    [
      'that number, without a webhook',
      (world: World) => {
        service({ use_inbound_webhook_on_number: true })(world);
        number({ sms_url: '' })(world);
      },
      ['names another webhook'],
    ],
  ])('looks at the webhook of %s', async (_, change, expected) => {
    const said = unlessSeen(await findingsOf(change)).map(({ what }) => what);
    expect(said).toEqual(expected.map((part) => expect.stringContaining(part)));
  });

  it('says what is missing in the secrets, and never what they are', async () => {
    const findings = await findingsOf((world) => {
      world.aws['ssm get-parameter'] = secretsWith({ twilioAuthToken: 'PASTE THE AUTH TOKEN HERE', pepper: 'short' });
    });
    expect(findings.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/secrets is not the JSON that is expected: pepper/),
        expect.stringContaining('Twilio could not be looked at'),
      ]),
    );
    expect(JSON.stringify(findings)).not.toContain('PASTE');
    const pasted = await findingsOf((world) => {
      world.aws['ssm get-parameter'] = secretsWith({ twilioAuthToken: 'PASTE THE AUTH TOKEN HERE' });
    });
    expect(pasted.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        expect.stringContaining("is not one of Twilio's"),
        expect.stringContaining('Twilio refuses the account SID and Auth Token (401)'),
      ]),
    );
  });

  it.each([
    ['missing', 'No clinician has signed'],
    ['outdated', 'is for other words'],
  ] as const)("a clinician's sign-off that is %s blocks", async (signOff, what) => {
    const findings = unlessSeen(await findingsOf(undefined, inService, { ...content, signOff }));
    expect(findings).toEqual([{ weight: 'blocks', what: expect.stringContaining(what), mend: expect.any(String) }]);
  });

  it('zone data of a year that is over are a warning', async () => {
    const findings = unlessSeen(await findingsOf(undefined, inService, { ...content, zoneVersion: '2025c' }));
    expect(findings).toMatchObject([{ weight: 'warns', what: expect.stringContaining('of 2025c') }]);
  });

  it('nothing at AWS answers: each thing is said once, with the reason', async () => {
    const config = exampleConfig(inService);
    const gone = Object.assign(new Error('spawn aws ENOENT'), { code: 'ENOENT' });
    const instruments = { ...instrumentsFor(healthyWorld(config)), aws: () => Promise.reject(gone) };
    const findings = unlessSeen(await examine(config, content, instruments));
    expect(findings.length).toBeGreaterThan(8);
    for (const { what } of findings)
      expect(what).toMatch(/could not be looked at: (the AWS CLI is not installed|that takes)/);
  });
});

describe('the report', () => {
  it('puts what is in the way first, and counts it', () => {
    const finding = (weight: Finding['weight']): Finding => ({ weight, what: `${weight}.`, mend: 'Mend it.' });
    expect(report('prod', [finding('look'), finding('warns'), finding('blocks')])).toEqual({
      text: 'x blocks.\n    Mend it.\n! warns.\n    Mend it.\n? look.\n    Mend it.\nprod: 1 in the way.',
      exitCode: 1,
    });
  });

  it('asks the AWS CLI for JSON, by its own name', async () => {
    await expect(runAws(['--no-such-option'])).rejects.toThrow();
  });
});

const healthyMx = ['inbound-smtp.us-east-1.amazonaws.com'];
