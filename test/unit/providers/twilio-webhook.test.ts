import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readTwilioRequest } from '../../../shared/providers/twilio/webhook-request.ts';
import { hostileWebhooks, webhooksToHash } from '../../support/hostile-bodies.ts';

/** Signed by Twilio (docs/facts.md#a2), all with this token and these fields. */
const token = '12345';
const fields = {
  CallSid: 'CA1234567890ABCDE',
  Caller: '+14158675309',
  Digits: '1234',
  From: '+14158675309',
  To: '+18005551212',
};
const url = 'https://mycompany.com/myapp.php?foo=1&bar=2';
const signature = 'RSOYDt4T1cUTdK1PDd93/VVr8B8=';

const eventWith = (form: URLSearchParams | string, header: string | undefined, isBase64Encoded = false) => ({
  headers: header === undefined ? {} : { 'x-twilio-signature': header },
  body: isBase64Encoded ? Buffer.from(String(form)).toString('base64') : String(form),
  isBase64Encoded,
});

const read = (event: ReturnType<typeof eventWith>, at = url, authTokens: readonly string[] = [token]) =>
  readTwilioRequest({ event, url: at, authTokens });

/** Twilio's rule, written out: name and value of every field, by name; values of a repeated one once each, sorted. */
const sign = (form: URLSearchParams): string => {
  const names = [...new Set(form.keys())].sort();
  const signed = names
    .map((name) =>
      [...new Set(form.getAll(name))]
        .sort()
        .map((value) => name + value)
        .join(''),
    )
    .join('');
  return createHmac('sha1', token)
    .update(url + signed)
    .digest('base64');
};

describe("a webhook that carries Twilio's signature", () => {
  it.each([
    [url, signature],
    [url, 'kvajT1Ptam85bY51eRf/AJRuM3w='],
    ['http://mycompany.com/myapp.php?foo=1&bar=2', '0ZXoZLH/DfblKGATFgpif+LLRf4='],
    ['http://mycompany.com:1234/myapp.php?foo=1&bar=2', 'Zmvh+3yNM1Phv2jhDCwEM3q5ebU='],
    ['https://user:pass@mycompany.com/myapp.php?foo=1&bar=2', 'CukzLTc1tT5dXEDIHm/tKBanW10='],
  ])('is read: %s signed %s', (at, header) => {
    expect(read(eventWith(new URLSearchParams(fields), header), at)).toEqual(fields);
  });

  it('is signed with the query that it came with, wherever the service is', () => {
    const [at = '', rawQueryString = ''] = url.split('?');
    const event = { ...eventWith(new URLSearchParams(fields), signature), rawQueryString };
    expect(readTwilioRequest({ event, url: at, authTokens: [token] })).toEqual(fields);
    expect(readTwilioRequest({ event: { ...event, rawQueryString: '' }, url: at, authTokens: [token] })).toBe(
      'forbidden',
    );
  });

  it('is read from a base64 body, as API Gateway may hand it over', () => {
    expect(read(eventWith(new URLSearchParams(fields), signature, true))).toEqual(fields);
  });

  it('keeps every field: unknown, blank, with spaces, accents, and plus signs', () => {
    const form = new URLSearchParams({ Body: ' pain 6 + été 🙂 ', Blank: '', New_Field: 'x&y=z' });
    form.append('__proto__', 'a field like any other');
    const result = read(eventWith(form, sign(form)));
    expect(Object.entries(result)).toEqual([...form]);
  });

  it('reads a plus as a space', () => {
    const form = new URLSearchParams([['Body', 'PAIN 6']]);
    expect(read(eventWith('Body=PAIN+6', sign(form)))).toEqual({ Body: 'PAIN 6' });
  });

  it('takes the first of a repeated field, signed as Twilio signs it', () => {
    const form = new URLSearchParams([
      ['MediaUrl', 'b'],
      ['MediaUrl', 'a'],
      ['MediaUrl', 'b'],
    ]);
    expect(read(eventWith(form, sign(form)))).toEqual({ MediaUrl: 'b' });
  });

  it.each([false, true])('is read when it is as long as Twilio may make it (base64: %s)', (isBase64Encoded) => {
    const sid = 'f'.repeat(32);
    const media = Array.from({ length: 10 }, (_, index): [string, string][] => [
      [`MediaUrl${index}`, `https://api.twilio.com/2010-04-01/Accounts/AC${sid}/Messages/MM${sid}/Media/ME${sid}`],
      [`MediaContentType${index}`, 'application/vnd.openxmlformats'],
    ]);
    const rest = Array.from({ length: 40 }, (_, index): [string, string] => [`ShortField${index}`, 'x'.repeat(40)]);
    const addOns: [string, string] = [
      'AddOns',
      JSON.stringify({ status: 'successful', results: { x: 'y'.repeat(4000) } }),
    ];
    const form = new URLSearchParams([['Body', '🙂'.repeat(1600)], ...media.flat(), ...rest, addOns]);
    expect(read(eventWith(form, sign(form), isBase64Encoded))).not.toBe('forbidden');
  });

  it('is read with either token during a rotation', () => {
    expect(read(eventWith(new URLSearchParams(fields), signature), url, ['new-token', token])).toEqual(fields);
  });
});

