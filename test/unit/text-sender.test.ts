import { describe, expect, it } from 'vitest';
import { createTextSender } from '../../functions/send-tips/text-sender.ts';
import { textsFor } from '../../shared/content/texts.ts';
import type { TipClaim } from '../../shared/domain/people/subscriber.ts';
import type { TwilioMessages } from '../../shared/providers/twilio/messages-api.ts';
import { aSubscriber } from '../support/subscribers.ts';

const { tips } = await textsFor('fr');
const claim: TipClaim = {
  date: '2030-01-10',
  tip: tips[0]?.id ?? '',
  owner: 'a group',
  claimedAt: Date.parse('2030-01-10T14:00:00Z'),
  state: 'claimed',
  channel: 'sms',
};

/** A sender, and a Twilio that lists what it was sent. */
const createPhone = ({ messagingServiceSid, listedAs }: { messagingServiceSid?: string; listedAs?: string } = {}) => {
  const listed: Awaited<ReturnType<TwilioMessages['findSince']>>[number][] = [];
  const { sender, offer } = createTextSender({
    twilio: {
      send: async ({ body }) => {
        listed.push({
          sid: `SM${listed.length}`,
          from: '+15550001111',
          body,
          status: 'sent',
          dateCreated: claim.claimedAt,
        });
        return { kind: 'accepted', providerId: 'SM' };
      },
      findSince: async ({ to }) => (listedAs === undefined || listedAs === to ? listed : []),
      findReceived: async () => [],
    },
    smsNumber: '+15550001111',
    messagingServiceSid,
    publicBaseUrl: 'https://backbeat.example.org',
    textsFor,
  });
  return { sender, offer, words: () => listed.map(({ body }) => body) };
};

describe('a tip to somebody who speaks French', () => {
  it('is sent in French', async () => {
    const { sender, words } = createPhone();
    await sender.send(aSubscriber({ language: 'fr' }), claim);
    expect(words()).toEqual([`Backbeat: ${tips[0]?.sms} Répondez DOULEUR 0-10 ou PLUS.`]);
  });

  it('is offered by text in French where the mailbox was not confirmed', async () => {
    const { offer, words } = createPhone();
    await offer(aSubscriber({ language: 'fr' }), claim.date, claim.claimedAt);
    expect(words().join()).toMatch(/Envoyez SMS pour recevoir vos conseils par SMS/);
  });
});

describe('a tip in doubt', () => {
  it.each([
    ['en', 'fr'],
    ['fr', 'en'],
  ] as const)(
    'that was sent in %s is found, though its reader has turned to %s since: no second one',
    async (one, other) => {
      const { sender } = createPhone();
      await sender.send(aSubscriber({ language: one }), claim);
      expect(await sender.lookUp(aSubscriber({ language: other }), claim)).toMatchObject({ kind: 'taken' });
    },
  );

  it('that a Messaging Service sent by RCS is found: no second one', async () => {
    const subscriber = aSubscriber({ language: 'en' });
    const { sender } = createPhone({ messagingServiceSid: 'MG1', listedAs: `rcs:${subscriber.phone?.number}` });
    await sender.send(subscriber, claim);
    expect(await sender.lookUp(subscriber, claim)).toMatchObject({ kind: 'taken' });
  });
});
