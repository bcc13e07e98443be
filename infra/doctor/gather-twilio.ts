import type * as z from 'zod';
import { nameOf } from '../../shared/platform/error-name.ts';
import type { HttpClient } from '../../shared/platform/http-client.ts';
import type { SmsConfig } from '../config.ts';
import {
  campaignsSchema,
  isTollFree,
  needsCampaign,
  numbersSchema,
  serviceSchema,
  type TwilioAnswers,
  tollFreeSchema,
  twilioAccountSchema,
} from './check-twilio.ts';
import type { Answer } from './finding.ts';

const timeoutMs = 10_000;
const meanings: Readonly<Record<number, string>> = {
  401: 'Twilio refuses the account SID and Auth Token (401)',
  404: 'Twilio knows no such thing (404)',
};

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
};

/** Gathers what Twilio's REST API says, with the Auth Token of the secrets parameter. It sends GET requests only. */
export const gatherTwilio = async (config: SmsConfig, authToken: string, send: HttpClient): Promise<TwilioAnswers> => {
  const { twilioAccountSid, smsNumber, messagingServiceSid } = config;
  const authorization = `Basic ${Buffer.from(`${twilioAccountSid}:${authToken}`).toString('base64')}`;
  const ask = async <S extends z.ZodType>(schema: S, url: string): Promise<Answer<z.output<S>>> => {
    try {
      const answer = await send(url, { headers: { authorization }, timeoutMs, redirect: 'manual' });
      if (!answer.ok) return { missing: meanings[answer.status] ?? `Twilio answers ${answer.status}` };
      const read = schema.safeParse(parsed(await answer.text()));
      return read.success ? { value: read.data } : { missing: 'Twilio answers in another form' };
    } catch (error) {
      return { missing: `Twilio cannot be reached (${nameOf(error)})` };
    }
  };
  const api = `https://api.twilio.com/2010-04-01/Accounts/${twilioAccountSid}`;
  const service = `https://messaging.twilio.com/v1/Services/${messagingServiceSid}`;
  const numbers = await ask(
    numbersSchema,
    `${api}/IncomingPhoneNumbers.json?PhoneNumber=${encodeURIComponent(smsNumber)}`,
  );
  const numberSid = 'value' in numbers ? (numbers.value.incoming_phone_numbers[0]?.sid ?? '') : '';
  const isInService = messagingServiceSid !== undefined;
  return {
    account: await ask(twilioAccountSchema, `${api}.json`),
    numbers,
    service: isInService ? await ask(serviceSchema, service) : undefined,
    campaigns:
      isInService && needsCampaign(config) ? await ask(campaignsSchema, `${service}/Compliance/Usa2p`) : undefined,
    tollFree: isTollFree(smsNumber)
      ? await ask(
          tollFreeSchema,
          `https://messaging.twilio.com/v1/Tollfree/Verifications?TollfreePhoneNumberSid=${numberSid}`,
        )
      : undefined,
  };
};
