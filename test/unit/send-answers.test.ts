import { describe, expect, it } from 'vitest';
import { createSendAnswers } from '../../functions/reconcile-inbound/send-answers.ts';
import type { LogFields } from '../../shared/platform/log.ts';
import type { SendOutcome } from '../../shared/providers/send-outcome.ts';
import type { OutgoingText } from '../../shared/providers/twilio/messages-api.ts';

const maya = '+12125550123';
const id = 'a'.repeat(26);
const accepted: SendOutcome = { kind: 'accepted', providerId: 'SM1' };
const throttled: SendOutcome = { kind: 'throttled', code: '20429' };
const notAccepted: SendOutcome = { kind: 'not-accepted', code: 'ECONNREFUSED' };

/** Sends these answers to a Twilio that answers so, one after the other. */
const send = async (outcomes: readonly SendOutcome[], ...answers: string[]) => {
  const sent: OutgoingText[] = [];
  const slept: number[] = [];
  const logged: [string, LogFields | undefined][] = [];
  const left = [...outcomes];
  const sendAnswers = createSendAnswers({
    clock: {
      now: () => Date.parse('2030-01-07T15:05:00Z'),
      sleep: async (ms: number) => {
        slept.push(ms);
      },
    },
    log: (_, event, fields) => logged.push([event, fields]),
    twilio: {
      send: async (text) => {
        sent.push(text);
        return left.shift() ?? accepted;
      },
    },
    smsNumber: '+15551230000',
    messagingServiceSid: undefined,
    publicBaseUrl: 'https://backbeat.example',
  });
  await sendAnswers(maya, id, answers);
  return { sent: sent.map(({ body }) => body), slept, logged, texts: sent };
};

describe('answers to texts that were found late', () => {
  it('go out in their order, each for an hour, and say whose they are by pseudonym alone', async () => {
    const { sent, texts, slept, logged } = await send([], 'one', 'two');
    expect(sent).toEqual(['one', 'two']);
    expect(slept).toEqual([]);
    expect(logged).toEqual([]);
    expect(texts[0]).toMatchObject({ to: maya, from: '+15551230000', validityPeriodSeconds: 3600 });
    expect(texts[0]?.statusCallback).toContain(id);
    expect(texts[0]?.statusCallback).not.toContain('12125550123');
  });

  it('are tried three times if Twilio certainly did not take them, with twice the pause each time', async () => {
    const { sent, slept, logged } = await send([throttled, notAccepted, throttled], 'one', 'two');
    expect(sent).toEqual(['one', 'one', 'one', 'two']);
    expect(slept).toEqual([1000, 2000]);
    expect(logged).toEqual([['answer-not-sent', { id, code: '20429', reason: 'throttled' }]]);
  });

  it('are not tried again once they are taken', async () => {
    const { sent, slept, logged } = await send([notAccepted], 'one');
    expect(sent).toEqual(['one', 'one']);
    expect(slept).toEqual([1000]);
    expect(logged).toEqual([]);
  });

  it.each(['in-doubt', 'misconfigured', 'refused'] as const)('are never sent twice where that is %s', async (kind) => {
    const { sent, slept, logged } = await send([{ kind, code: '30000' }], 'one');
    expect(sent).toEqual(['one']);
    expect(slept).toEqual([]);
    expect(logged).toEqual([['answer-not-sent', { id, code: '30000', reason: kind }]]);
  });
});
