import { describe, expect } from 'vitest';
import { createLeakDetector } from '../../../e2e/support/leak-detector.ts';
import { eventOf, lee, listed, own, person, sam, withAna, withFour, word } from '../../../support/ana-at-desk.ts';
import { requests } from '../../../support/desk-page-requests.ts';
import { it } from '../../../support/engine.ts';
import { ana } from '../../../support/replies.ts';

describe('nobody is named', () => {
  it('by an address, a log line, a header or the audit trail', async ({ table }) => {
    const { desk, service, allow, trail } = await withAna(table);
    await allow();
    await service.text('chest pain');
    await withFour(service);
    const leaksIn = createLeakDetector({ number: ana, word, mailbox: 'ana.kestrel@example.org', listed, own });
    const event = await eventOf(table);
    const seen: string[] = [];
    for (const browser of [desk.browserOf(sam), desk.browserOf(lee)]) {
      for (const [operation, ask] of Object.entries(requests)) {
        if (operation === 'erase' || operation === 'stop') continue;
        seen.push(JSON.stringify([...(await ask(browser, event)).headers]));
      }
      for (const who of [ana, 'ana.kestrel@example.org', word])
        seen.push(JSON.stringify([...(await browser.post('/desk/find', { who })).headers]));
      // A number that somebody puts into an address is nobody's name there.
      for (const path of [ana, encodeURIComponent(ana), '+1%20212%20555%200101', 'ana@example.org'])
        expect((await browser.get(`/desk/people/${path}`)).status).toBe(404);
    }
    const logged = service.logged.map((line) => JSON.stringify(line));
    const lines = (await trail()).map((line) => JSON.stringify(line));
    expect(lines.length).toBeGreaterThan(20);
    expect([...seen, ...logged, ...lines].flatMap((text) => leaksIn(text).map((name) => `${name}: ${text}`))).toEqual(
      [],
    );
  });

  it('by what is logged when the table fails', async ({ table }) => {
    const { desk, service } = await withAna(table);
    const { post } = desk.browserOf(sam);
    table.client.middlewareStack.add(
      () => async () => {
        throw new Error(`cannot write ${ana} ${word}`);
      },
      { step: 'initialize', name: 'failing' },
    );
    const response = await post('/desk/find', { who: ana });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain(word);
    expect(service.logged.at(-1)).toEqual({ event: 'page-failed', fields: { route: '/desk', error: 'Error' } });
  });
});

describe('every page', () => {
  it('forbids what it does not need, and keeps out of caches', async ({ table }) => {
    const { desk } = await withAna(table);
    const { get } = desk.browserOf(lee);
    for (const path of [
      '/desk',
      '/desk/today',
      person,
      '/desk/audit',
      '/desk/list',
      '/desk/failed',
      '/desk/results',
      '/desk/tip',
      '/desk/nowhere',
    ]) {
      const { headers } = await get(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+'; img-src data:; form-action 'self'/);
      expect(policy).not.toContain('script-src');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('x-robots-tag')).toBe('noindex, nofollow');
    }
  });
});
