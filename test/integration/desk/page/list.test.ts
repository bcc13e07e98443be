import { gzipSync } from 'node:zlib';
import { describe, expect } from 'vitest';
import { agreed, knee, list, listed, sam, withAna } from '../../../support/ana-at-desk.ts';
import { deskSiteOver } from '../../../support/desk-site.ts';
import { it } from '../../../support/engine.ts';
import { contentsOf } from '../../../support/replies.ts';

const rowsIn = (page: string): readonly string[] =>
  [...page.matchAll(/<b>Line (\d+)<\/b><\/p><p>([^<]*)/g)].map(([, line, fate]) => `${line} ${fate}`);

describe('a list of people', () => {
  const lines = [
    'address,language,zone,consent_when,consent_how,consent_wording',
    `${listed},fr,Paris,${agreed}`,
    `+12125550177,en,Denver,${agreed}`,
    `jo@example.org,en,Springfield-on-the-Moon,${agreed}`,
    `gone@example.org,en,Denver,${agreed}`,
    'ann@example.org,en,Denver,,,',
  ];

  it('is told row by row before anything is done; then each mailbox is invited, once', async ({ table }) => {
    const { desk, service } = await withAna(table);
    const { bring, post } = desk.browserOf(sam);
    await post('/desk/codes', knee);
    const jobs = service.jobs.length;
    const said = await bring(lines.join('\r\n'), 'knee 7');
    const text = await said.text();
    expect([said.status, service.jobs.length]).toEqual([200, jobs]);
    expect(rowsIn(text)).toEqual([
      // What is to be mended comes first.
      expect.stringContaining('4 not read: the zone is none that we know'),
      '2 would be invited, by one mail that asks to confirm (Paris time)',
      '3 a number, which is never texted first: give them a card',
      expect.stringContaining('5 not invited: mail to that address bounced'),
      expect.stringContaining('6 not invited, because it does not say when, how'),
    ]);
    for (const secret of [listed, 'jo@example.org', '12125550177']) expect(text).not.toContain(secret);
    const again = / name="list" value="([^"]+)"/.exec(text)?.[1] ?? '';
    expect(text).toMatch(/name="code" value="knee 7"/);
    const done = await post('/desk/list/invite', { list: again, code: 'knee 7' });
    expect(rowsIn(await done.text())[1]).toBe('2 invited, by one mail that asks to confirm (Paris time)');
    expect(service.jobs.length).toBe(jobs + 1);
    expect(await service.profile(listed)).toMatchObject({ status: 'pending', signUp: { zone: 'Europe/Paris' } });
    expect((await contentsOf(table)).filter(({ SK }) => String(SK).startsWith('ASKED#'))).toMatchObject([
      { code: 'KNEE7' },
    ]);
    const twice = await post('/desk/list/invite', { list: again, code: 'knee 7' });
    expect(rowsIn(await twice.text())[1]).toContain('2 asked already');
    expect(service.jobs.length).toBe(jobs + 1);
  });

  it('that cannot be read is told so, and nothing is done', async ({ table }) => {
    const { desk, service } = await withAna(table);
    const { bring, post } = desk.browserOf(sam);
    const jobs = service.jobs.length;
    const bomb = gzipSync(Buffer.alloc(16 * 1024 * 1024));
    for (const [what, why, code] of [
      ['', 'choose a file', ''],
      ['ann,en\n', 'the first line has to name the columns', ''],
      [new Uint8Array([0x1f, 0x8b, 1, 2]), 'cannot be unpacked', ''],
      [new Uint8Array(bomb), 'is too long', ''],
      [`${lines[0]}\n${`${listed},en,Denver,${agreed}\n`.repeat(501)}`, 'more than 500 rows', ''],
      [list, 'there is no such code', 'NONE7'],
    ] as const) {
      const response = await bring(what, code);
      const text = await response.text();
      expect([response.status, text.includes(why)], why).toEqual([400, true]);
      expect(text).not.toContain('name="list" value');
    }
    expect((await bring('x'.repeat(600_000))).status).toBe(413);
    expect((await post('/desk/list/invite', { list: '%%', code: '' })).status).toBe(400);
    expect(service.jobs.length).toBe(jobs);
  });

  it('is not for a deployment that sends no mail', async ({ table }) => {
    const { service } = await withAna(table);
    const { get, bring } = deskSiteOver(table, service, { onlyChannel: 'sms' }).browserOf(sam);
    expect(await (await get('/desk')).text()).not.toContain('/desk/list');
    expect([(await get('/desk/list')).status, (await bring(list)).status]).toEqual([404, 404]);
  });
});
