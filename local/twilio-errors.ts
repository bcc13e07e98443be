/** HTTP status and words of the errors that Twilio's create call raises itself (docs/facts.md#a7). */
const apiErrors: Readonly<Record<string, readonly [status: number, message: string]>> = {
  '20003': [401, 'Authenticate'],
  '20404': [404, 'The requested resource was not found'],
  '20429': [429, 'Too Many Requests'],
  '20500': [500, 'Internal Server Error'],
  '20503': [503, 'Service Unavailable'],
  '30610': [400, 'Quiet hours: the message was blocked'],
};

/** The codes of 30xxx with which Twilio never hands the message to a carrier; with the others a carrier refused it. */
const neverHandedOver = [
  '30001',
  '30002',
  '30024',
  '30032',
  '30033',
  '30034',
  '30035',
  '30036',
  '30410',
  '30450',
  '30454',
];

/** Numbers that Twilio's test credentials refuse (docs/facts.md#a11). */
const magicNumbers: Readonly<Record<string, string>> = {
  '+15005550001': '21211',
  '+15005550002': '21612',
  '+15005550003': '21408',
  '+15005550004': '21610',
  '+15005550009': '21614',
};

/** Whether a code comes with a delivery receipt, after the create call has succeeded. */
export const isReceiptError = (code: string): boolean => code.startsWith('30') && !(code in apiErrors);

/** The status that Twilio's receipt gives with this code. */
export const receiptStatusOf = (code: string): 'failed' | 'undelivered' =>
  neverHandedOver.includes(code) ? 'failed' : 'undelivered';

/** Twilio's error document and its HTTP status; the code as a name rather than a number is passed on as 400. */
export const apiError = (code: string) => {
  const [status, message] = apiErrors[code] ?? [400, `The request was refused with error ${code}`];
  return {
    status,
    body: { code: Number(code) || 20001, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status },
  };
};

/** Twilio's error code for a create call that is wrong in itself, or undefined. */
export const twilioRefusalOf = (form: URLSearchParams, senders: readonly string[]): string | undefined => {
  const [to, body, from] = [form.get('To') ?? '', form.get('Body') ?? '', form.get('From') ?? ''];
  if (!/^\+[1-9]\d{6,14}$/.test(to) || to === from) return '21211';
  if (body === '') return '21602';
  if (body.length > 1600) return '21617';
  if (!form.has('MessagingServiceSid') && from === '') return '21603';
  if (from !== '' && !senders.includes(from)) return '21606';
  return magicNumbers[to];
};
