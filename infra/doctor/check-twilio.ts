import * as z from 'zod';
import type { SmsConfig } from '../config.ts';
import { type Answer, blocks, type Finding, inAnswer, look, warns } from './finding.ts';

const link = z
  .string()
  .nullish()
  .transform((url) => url ?? '');

/** `GET /2010-04-01/Accounts/{Sid}.json`. */
export const twilioAccountSchema = z.object({ status: z.string(), type: z.string() });
/** `GET …/IncomingPhoneNumbers.json?PhoneNumber=`. */
export const numbersSchema = z.object({
  incoming_phone_numbers: z.array(
    z.object({
      sid: z.string(),
      sms_url: link,
      sms_method: link,
      sms_fallback_url: link,
      capabilities: z.object({ sms: z.boolean().default(false) }),
    }),
  ),
});
/** `GET messaging.twilio.com/v1/Services/{Sid}`. */
export const serviceSchema = z.object({
  inbound_request_url: link,
  fallback_url: link,
  use_inbound_webhook_on_number: z.boolean(),
});
/** `GET messaging.twilio.com/v1/Services/{Sid}/Compliance/Usa2p`. */
export const campaignsSchema = z.object({ compliance: z.array(z.object({ campaign_status: z.string() })) });
/** `GET messaging.twilio.com/v1/Tollfree/Verifications`. */
export const tollFreeSchema = z.object({ verifications: z.array(z.object({ status: z.string() })) });

/** What Twilio says; undefined where the question does not arise. */
export interface TwilioAnswers {
  readonly account: Answer<z.output<typeof twilioAccountSchema>>;
  readonly numbers: Answer<z.output<typeof numbersSchema>>;
  readonly service: Answer<z.output<typeof serviceSchema>> | undefined;
  readonly campaigns: Answer<z.output<typeof campaignsSchema>> | undefined;
  readonly tollFree: Answer<z.output<typeof tollFreeSchema>> | undefined;
}

const step7 = 'Paste the output InboundWebhook, with all that stands behind the #, as docs/deploy.md, step 7, says.';

/** Whether a number is toll-free, and so must be verified. */
export const isTollFree = (number: string): boolean => /^\+18(00|33|44|55|66|77|88)\d{7}$/.test(number);

/** Whether a number is a US ten-digit one, and so must be registered to a campaign. */
export const needsCampaign = ({ smsNumber, countries }: Pick<SmsConfig, 'smsNumber' | 'countries'>): boolean =>
  /^\+1\d{10}$/.test(smsNumber) && !isTollFree(smsNumber) && countries.includes('US');

const ofWebhook = (where: string, found: string, fallback: string, wanted: string): readonly Finding[] => {
  const [url] = wanted.split('#');
  const findings: Finding[] = [];
  if (found.split('#')[0] !== url)
    findings.push(blocks(`Texts do not come here: ${where} names another webhook, or none.`, step7));
  else if (found !== wanted)
    findings.push(blocks(`${where} lacks what stands behind the #: a text that meets one failure is lost.`, step7));
  if (fallback.split('#')[0] !== url)
    findings.push(
      blocks(`${where} has no fallback: texts are lost when all tries fail.`, 'Put the same URL there once more.'),
    );
  return findings;
};

const ofNumbers = (
  config: SmsConfig,
  { incoming_phone_numbers: [number] }: z.output<typeof numbersSchema>,
  isOfService: boolean,
  wanted: string,
): readonly Finding[] => {
  if (number === undefined)
    return [
      blocks(`${config.smsNumber} is not a number of this Twilio account.`, 'Correct smsNumber or twilioAccountSid.'),
    ];
  return [
    ...(number.capabilities.sms
      ? []
      : [blocks(`${config.smsNumber} cannot text.`, 'Buy a number with the capability SMS.')]),
    ...(isOfService
      ? []
      : ofWebhook(`The number ${config.smsNumber}`, number.sms_url, number.sms_fallback_url, wanted)),
    ...(isOfService || number.sms_method === 'POST'
      ? []
      : [blocks('Twilio hands texts in by GET.', 'Choose HTTP POST.')]),
  ];
};

const handsToNumber = (service: TwilioAnswers['service']): boolean =>
  service !== undefined && 'value' in service && service.value.use_inbound_webhook_on_number;

const ofService = (service: z.output<typeof serviceSchema>, wanted: string): readonly Finding[] =>
  service.use_inbound_webhook_on_number
    ? []
    : ofWebhook('The Messaging Service', service.inbound_request_url, service.fallback_url, wanted);

const ofCampaigns = ({ compliance }: z.output<typeof campaignsSchema>): readonly Finding[] =>
  compliance.some(({ campaign_status }) => campaign_status === 'VERIFIED')
    ? []
    : [
        blocks(
          `No A2P 10DLC campaign is verified (${compliance.map(({ campaign_status }) => campaign_status).join(', ') || 'there is none'}): carriers block every text (30034).`,
          'Twilio console, Regulatory compliance: register brand and campaign.',
        ),
      ];

const ofTollFree = ({ verifications }: z.output<typeof tollFreeSchema>): readonly Finding[] =>
  verifications.some(({ status }) => status === 'TWILIO_APPROVED')
    ? []
    : [
        blocks(
          'The toll-free number is not verified: every text is blocked (30032).',
          'Twilio console, Regulatory compliance: have it verified.',
        ),
      ];

/** Findings that a human has to look at, because Twilio has no interface for them. */
const onlySeen = ({ twilioAnswersOptOut, countries }: SmsConfig): readonly Finding[] => [
  look(
    `Twilio's own answers to STOP, START and HELP are taken to be ${twilioAnswersOptOut ? 'on' : 'off'} (twilioAnswersOptOut).`,
    'Twilio console, the number or service, Opt-out management: see that it is so.',
  ),
  look(
    `Texts should be allowed to ${countries.join(', ')} and nowhere else.`,
    'Twilio console, Messaging, Settings, Geo permissions; and SMS pumping protection on.',
  ),
];

/** Findings about Twilio. `inboundWebhook` is the service stack's output. */
export const checkTwilio = (config: SmsConfig, answers: TwilioAnswers, inboundWebhook: string): readonly Finding[] => {
  const isOfService = answers.service !== undefined && !handsToNumber(answers.service);
  return [
    ...inAnswer('The Twilio account', answers.account, ({ status, type }) => [
      ...(status === 'active'
        ? []
        : [blocks(`The Twilio account is ${status}: no text goes out.`, 'Twilio console, Billing.')]),
      ...(type === 'Trial'
        ? [blocks('The Twilio account is a trial: it texts verified numbers only.', 'Upgrade it.')]
        : []),
    ]),
    ...inAnswer('The number', answers.numbers, (numbers) => ofNumbers(config, numbers, isOfService, inboundWebhook)),
    ...(answers.service === undefined
      ? []
      : inAnswer('The Messaging Service', answers.service, (service) => ofService(service, inboundWebhook))),
    ...(answers.campaigns === undefined ? [] : inAnswer('The campaign', answers.campaigns, ofCampaigns)),
    ...(answers.tollFree === undefined ? [] : inAnswer('The verification of the number', answers.tollFree, ofTollFree)),
    ...(needsCampaign(config) && answers.campaigns === undefined
      ? [
          warns(
            'Whether the number is registered to an A2P 10DLC campaign is known of Messaging Services only.',
            'Put the number into one, or see in the console that it is (error 30034 otherwise).',
          ),
        ]
      : []),
    ...onlySeen(config),
  ];
};
