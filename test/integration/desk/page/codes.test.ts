import { describe, expect } from 'vitest';
import { knee, sam, withAna } from '../../../support/ana-at-desk.ts';
import { deskSiteOver } from '../../../support/desk-site.ts';
import { it } from '../../../support/engine.ts';

describe('codes', () => {
  it('are made, printed, counted and ended', async ({ table }) => {
    const { desk, service } = await withAna(table);
    const { get, post } = desk.browserOf(sam);
    expect(await (await get('/desk/codes')).text()).toContain('There are none yet.');
    const { headers } = await post('/desk/codes', knee);
    expect(headers.get('location')).toBe('/desk/codes?done=added&made=KNEE7');
    const made = await (await get('/desk/codes?done=added&made=KNEE7')).text();
    expect(made).toMatch(
      /role="status"[\s\S]*<dl[\s\S]*KNEE7[\s\S]*\+1 212 555 0199[\s\S]*French, for[\s\S]*18:30, where[\s\S]*when you end it[\s\S]*<\/dl>/,
    );
    // What an address says is written into no page: only a code that is kept is shown.
    expect(await (await get('/desk/codes?done=added&made=GONE7')).text()).not.toMatch(/GONE7|<dl/);
    expect(await service.answerTo('JOIN KNEE7', { from: '+12125550144' })).toContain('Elm <Street> Physio');
    const listed = await (await get('/desk/codes?done=added')).text();
    expect(listed).toMatch(/KNEE7[\s\S]*Elm &lt;Street&gt; Physio[\s\S]*French, tips at 18:30[\s\S]*1 today/);
    const card = await get('/desk/codes/KNEE7/poster/fr');
    expect(await card.text()).toContain('INSCRIPTION KNEE7');
    expect(card.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; base/);
    expect((await post('/desk/codes/KNEE7/end')).status).toBe(303);
    expect((await get('/desk/codes/KNEE7/card/en')).status).toBe(400);
    expect(await (await get('/desk/codes')).text()).toContain('Ended on 2030-01-0');
  });

  it('are shared as an address where there is no number to text', async ({ table }) => {
    const { service } = await withAna(table);
    const { get, post } = deskSiteOver(table, service, { onlyChannel: 'email' }).browserOf(sam);
    await post('/desk/codes', knee);
    const listed = await (await get('/desk/codes?done=added')).text();
    expect(listed).toContain('https://backbeat.example.org/signup?code=KNEE7');
    expect(listed).not.toMatch(/texts JOIN|to print/);
    expect((await get('/desk/codes/KNEE7/card/en')).status).toBe(404);
  });

  it('that are refused leave what was typed in the form, and say why', async ({ table }) => {
    const { desk } = await withAna(table);
    const { get, post } = desk.browserOf(sam);
    for (const [fields, why] of [
      [{ code: 'PAIN6' }, 'a code is 4 to 12'],
      [{ arm: 'A' }, 'leave the code out'],
      [{ clinic: '' }, 'the clinic is named'],
      [{ time: '03:00' }, 'between 08:00 and 20:00'],
    ] as const) {
      const response = await post('/desk/codes', { ...knee, ...fields });
      const page = await response.text();
      expect([response.status, page.includes(why)], why).toEqual([400, true]);
      expect(page).toContain('value="+1 212 555 0199"');
    }
    expect(await (await get('/desk/codes')).text()).toContain('There are none yet.');
    for (const path of ['KNEE7/card/de', 'KNEE7/banner/en'])
      expect((await get(`/desk/codes/${path}`)).status).toBe(404);
    expect((await get('/desk/codes/NONE7/card/en')).status).toBe(400);
  });

  it('may name the programme that newcomers begin with', async ({ table }) => {
    const { desk } = await withAna(table);
    const { get, post } = desk.browserOf(sam);
    expect(await (await get('/desk/codes')).text()).toContain('<option value="walking">eight weeks of walking');
    await post('/desk/codes', { ...knee, programme: 'walking' });
    expect(await (await get('/desk/codes')).text()).toContain(
      'begins with eight weeks of walking, three messages a week',
    );
    const refused = await post('/desk/codes', { ...knee, code: 'SWIM4', programme: 'swimming' });
    expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining('back-care, walking')]);
  });
});
