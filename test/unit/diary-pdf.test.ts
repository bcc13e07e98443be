import { describe, expect, it } from 'vitest';
import { diaryBook, mostEntries, mostLetters } from '../../functions/web/diary-book.ts';
import { createWeb } from '../../functions/web/web.ts';
import { loadReplyReading } from '../../shared/content/reply-reading.ts';
import { foldDiary } from '../../shared/domain/diary/fold-diary.ts';
import { diaryPdfsAnHour } from '../../shared/domain/people/limits.ts';
import { addDays } from '../../shared/domain/time/local-time.ts';
import { askForDiary, type DiaryKind, diaryKinds } from '../support/diary-pdfs.ts';
import { paintedUnmarked, readPdf } from '../support/read-pdf.ts';
import { fakeWorld } from './web-fakes.ts';
import { ana, diaryToken, reply, today } from './web-people.ts';

const diary = async (kind: DiaryKind) => readPdf(Buffer.from(await (await askForDiary(kind)).arrayBuffer()));
const plain = (words: string): string => words.replaceAll(/[\u00A0\u202F]/g, ' ');
const path = `/diary/${diaryToken()}`;
const pdfOf = async ({ deps }: ReturnType<typeof fakeWorld>) => {
  const answer = await createWeb(deps).request(`${path}/export.pdf`);
  return readPdf(Buffer.from(await answer.arrayBuffer()));
};
const { parse } = loadReplyReading();
const bookOf = (events: Parameters<typeof foldDiary>[0]) => diaryBook(foldDiary(events), today, parse);