describe('a webhook is forbidden', () => {
  const form = new URLSearchParams(fields);
  it.each([
    ['with a changed field', eventWith(new URLSearchParams({ ...fields, Digits: '1235' }), signature), url, [token]],
    ['with a field more', eventWith(`${form}&Extra=1`, signature), url, [token]],
    ['without a signature', eventWith(form, undefined), url, [token]],
    ['with an empty signature', eventWith(form, ''), url, [token]],
    ['for another path', eventWith(form, signature), 'https://mycompany.com/other.php?foo=1&bar=2', [token]],
    ['for another query', eventWith(form, signature), 'https://mycompany.com/myapp.php?foo=1&bar=3', [token]],
    ['with another token', eventWith(form, signature), url, ['54321']],
    ['when no token is known', eventWith(form, signature), url, []],
    [
      'when its body is base64 that nobody decoded',
      { ...eventWith(form, signature, true), isBase64Encoded: false },
      url,
      [token],
    ],
  ])('%s', (_, event, at, tokens) => {
    expect(read(event, at, tokens)).toBe('forbidden');
  });

  it('when it is signed with an empty token', () => {
    const signed = Object.entries(fields)
      .map(([name, value]) => name + value)
      .join('');
    const header = createHmac('sha1', '')
      .update(url + signed)
      .digest('base64');
    expect(read(eventWith(form, header), url, [''])).toBe('forbidden');
  });

  it('when it is larger than anything Twilio sends', () => {
    const large = new URLSearchParams({ Body: 'a'.repeat(33_000) });
    expect(read(eventWith(large, sign(large)))).toBe('forbidden');
    expect(read(eventWith(large, sign(large), true))).toBe('forbidden');
  });
});

describe('a post by anybody', () => {
  const shaped = signature;

  it.each([
    ['a hundred fields are read', 100, true],
    ['one more is not', 101, false],
  ])('%s, rightly signed', (_, count, isRead) => {
    const form = new URLSearchParams(Array.from({ length: count }, (_entry, index) => `Field${index}=x`).join('&'));
    expect(read(eventWith(form, sign(form))) !== 'forbidden').toBe(isRead);
  });

  it.each(['', 'x', 'A'.repeat(28), `${'A'.repeat(26)}==`, `${'A'.repeat(28)}=`, `${'é'.repeat(27)}=`])(
    'with the signature %j is not read at all',
    (header) => {
      const event = { ...eventWith('', header), body: 'a' };
      Object.defineProperty(event, 'body', {
        get: () => ({
          get length() {
            throw new Error('it was looked at');
          },
        }),
      });
      expect(read(event)).toBe('forbidden');
    },
  );

  // What they cost beside a small one: npm run bench -- --hostile.
  it.each([...hostileWebhooks, ...webhooksToHash])(
    'is refused with a signature of the right shape: $name',
    ({ body }) => {
      expect(read(eventWith(body, shaped, true))).toBe('forbidden');
    },
  );
});
