import { describe, expect, it } from 'vitest';
import { createWeb } from '../../functions/web/web.ts';
import { consentVersion } from '../../shared/domain/people/consent.ts';
import { hostileForms } from '../support/hostile-bodies.ts';
import { fakeWorld } from './web-fakes.ts';
import { now } from './web-people.ts';

const jo = { address: 'jo@example.org', language: 'en', zone: 'Europe/London', time: '09:00', consent: 'on' };

const signUp = async (fields: Readonly<Record<string, string>>) => {
  const world = fakeWorld();
  const answer = await createWeb(world.deps).request('/signup', { method: 'POST', body: new URLSearchParams(fields) });
  return { status: answer.status, html: await answer.text(), calls: world.calls };
};

describe('signing up with a mailbox', () => {
  it('asks for a confirmation mail, with what was agreed to', async () => {
    const { status, html, calls } = await signUp(jo);
    expect(status).toBe(200);
    expect(html).toContain('Look in your mailbox');
    const { consent: _, ...wanted } = jo;
    expect(calls).toEqual([
      { name: 'signUpByEmail', argument: { ...wanted, consent: { version: consentVersion, where: 'web', at: now } } },
    ]);
  });

  it.each([
    [' europe/london ', 'Europe/London'],
    ['Chicago', 'America/Chicago'],
    ['new york city', 'America/New_York'],
    ['Portland, Oregon', 'America/Los_Angeles'],
    ['Montréal', 'America/Toronto'],
    ['EST', 'America/New_York'],
    ['UTC', 'UTC'],
  ])('takes a place as people say it: %j', async (zone, meant) => {
    const { calls } = await signUp({ ...jo, zone });
    expect(calls).toMatchObject([{ argument: { zone: meant } }]);
  });

  it('asks which place of several is meant, and takes the one that is chosen', async () => {
    const { status, html, calls } = await signUp({ ...jo, zone: 'Portland' });
    expect([status, calls]).toEqual([400, []]);
    const choices = [...html.matchAll(/<input type="radio" name="zone" value="([^"]+)"/g)].map(
      ([, zone]) => zone ?? '',
    );
    expect(choices.length).toBeGreaterThan(1);
    // As people say them, not as the tz database does.
    expect(html).toContain('<span>Portland, Maine</span>');
    expect(html).not.toMatch(/>\s*America\//);
    const world = fakeWorld();
    const body = new URLSearchParams([...Object.entries({ ...jo, zone: 'Portland' }), ['zone', choices[1] ?? '']]);
    await createWeb(world.deps).request('/signup', { method: 'POST', body });
    expect(world.calls).toMatchObject([{ argument: { zone: choices[1] } }]);
  });

  it('tells a bot that fell into the trap the same, and does nothing', async () => {
    const trapped = await signUp({ ...jo, website: 'https://spam.example' });
    expect(trapped.calls).toEqual([]);
    expect(trapped.html).toBe((await signUp(jo)).html);
  });
});

describe('where a form was posted from', () => {
  const event = { requestContext: { http: { sourceIp: '198.51.100.9' } } };
  const sourceOf = async (behindCloudFront: boolean, forwarded?: string): Promise<unknown> => {
    const world = fakeWorld();
    const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
    const init = { method: 'POST', body: new URLSearchParams(jo), headers };
    await createWeb({ ...world.deps, behindCloudFront }).request('/signup', init, event);
    return world.calls.map(({ argument }) => Object(argument).source)[0];
  };

  it('is the address of the connection, whatever the caller writes', async () => {
    expect(await sourceOf(false)).toBe('198.51.100.9');
    expect(await sourceOf(false, '203.0.113.7, 192.0.2.1')).toBe('198.51.100.9');
  });

  it('is what CloudFront says, behind CloudFront: not what the caller wrote before it', async () => {
    expect(await sourceOf(true, '203.0.113.7, 198.51.100.9')).toBe('203.0.113.7');
    expect(await sourceOf(true, '10.0.0.1, 2001:db8::1, 198.51.100.9')).toBe('2001:db8::1');
    expect(await sourceOf(true, '198.51.100.9')).toBe('198.51.100.9');
    expect(await sourceOf(true, '10.0.0.1, 203.0.113.7')).toBe('203.0.113.7');
    expect(await sourceOf(true, 'nonsense, x')).toBe('198.51.100.9');
    expect(await sourceOf(true)).toBe('198.51.100.9');
  });
});

describe('signing up with a phone', () => {
  it.each(['212-555-0101', '+33 6 12 34 56 78', '(604) 555 0102', '07911 123456', '+12125550101'])(
    '%s is shown how to text us, and nothing is sent',
    async (address) => {
      const { status, html, calls } = await signUp({ ...jo, address });
      expect(status).toBe(200);
      expect(html).toContain('href="sms:+15550100100?&amp;body=JOIN"');
      expect(html).toMatch(/<svg class="qr"[^>]+role="img"/);
      expect(calls).toEqual([]);
    },
  );

  it.each([
    ['en', '19:00', 'JOIN%207PM', 'JOIN\u00A07PM', '7\u00A0pm'],
    ['en', '12:30', 'JOIN%2012%3A30PM', 'JOIN\u00A012:30PM', '12:30\u00A0pm'],
    ['fr', '08:30', 'INSCRIPTION%208h30', 'INSCRIPTION\u00A08h30', '8:30\u00A0am'],
  ])('keeps the language and the hour they chose: %s, %s', async (language, time, link, words, hour) => {
    const { html } = await signUp({ ...jo, address: '212-555-0101', language, time });
    expect(html).toContain(`href="sms:+15550100100?&amp;body=${link}"`);
    expect(html).toContain(`with the word ${words}"`);
    expect(html).toContain(`comes at ${hour}`);
  });
});