describe('the whole diary as PDF', () => {
  // What PDF/UA-1 asks for that can be told from the file alone; veraPDF judges the rest (test/pdf-ua).
  it.each(diaryKinds)('is tagged, names its language and title, and leaves nothing unmarked: %s', async (kind) => {
    const { file, pages, content, text, withKey } = await diary(kind);
    const isFrench = withKey(/\/Lang \(fr\)/).length > 0;
    expect(withKey(/\/Type \/Catalog/)[0]?.dictionary).toMatch(/\/Lang \((fr|en-(US|GB))\)/);
    expect(withKey(/\/Marked true/)).toHaveLength(1);
    expect(file).toMatch(/\/DisplayDocTitle true/);
    expect(file).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(file).toMatch(isFrench ? /<rdf:li[^>]*>Journal de la douleur/ : /<rdf:li[^>]*>Pain diary/);
    expect(paintedUnmarked(content)).toEqual([]);
    expect(content.match(/\bBDC$/gm)?.length).toBe(content.match(/\bEMC$/gm)?.length);
    for (const { dictionary } of withKey(/\/Type \/FontDescriptor/)) expect(dictionary).toContain('/FontFile2');
    expect(file).not.toContain('/Helvetica');
    for (const { dictionary } of withKey(/\/S \/Figure/)) expect(dictionary).toContain('/Alt');
    // Each cell that heads others says which.
    for (const { dictionary } of withKey(/\/S \/TH\b/)) expect(dictionary).toMatch(/\/Scope \/(Column|Row)/);
    const counted = [...plain(text).matchAll(/Page (\d+) (?:of|sur) (\d+)/g)].map(([, page, of]) => [page, of]);
    expect(counted).toEqual(Array.from({ length: pages }, (_, page) => [String(page + 1), String(pages)]));
  });

  it('has every score and all words of two years, each month under a heading of its own', async () => {
    const { text, withKey } = await diary('two years of every day, English, Letter');
    const said = plain(text);
    expect(withKey(/\/Scope \/Row\b/)).toHaveLength(730 + 105 + 20 + 8 + 2);
    expect(withKey(/\/S \/H3\b/)).toHaveLength(25);
    expect(withKey(/\/S \/Figure/)).toHaveLength(4);
    const days = Array.from({ length: 365 }, (_, index) => 2 * index + 1);
    expect(days.filter((day) => !new RegExp(`, day ${day}\\b`).test(said))).toEqual([]);
    for (const words of [
      'January 16, 2028 to January 14, 2030',
      'Weekly means',
      'gardening, on some days',
      '730 of 730',
    ])
      expect(said).toContain(words);
    expect(said).toContain('walk to the shop and back reached on Dec 5, 2029');
  });

  it('draws the head of a table again on each page that it goes on to, where nobody hears it twice', async () => {
    const { content, pages, text, withKey } = await diary('two years of every day, French, A4');
    const heads = plain(text).match(/Jour Quand et comment Douleur Mots/g) ?? [];
    const tagged = withKey(/\/S \/THead\b/).length;
    expect(tagged).toBe(25 + 4);
    expect(heads.length).toBeGreaterThan(25);
    expect(pages).toBeGreaterThan(15);
    // The feet, and the heads that are drawn again.
    expect(content.match(/\/Artifact <<\n?\/Type \/Pagination/g)?.length).toBeGreaterThan(pages + 10);
  });

  it('says the same figures as the page', async () => {
    const html = plain(await (await createWeb(fakeWorld().deps).request(`${path}?range=3m`)).text());
    const said = plain((await pdfOf(fakeWorld())).text);
    for (const words of [
      'Walked twenty minutes along the canal',
      'long drive to my sister',
      'corrected',
      '12 noon, by text',
    ])
      for (const where of [html, said]) expect(where).toContain(words);
  });

  it('never has the words of despair or violence, and the score that they stood beside', async () => {
    const secret = [
      'I want to kill myself, I cannot go on',
      'je veux mourir, à quoi bon',
      'my husband hits me every night',
      'I have no reason to live any more',
    ];
    const events = [
      ...secret.map((note, n) =>
        reply(1 + n, addDays(today, -n - 1), n % 2 ? { score: 7, note } : { kind: 'note', note }),
      ),
      reply(20, addDays(today, -8), { score: 5, note: 'stiff after the train' }),
      reply(21, addDays(today, -8), { kind: 'note', of: reply(20, today, {}).key, note: secret[0] ?? '' }),
      reply(30, addDays(today, -9), { kind: 'goal', note: secret[0] ?? '' }),
      reply(31, addDays(today, -9), { kind: 'function', reach: 'all', note: secret[1] ?? '' }),
    ];
    for (const language of ['en', 'fr'] as const) {
      const { text } = await pdfOf(fakeWorld({ ...ana, language }, events));
      const said = plain(text);
      expect(said).not.toMatch(/kill|cannot go on|mourir|quoi bon|husband|reason to live/i);
      expect(said).toContain('stiff after the train');
      expect(said).toContain(
        language === 'en' ? 'Words that seem to tell of despair' : 'Les mots qui semblent dire le désespoir',
      );
    }
    const { entries, goals, weeks } = bookOf(events);
    expect(entries.map(({ score, note }) => [score, note])).toEqual([
      [5, 'stiff after the train'],
      [7, null],
      [7, null],
    ]);
    expect([goals, weeks]).toEqual([[], []]);
  });

  it('has the newest days of a diary that is too long, and says how many entries it left out', async () => {
    const events = Array.from({ length: mostEntries + 10 }, (_, n) =>
      reply(1 + n, addDays(today, -Math.floor(n / 4)), { score: n % 11 }),
    );
    const book = bookOf(events);
    // Whole days: 1,500 are 375 days of four.
    expect([book.entries.length, book.older]).toEqual([mostEntries, 10]);
    expect(book.sheet.from).toBe(addDays(today, -374));
    expect(plain((await pdfOf(fakeWorld(ana, events))).text)).toContain('the document would be too long: 10.');
    const long = 'stiff in the morning and better by noon, '.repeat(39);
    const wordy = Array.from({ length: 200 }, (_, n) => reply(1 + n, addDays(today, -n), { kind: 'note', note: long }));
    const letters = bookOf(wordy).entries.reduce((sum, { note }) => sum + (note?.length ?? 0), 0);
    expect(letters).toBeLessThanOrEqual(mostLetters);
    expect(letters).toBeGreaterThan(mostLetters - long.length);
  });

  it('is one person’s file, linked on the diary’s page, and made so many times an hour', async () => {
    const { deps } = fakeWorld();
    const web = createWeb(deps);
    expect(await (await web.request(path)).text()).toContain(`href="${path}/export.pdf"`);
    const first = await web.request(`${path}/export.pdf`);
    expect(first.headers.get('content-type')).toBe('application/pdf');
    expect(first.headers.get('content-disposition')).toBe(`attachment; filename="diary-${today}.pdf"`);
    expect(first.headers.get('cache-control')).toBe('no-store');
    for (let time = 1; time < diaryPdfsAnHour; time += 1)
      expect((await web.request(`${path}/export.pdf`)).status).toBe(200);
    const refused = await web.request(`${path}/export.pdf`);
    expect(refused.status).toBe(429);
    expect(await refused.text()).toContain('Please come back in an hour');
    expect((await web.request(`${path}/export.csv`)).status).toBe(200);
  });

  it('opens to its diary’s token alone', async () => {
    const web = createWeb(fakeWorld().deps);
    for (const token of ['nobody', diaryToken({ purpose: 'visit' }), diaryToken({ epoch: 'cccccccc' })])
      expect((await web.request(`/diary/${token}/export.pdf`)).status).toBe(404);
  });
});
