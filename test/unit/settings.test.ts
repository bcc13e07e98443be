import { describe, expect, it } from 'vitest';
import { ConfigurationError, readSettings } from '../../shared/platform/settings.ts';

describe('settings from the environment', () => {
  it('are typed: a rate and a count are numbers, an address ends without a slash', () => {
    const environment = {
      RATE_PER_SECOND: '0.5',
      SMS_GROUP_SIZE: '100',
      PUBLIC_BASE_URL: 'https://example.org/back//',
    };
    expect(readSettings(environment, ['ratePerSecond', 'smsGroupSize', 'publicBaseUrl'])).toEqual({
      ratePerSecond: 0.5,
      smsGroupSize: 100,
      publicBaseUrl: 'https://example.org/back',
    });
  });

  it('are what they usually are where nothing is said, and absent where that is allowed', () => {
    expect(
      readSettings({}, [
        'twilioUrl',
        'twilioAnswersOptOut',
        'smsGroupSize',
        'emailWorkers',
        'messagingService',
        'rcsSender',
      ]),
    ).toEqual({
      twilioUrl: 'https://api.twilio.com',
      twilioAnswersOptOut: 'true',
      smsGroupSize: 25,
      emailWorkers: 2,
      messagingService: undefined,
      rcsSender: undefined,
    });
  });

  it.each([
    ['RATE_PER_SECOND', 'ratePerSecond', ['0', '0.0', '-1', '', 'fast', '1e3', 'Infinity', ' 1']],
    ['WORKERS', 'workers', ['0', '1.5', '-1', '', 'two']],
    ['SMS_NUMBER', 'smsNumber', ['12125550100', '+0125550100', '+1 212 555 0100', '+1212555010012345']],
    ['REPLY_ADDRESS', 'replyAddress', ['jo', '@example.org', 'Jo <jo@example.org>']],
    ['EMAIL_QUEUE_URL', 'emailQueue', ['', 'queue', 'ftp://example.org', 'https://example.org/#x']],
    ['RCS_SENDER', 'rcsSender', ['rcs:agent', 'an agent', '+12125550100']],
    ['CHANNEL', 'channel', ['', 'SMS', 'whatsapp']],
    ['TWILIO_ACCOUNT_SID', 'twilioAccount', ['', 'AC', `SK${'0'.repeat(32)}`]],
  ] as const)('%s is refused by its name, its value kept quiet', (variable, name, wrong) => {
    for (const value of wrong) {
      expect(() => readSettings({ [variable]: value }, [name])).toThrow(new ConfigurationError([variable]));
    }
  });

  it('that are wrong are named all at once', () => {
    expect(() => readSettings({ CHANNEL: 'fax' }, ['table', 'channel', 'contact'])).toThrow(
      'environment variables missing or wrong: TABLE_NAME, CHANNEL, PROGRAMME_CONTACT',
    );
  });
});