describe('a form that is not right', () => {
  it.each([
    ['address', { address: '' }],
    ['address', { address: 'jo@' }],
    ['address', { address: '123' }],
    ['address', { address: 'Reply@backbeat.example' }],
    ['address', { address: 'reply+x@backbeat.example' }],
    ['address', { address: 'mailer-daemon@example.org' }],
    ['address', { address: `${'9'.repeat(16)}` }],
    ['address', { address: `${'j'.repeat(260)}@example.org` }],
    ['time', { time: '07:30' }],
    ['time', { time: '20:00' }],
    ['time', { time: '09:03' }],
    ['time', { time: '25:00' }],
    ['zone', { zone: 'Narnia/Cair_Paravel' }],
    ['zone', { zone: '+02:00' }],
    ['language', { language: 'de' }],
    ['consent', { consent: '' }],
    ['consent', { consent: 'maybe' }],
  ])('is refused beside the field: %s, %j', async (field, change) => {
    const { status, html, calls } = await signUp({ ...jo, ...change });
    expect(status).toBe(400);
    expect(calls).toEqual([]);
    expect([...html.matchAll(/id="(\w+)-error" role="alert"/g)].map((found) => found[1])).toEqual([field]);
    expect(html).toMatch(new RegExp(`aria-describedby="[^"]*${field}-error"[^>]*aria-invalid="true"`));
  });

  it('names every field that is missing', async () => {
    const { html } = await signUp({});
    expect(html.match(/role="alert"/g)).toHaveLength(5);
  });

  it('keeps what was written, as text', async () => {
    const { html } = await signUp({ ...jo, address: '"><script>alert(1)</script>', time: '10:30' });
    expect(html).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
    expect(html).not.toContain('<script>alert');
    expect(html).toMatch(/<option value="10:30" selected/);
    expect(html).toMatch(/name="consent"[^>]*checked/);
  });

  it('takes a file for an empty field', async () => {
    const body = new FormData();
    for (const [name, value] of Object.entries(jo)) body.set(name, value);
    body.set('address', new Blob(['x']), 'jo@example.org');
    const { deps, calls } = fakeWorld();
    expect((await createWeb(deps).request('/signup', { method: 'POST', body })).status).toBe(400);
    expect(calls).toEqual([]);
  });

  it('cannot be larger than a form is', async () => {
    const { status, calls } = await signUp({ ...jo, padding: 'x'.repeat(20_000) });
    expect(status).toBe(413);
    expect(calls).toEqual([]);
  });
});

describe('a form by anybody', () => {
  it.each(hostileForms)('is refused and does nothing: $name', async ({ body, type }) => {
    const world = fakeWorld();
    const headers = {
      'content-type': type ?? 'application/x-www-form-urlencoded',
      'content-length': String(Buffer.byteLength(body)),
    };
    const { status } = await createWeb(world.deps).request('/signup', { method: 'POST', body, headers });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(world.calls).toEqual([]);
  });

  it('is read as multipart too, and the last of a repeated field counts', async () => {
    const world = fakeWorld();
    const form = new FormData();
    for (const [name, value] of Object.entries(jo)) form.append(name, value);
    expect((await createWeb(world.deps).request('/signup', { method: 'POST', body: form })).status).toBe(200);
    expect(world.calls).toHaveLength(1);
    const twice = await createWeb(fakeWorld().deps).request('/signup', {
      method: 'POST',
      body: new URLSearchParams([['time', 'never'], ...Object.entries(jo)]),
    });
    expect(twice.status).toBe(200);
  });
});

describe('a clinic’s card', () => {
  const page = async (path: string) => (await createWeb(fakeWorld().deps).request(path)).text();

  it('leads to the form with its code in it, whether or not there is such a code', async () => {
    const html = await page('/signup?code=knee7&lang=en');
    expect(html).toMatch(/<input[^>]+name="code"[^>]+value="KNEE7"/);
    expect(html).toContain('body=JOIN%20KNEE7');
    expect((await page('/signup?code=KNEE8&lang=en')).replaceAll('KNEE8', 'KNEE7')).toBe(html);
  });

  it.each(['', '?code=', '?code=%3Cscript%3E', '?code=PAIN6'])(
    'whose link is broken leads to the plain form: %j',
    async (query) => {
      const html = await page(`/signup${query}`);
      expect(html).toMatch(/<input[^>]+name="code"[^>]+value=""/);
      expect(html).not.toContain('<script>alert');
    },
  );

  it('is passed on with a mailbox, and put behind the word for a phone', async () => {
    expect((await signUp({ ...jo, code: 'knee 7' })).calls).toMatchObject([{ argument: { code: 'KNEE7' } }]);
    const { html } = await signUp({ ...jo, address: '+1 212 555 0101', code: 'KNEE7', time: '19:30' });
    expect(html).toContain('body=JOIN%20KNEE7%207%3A30PM');
  });

  it('with a code that can be none is asked about, and nothing else is lost', async () => {
    const { status, html, calls } = await signUp({ ...jo, code: 'knee!' });
    expect([status, calls]).toEqual([400, []]);
    expect(html).toContain('such as KNEE7');
    expect(html).toContain('value="jo@example.org"');
  });

  it('is named before the button is pressed, and a code we do not know is too', async () => {
    expect(await page('/confirm/card')).toContain(
      'You come through Elm Street Physio. For questions: +1 212 555 0199.',
    );
    expect(await page('/confirm/typo')).toContain('We do not know the code KNEE8');
  });

  it('says before the button at which hour, and by whose clock, in words as the page after it', async () => {
    expect(await page('/confirm/card')).toContain('by the clock of London.');
    expect(await page('/confirm/card')).not.toContain('Europe/London');
  });
});
