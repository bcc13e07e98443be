import { describe, expect } from 'vitest';
import { textsFor } from '../../../../shared/content/texts.ts';
import { own, sam, withAna } from '../../../support/ana-at-desk.ts';
import { it } from '../../../support/engine.ts';
import { ana } from '../../../support/replies.ts';

const wanted = { tip: '08-cardio', to: own, language: 'en', own: 'yes' };

describe('a look at a tip on the page', () => {
  it('sends it as people get it, to the number that was typed', async ({ table }) => {
    const { desk } = await withAna(table);
    const { get, post } = desk.browserOf(sam);
    expect(await (await get('/desk/tip')).text()).toContain('<option value="08-cardio">');
    const response = await post('/desk/tip', wanted);
    expect([response.status, response.headers.get('location')]).toEqual([303, '/desk/tip?done=sent']);
    const tip = (await textsFor('en')).tips.find(({ id }) => id === '08-cardio')?.sms ?? '?';
    expect(desk.texts.map((body) => Object.fromEntries(new URLSearchParams(body)))).toEqual([
      { To: own, From: '+15550001111', Body: expect.stringContaining(tip), ValidityPeriod: '600' },
    ]);
    expect(await (await get('/desk/tip?done=sent')).text()).toMatch(/role="status">Sent\./);
  });

  it('sends it as a mail, in French', async ({ table }) => {
    const { desk } = await withAna(table);
    await desk.browserOf(sam).post('/desk/tip', { ...wanted, to: 'sam@clinic.example', language: 'fr' });
    const [tip] = (await textsFor('fr')).tips.filter(({ id }) => id === '08-cardio');
    expect([desk.texts, desk.mails.map(({ to }) => to)]).toEqual([[], ['sam@clinic.example']]);
    expect(desk.mails[0]?.html).toContain('lang="fr"');
    expect(tip).toBeDefined();
  });

  it.for([
    ['nobody said that it is their own', { own: '' }, 'say that it is your own'],
    ['there is no such tip', { tip: '99' }, 'there is no tip 99'],
    ['it is no number', { to: '555 0177' }, 'country code'],
    ['it is a number of somebody who is with us', { to: ana }, 'is or was with us'],
  ] as const)('sends nothing where %s, and what was typed stands there again', async ([, said, why], { table }) => {
    const { desk } = await withAna(table);
    const response = await desk.browserOf(sam).post('/desk/tip', { ...wanted, ...said });
    const text = await response.text();
    expect([response.status, text]).toEqual([400, expect.stringContaining(why)]);
    const to = { ...wanted, ...said }.to;
    expect(text).toContain(`name="to" type="text" autocomplete="off" required="" value="${to}"`);
    expect([desk.texts, desk.mails]).toEqual([[], []]);
  });
});
