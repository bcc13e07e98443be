import { describe, expect } from 'vitest';
import { idOfAna, sam, withAna } from '../../../support/ana-at-desk.ts';
import { it } from '../../../support/engine.ts';

describe('what failed', () => {
  it('is told by queue and kind, and worked on again', async ({ table }) => {
    const { desk } = await withAna(table);
    const { get, post } = desk.browserOf(sam);
    const text = await (await get('/desk/failed')).text();
    expect(text).toMatch(/Texts<\/h2><p>1 given up<\/p><p class="soft">groups of tips: 1 \(one person\)/);
    expect(text).toMatch(/Mails<\/h2><p>Nothing was given up/);
    expect(text).not.toContain(idOfAna);
    expect((await post('/desk/failed/sms')).headers.get('location')).toBe('/desk/failed?done=begun');
    expect(desk.redriven).toEqual(['sms-dead']);
    expect((await post('/desk/failed/sms')).headers.get('location')).toBe('/desk/failed?done=nothing');
    expect((await post('/desk/failed/everything')).status).toBe(404);
    expect(desk.redriven).toEqual(['sms-dead']);
  });
});
