import { describe, expect } from 'vitest';
import { eventOf, idOfAna, lee, person, sam, withAna, word } from '../../../support/ana-at-desk.ts';
import { it } from '../../../support/engine.ts';
import { ana } from '../../../support/replies.ts';

describe('acting for somebody who phones', () => {
  it('finds them without their number in any address, and says what was done', async ({ table }) => {
    const { desk, service } = await withAna(table);
    const { get, post } = desk.browserOf(sam);
    const found = await post('/desk/find', { who: '+1 (212) 555-0101' });
    expect([found.status, found.headers.get('location')]).toEqual([303, person]);
    const does = async (act: string, fields: Record<string, string> = {}): Promise<string> => {
      const { status, headers } = await post(`${person}/${act}`, fields);
      expect([status, headers.get('location')]).toEqual([303, `${person}?done=${act}`]);
      return (await get(headers.get('location') ?? '')).text();
    };
    expect(await does('pause', { days: '7' })).toContain('Done: no tips up to and including 2030-01-13.');
    expect(await does('resume')).toContain('Done: the next tip comes on 2030-01-07.');
    expect(await does('move', { time: '18:30', zone: 'Denver', channel: '', language: 'fr' })).toContain(
      'Done: their tips come at 18:30 by the clock of Denver, where it is 2030-01-07 05:00 now, the next on 2030-01-07.',
    );
    expect(await service.profile()).toMatchObject({
      time: '18:30',
      zone: 'America/Denver',
      language: 'fr',
      tipsBy: 'sms',
    });
    expect(await does('stop')).toContain('Done: nothing more is sent to them.');
    expect((await service.profile())?.status).toBe('stopped');
  });

  it('says why what cannot be done is not', async ({ table }) => {
    const { desk, service } = await withAna(table);
    const { post, get } = desk.browserOf(sam);
    const before = await service.profile();
    for (const [act, fields, why] of [
      ['pause', { days: '0' }, 'from 1 to 90 days'],
      ['pause', { days: 'some' }, 'from 1 to 90 days'],
      ['move', {}, 'Say what is to be moved'],
      ['move', { time: '3:00' }, 'like 18:30'],
      ['move', { time: '03:00' }, 'between 08:00 and 20:00'],
      ['move', { zone: 'Springfield' }, 'give one of them|no time zone'],
      ['move', { channel: 'email' }, 'No mailbox of theirs'],
      ['move', { channel: 'fax' }, 'by sms or email'],
    ] as const) {
      const response = await post(`${person}/${act}`, fields);
      expect(response.status, why).toBe(400);
      expect(await response.text()).toMatch(new RegExp(why));
    }
    expect(await service.profile()).toEqual(before);
    for (const who of ['555 0101', '+1 212 555 0199', '']) {
      const response = await post('/desk/find', { who });
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.headers.get('location')).toBeNull();
    }
    expect((await get('/desk/audit?date=yesterday')).status).toBe(400);
  });

  it('shows nothing that only programs read: no zone, no code of a language, no file of a tip for its title', async ({
    table,
  }) => {
    const { desk, service } = await withAna(table);
    service.clock.set('2030-01-09T15:00:00Z');
    const at = Date.parse('2030-01-08T14:00:00Z');
    await service.stores.tips.record([
      { id: idOfAna, date: '2030-01-08', state: 'delivered', at, tip: '35-education', channel: 'sms' },
      { id: idOfAna, date: '2030-01-07', state: 'undelivered', at, code: '30003', tip: '08-cardio', channel: 'sms' },
    ]);
    const { get } = desk.browserOf(sam);
    const shown = await (await get(person)).text();
    expect(shown).not.toMatch(/America\/|UTC|>en<|>US<|back-care|by sms/);
    expect(shown).toContain('New York, where it is 2030-01-09 10:00');
    expect(shown).toMatch(/2030-01-08<\/b>: Knowing your back<span class="soft id"> 35-education<\/span>/);
    expect(shown).toContain('arrived, 2030-01-08 09:00');
    expect(shown).toContain('did not arrive: the phone was off or out of reach (Twilio 30003)');
    expect(await (await get('/desk/today/missed?yesterday')).text()).not.toMatch(/America\/|UTC/);
  });

  it('asks again before it destroys', async ({ table }) => {
    const { desk, service } = await withAna(table);
    const { post, get } = desk.browserOf(sam);
    expect(await (await get(`${person}/erase`)).text()).toContain('There is no way back');
    for (const wrong of ['', 'erase', 'ERASE!', 'STOP']) {
      const response = await post(`${person}/erase`, { word: wrong });
      expect([response.status, service.erasures]).toEqual([400, []]);
    }
    const response = await post(`${person}/erase`, { word: 'ERASE' });
    expect(response.headers.get('location')).toBe('/desk?done=erased');
    expect(service.erasures).toMatchObject([{ kind: 'erase', id: idOfAna }]);
    expect((await get(person)).status).toBe(404);
  });

  it('takes a red flag, and shows the number of whoever asked to be called', async ({ table }) => {
    const { desk, service } = await withAna(table);
    const { get, post } = desk.browserOf(sam);
    expect(await (await get('/desk')).text()).toContain('Nothing waits.');
    await service.text(`my ${word} and chest pain`);
    const event = await eventOf(table);
    const waiting = await (await get('/desk')).text();
    expect(waiting).toContain('may need help now');
    expect(waiting).not.toContain(word);
    expect(waiting).not.toContain(ana);
    await service.text('CALL ME');
    expect(await (await get('/desk')).text()).toContain(`href="tel:${ana}"`);
    expect((await post('/desk/acknowledge', { event })).status).toBe(303);
    expect(await (await get('/desk?all')).text()).toContain(sam.name);
    const late = await desk.browserOf(lee).post('/desk/acknowledge', { event });
    expect([late.status, (await late.text()).includes('has it already')]).toEqual([400, true]);
  });

  it('takes all red flags of one person by one press, each written down, and none that came since', async ({
    table,
  }) => {
    const { desk, service, trail } = await withAna(table);
    const { get, post } = desk.browserOf({ ...sam, calledBy: 'Sam, front desk' });
    await service.text('chest pain');
    await service.text('CALL ME');
    const page = await (await get('/desk')).text();
    expect(page.match(/<button[^>]*>I have (it|all 2)/g)).toHaveLength(1);
    expect(page).toContain('I have all 2');
    const [, event = ''] = /name="event" value="([^"]+)"/.exec(page) ?? [];
    await service.text('I cannot pee');
    const acknowledged = async () =>
      (await trail()).filter(({ operation, who }) => operation === 'acknowledge' && who === sam.name).length;
    expect((await post('/desk/acknowledge', { event })).headers.get('location')).toBe('/desk?done=acknowledged');
    expect(await acknowledged()).toBe(2);
    const after = await (await get('/desk')).text();
    expect(after).toMatch(/<button[^>]*>I have it/);
    const all = await (await get('/desk?all')).text();
    expect(all.match(/Sam, front desk has it since 2030-01-07 07:00/g)).toHaveLength(2);
    // Pressed again: nothing more is taken, and nothing is lost.
    expect((await post('/desk/acknowledge', { event })).headers.get('location')).toBe('/desk?done=acknowledged');
    expect((await desk.browserOf(lee).post('/desk/acknowledge', { event })).status).toBe(400);
    // One of them is somebody else's: what nobody had is taken, and it is not said that all are theirs.
    const left = /name="event" value="([^"]+)"/.exec(after)?.[1] ?? '';
    const both = `${event.split(' ')[0]} ${left}`;
    const some = await desk.browserOf(lee).post('/desk/acknowledge', { event: both });
    expect(some.headers.get('location')).toBe('/desk?done=acknowledgedSome');
    expect(await (await get('/desk')).text()).toContain('Nothing waits.');
  });

  it('says whom a red flag comes to next, by the name of the contact', async ({ table }) => {
    const { desk, service } = await withAna(table);
    await service.text('chest pain');
    const page = await (await desk.browserOf(sam).get('/desk')).text();
    expect(page).toContain('nobody has it: front desk is told next (2030-01-07 09:00), told 0 times');
    expect(page).toContain('Times are those of New York.');
  });
});

describe('a day that is asked about', () => {
  it('is where the answer is seen without a search for it: on a phone the page is longer than the screen', async ({
    table,
  }) => {
    const { get } = (await withAna(table)).desk.browserOf(sam);
    const page = await (await get(`/desk/people/${idOfAna}?date=2030-01-09`)).text();
    const [, target = ''] = /<form method="get" action="[^"#]*#([^"]+)"/.exec(page) ?? [];
    expect(page).toMatch(new RegExp(`<ul [^>]*id="${target}"`));
  });
});
