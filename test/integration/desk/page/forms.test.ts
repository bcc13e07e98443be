import { describe, expect } from 'vitest';
import { lee, person, sam, withAna } from '../../../support/ana-at-desk.ts';
import { it } from '../../../support/engine.ts';

describe('a form', () => {
  it('of no page of this session does nothing', async ({ table }) => {
    const { desk, service, trail } = await withAna(table);
    const browser = desk.browserOf(sam);
    const other = desk.browserOf(lee);
    const stop = (body: Record<string, string>, headers: Record<string, string> = {}) =>
      browser.ask(`${person}/stop`, { method: 'POST', body: new URLSearchParams(body), headers });
    const { token, cookie } = browser;
    for (const [what, response] of [
      ['no token', await stop({})],
      ['an empty one', await stop({ token: '' })],
      ['another session’s', await stop({ token: other.token })],
      ['from another site', await stop({ token }, { origin: 'https://evil.example' })],
      ['from nowhere', await stop({ token }, { origin: 'null' })],
      ['from a sister site', await stop({ token }, { 'sec-fetch-site': 'same-site' })],
      ['by another site', await stop({ token }, { 'sec-fetch-site': 'cross-site' })],
      [
        'as text',
        await browser.ask(`${person}/stop`, {
          method: 'POST',
          body: `token=${token}`,
          headers: { cookie, 'content-type': 'text/plain' },
        }),
      ],
      ['in the address', await browser.ask(`${person}/stop?token=${token}`, { method: 'POST' })],
    ] as const)
      expect(response.status, what).toBe(403);
    expect((await service.profile())?.status).toBe('active');
    expect(await trail()).toEqual([]);
    const headers = { origin: desk.deps.publicBaseUrl, 'sec-fetch-site': 'same-origin' };
    expect((await stop({ token }, headers)).status).toBe(303);
    expect((await service.profile())?.status).toBe('stopped');
  });

  it('that is too long is not read', async ({ table }) => {
    const { desk } = await withAna(table);
    expect((await desk.browserOf(sam).post('/desk/find', { who: 'x'.repeat(20_000) })).status).toBe(413);
  });
});
