import { strFromU8, unzipSync } from 'fflate';
import { describe, expect } from 'vitest';
import { lee, sam, withAna, withFour, word } from '../../../support/ana-at-desk.ts';
import { it } from '../../../support/engine.ts';

const reportPath = '/desk/results/report?month=2030-01';

describe('the month’s report on the page', () => {
  it('is a page to print, in the reader’s language, of whoever works at the desk', async ({ table }) => {
    const { desk, service } = await withAna(table);
    await withFour(service);
    const { get, ask } = desk.browserOf(sam);
    const response = await get(reportPath);
    const text = await response.text();
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(text).toMatch(/Backbeat: January 2030.*People who were with you in the month<\/th><td>5</s);
    expect(text).toMatch(/Logged a pain score at least once<\/th><td>hidden/);
    expect(text).toContain('<a href="/desk/results">');
    expect(text).not.toContain(word);
    const french = await (await ask(reportPath, { headers: { 'accept-language': 'fr' } })).text();
    expect(french).toMatch(/<html lang="fr">.*janvier 2030.*masqué/s);
  });

  it('is asked for by the last month that is over, and says why there is none', async ({ table }) => {
    const { desk } = await withAna(table);
    const { get } = desk.browserOf(sam);
    expect(await (await get('/desk/results')).text()).toMatch(/type="month"[^>]*value="2029-12"/);
    const few = await get(reportPath);
    expect([few.status, await few.text()]).toEqual([400, expect.stringContaining('Fewer than five people')]);
    const odd = await get('/desk/results/report?month=January');
    expect([odd.status, await odd.text()]).toEqual([400, expect.stringContaining('written like 2026-11')]);
  });

  it('gives up before the API does, and says what to do', async ({ table }) => {
    const { desk, service } = await withAna(table);
    await withFour(service);
    const { now } = desk.deps.clock;
    let asked = 0;
    // As slow as a table of millions: each look at the clock finds it half a minute on.
    Object.assign(desk.deps.clock, { now: () => now() + 30_000 * asked++ });
    const response = await desk.browserOf(sam).get(reportPath);
    Object.assign(desk.deps.clock, { now });
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('npm run operator')]);
  });
});

describe('the export for research on the page', () => {
  it('is a folder of CSV for a clinician, and not for staff', async ({ table }) => {
    const { desk, service } = await withAna(table);
    await withFour(service);
    const staff = desk.browserOf(sam);
    expect(await (await staff.get('/desk/results')).text()).not.toContain('/desk/results/research');
    expect((await staff.post('/desk/results/research')).status).toBe(403);
    const clinician = desk.browserOf(lee);
    expect(await (await clinician.get('/desk/results')).text()).toContain('/desk/results/research');
    const response = await clinician.post('/desk/results/research');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="research-2030-01-07.zip"');
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
    expect(Object.keys(files)).toEqual(['people.csv', 'scores.csv', 'answers.csv', 'tips.csv', 'dictionary.csv']);
    const people = strFromU8(files['people.csv'] ?? new Uint8Array());
    expect(people.trim().split('\r\n')).toHaveLength(6);
    for (const file of Object.values(files)) expect(strFromU8(file)).not.toMatch(new RegExp(`2030-|${word}|2125550`));
  });

  it('is refused where fewer than five agreed, by a form of another site, and as a link', async ({ table }) => {
    const { desk, trail } = await withAna(table);
    const { post, get } = desk.browserOf(lee);
    const few = await post('/desk/results/research');
    expect([few.status, await few.text()]).toEqual([400, expect.stringContaining('RESEARCH YES')]);
    const lines = (await trail()).length;
    expect((await post('/desk/results/research', { token: 'another' })).status).toBe(403);
    expect((await get('/desk/results/research')).status).toBe(404);
    expect((await trail()).length).toBe(lines);
  });
});
