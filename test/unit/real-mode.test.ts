import { describe, expect, it } from 'vitest';
import { createGuestList } from '../../local/real/guest-list.ts';
import { RealModeError, readRealMode, realSettings } from '../../local/real/real-mode.ts';

const both = {
  TWILIO_ACCOUNT_SID: `AC${'1'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'a token that pays',
  SMS_NUMBER: '+15551230000',
  AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'a secret that pays',
  AWS_REGION: 'eu-west-1',
  MAIL_FROM: 'Backbeat <tips@example.org>',
  PUBLIC_BASE_URL: 'https://tunnel.example/',
  PROGRAMME_CONTACT: 'help@example.org',
};
const without = (...names: readonly string[]) =>
  Object.fromEntries(Object.entries(both).filter(([name]) => !names.includes(name)));

describe('what is real', () => {
  it('is both providers, for five people, where both have credentials', () => {
    expect(readRealMode(both, undefined)).toEqual({
      twilio: {
        accountSid: both.TWILIO_ACCOUNT_SID,
        authToken: both.TWILIO_AUTH_TOKEN,
        smsNumber: '+15551230000',
        messagingService: '',
        apiUrl: 'https://api.twilio.com',
      },
      ses: {
        region: 'eu-west-1',
        credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'a secret that pays' },
        mailFrom: both.MAIL_FROM,
        replyAddress: 'tips@example.org',
        configurationSet: undefined,
        endpoint: 'https://email.eu-west-1.amazonaws.com',
      },
      people: 5,
      publicBaseUrl: 'https://tunnel.example',
      contact: 'help@example.org',
    });
  });

  it('is one of them where only it has credentials', () => {
    expect(readRealMode(without('AWS_ACCESS_KEY_ID'), undefined)).toMatchObject({ ses: undefined, twilio: {} });
    expect(readRealMode(without('TWILIO_ACCOUNT_SID'), '12')).toMatchObject({ twilio: undefined, ses: {}, people: 12 });
  });

  it.each([
    [['TWILIO_ACCOUNT_SID', 'AWS_ACCESS_KEY_ID'], 'TWILIO_ACCOUNT_SID'],
    [['TWILIO_AUTH_TOKEN'], 'TWILIO_AUTH_TOKEN'],
    [['SMS_NUMBER'], 'SMS_NUMBER'],
    [['AWS_SECRET_ACCESS_KEY'], 'AWS_SECRET_ACCESS_KEY'],
    [['AWS_REGION'], 'AWS_REGION'],
    [['MAIL_FROM'], 'MAIL_FROM'],
    [['PUBLIC_BASE_URL'], 'PUBLIC_BASE_URL'],
    [['PROGRAMME_CONTACT'], 'PROGRAMME_CONTACT'],
  ])('without %j says so, and no value', (missing, named) => {
    const read = () => readRealMode(without(...missing), undefined);
    expect(read).toThrow(RealModeError);
    expect(read).toThrow(named);
    expect(read).not.toThrow(/that pays/);
  });

  it.each(['0', '-1', 'five', '2.5'])('is for no %s people', (people) => {
    expect(() => readRealMode(both, people)).toThrow('--people is a whole number from 1.');
  });

  it('wants https: Twilio calls nothing else, and links carry diaries', () => {
    expect(() => readRealMode({ ...both, PUBLIC_BASE_URL: 'http://tunnel.example' }, undefined)).toThrow('https');
  });

  it('is told to the functions without a credential', () => {
    const told = JSON.stringify(realSettings(readRealMode(both, undefined)));
    expect(told).toContain('+15551230000');
    expect(told).not.toMatch(/that pays|AKIDEXAMPLE/);
  });
});

describe('the guest list', () => {
  const journalOf = (names: readonly string[]) => {
    const kept = new Map(names.map((name) => [name, true] as const));
    return {
      kept,
      put: (name: string) => void kept.set(name, true as const),
      remove: () => {},
      clear: () => {},
      close: () => {},
    };
  };

  it('admits as many as were said, again and again, whatever their case', () => {
    const guests = createGuestList(2, journalOf([]));
    expect(['+1555', 'jo@example.org', 'Jo@Example.org', '+1555', '+1666'].map(guests.admits)).toEqual([
      ...[true, true, true, true],
      false,
    ]);
  });

  it('is the same after a restart, and names nobody', () => {
    const journal = journalOf([]);
    createGuestList(1, journal).admits('jo@example.org');
    expect([...journal.kept.keys()].join()).not.toContain('jo');
    const again = createGuestList(1, journalOf([...journal.kept.keys()]));
    expect(again.admits('jo@example.org')).toBe(true);
    expect(again.admits('ana@example.org')).toBe(false);
  });
});
