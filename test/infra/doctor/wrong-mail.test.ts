import { describe, it } from 'vitest';
import { aws, expectFound, inService, refused, rule, type Wrong } from './one-thing-wrong.ts';

const healthyMx = ['inbound-smtp.us-east-1.amazonaws.com'];

describe('what is wrong with mail: SES, its domain, what comes in', () => {
  it.each<Wrong>([
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
      'No rule set for inbound mail is active: answers and unsubscribes by mail are lost',
      (world) => {
        world.aws['ses describe-active-receipt-rule-set'] = {};
      },
    ],
    [
      'blocks',
      'No rule set for inbound mail is active: answers and unsubscribes by mail are lost',
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
  ])('%s: %s', (...wrong) => expectFound(...wrong));
});
