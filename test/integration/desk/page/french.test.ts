import { describe, expect } from 'vitest';
import { eventOf, inForm, knee, lee, list, person, withAna, word } from '../../../support/ana-at-desk.ts';
import { it } from '../../../support/engine.ts';

describe('in French', () => {
  /** Words of English that no French page has. */
  const leftOver = /\b(the|they|with|nobody|who|done|sign|today|yes|days|their)\b/i;
  const wordsOf = (page: string): string =>
    page
      .replace(/<style>[\s\S]*?<\/style>/g, '')
      .replace(/<[^>]+>/g, ' ')
      // The names of columns and commands are what they are.
      .replace(/npm run operator -- list-failed|EXAMPLE|Elm &lt;Street&gt; Physio/g, '');

  it('every page speaks it to whose browser does, and nothing of English is left', async ({ table }) => {
    const { desk, service, allow } = await withAna(table);
    await allow();
    await service.text('chest pain');
    const french = { 'accept-language': 'fr-CA,fr;q=0.9,en;q=0.5' };
    const browser = desk.browserOf(lee);
    const get = async (path: string) => browser.ask(path, { headers: french });
    const post = async (path: string, fields: Record<string, string> = {}) =>
      browser.ask(path, {
        method: 'POST',
        headers: french,
        body: new URLSearchParams({ token: browser.token, ...fields }),
      });
    await post('/desk/codes', knee);
    await post('/desk/acknowledge', { event: await eventOf(table) });
    const pages = [
      ...['/desk', '/desk?all', '/desk?done=erased', '/desk/today', '/desk/today/missed', '/desk/codes', '/desk/list'],
      ...['/desk/failed', '/desk/audit', '/desk/nowhere', person, `${person}?date=2030-01-09`, `${person}?done=pause`],
      ...[`${person}/erase`, `${person}/diary`, '/desk/audit?date=x'],
    ].map(get);
    const forms = [
      post('/desk/find', { who: '555' }),
      post('/desk/find', { who: '+33612345678' }),
      post(`${person}/pause`, { days: '0' }),
      post(`${person}/move`, { time: '03:00' }),
      post('/desk/codes', { ...knee, code: 'PAIN6' }),
      post('/desk/list/invite', { list: inForm(`${list}nobody,fr,Paris,,,\n+33612345678,fr,,,,\n`), code: '' }),
      post(`${person}/erase`, { word: 'ERASE' }),
      browser.ask(`${person}/stop`, { method: 'POST', headers: french }),
      browser.ask('/desk', { headers: { ...french, cookie: '' } }),
    ];
    for (const response of await Promise.all([...pages, ...forms])) {
      const text = await response.text();
      expect(response.headers.get('content-language')).toBe('fr');
      expect(text).toContain('<html lang="fr">');
      expect(wordsOf(text).replaceAll(`PAIN 7 with the ${word}`, '').replaceAll(`with the ${word}`, '')).not.toMatch(
        leftOver,
      );
    }
    expect((await service.profile())?.status).toBe('active');
    expect((await post(`${person}/erase`, { word: 'EFFACER' })).headers.get('location')).toBe('/desk?done=erased');
  });
});
