import { describe, expect, it } from 'vitest';
import { inboundWebhook, type World } from './healthy-deployment.ts';
import {
  expectFound,
  findingsOf,
  merge,
  messagingServiceSid,
  number,
  numbers,
  service,
  tollFree,
  unlessSeen,
  type Wrong,
} from './one-thing-wrong.ts';

describe('what is wrong at Twilio: account, number, webhooks, registration', () => {
  it.each<Wrong>([
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
  ])('%s: %s', (...wrong) => expectFound(...wrong));

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
});
