import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { previewTips } from '../../../content/build/preview-tips.ts';
import { writeTipBook } from '../../../content/build/tip-book.ts';
import { createContentPreview } from '../../../local/content-preview.ts';
import { messageSpecs } from '../../../shared/domain/answering/message.ts';

const today = '2026-11-29';
const content = join(import.meta.dirname, '../../../content');

describe('the preview of all tips', () => {
  let root: string;
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'backbeat-preview-'));
    for (const part of ['en', 'fr', 'programmes']) cpSync(join(content, part), join(root, part), { recursive: true });
  });
  afterAll(() => rmSync(root, { recursive: true }));
  const change = (file: string, from: RegExp, to: string): void => {
    const path = join(root, file);
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
  };

  it('shows each tip in both languages, as it is sent and with what it costs', () => {
    const { tips, problems } = previewTips(root, messageSpecs, today);
    expect(problems).toEqual([]);
    expect(tips.every(({ languages }) => languages.length === 2)).toBe(true);
    const [en] = tips.find(({ id }) => id === '01-medicines')?.languages ?? [];
    expect(en?.sms).toMatch(/^Backbeat: .* Reply PAIN 0-10 or MORE\.$/);
    expect(en?.smsSize).toMatchObject({ segments: 1 });
    expect(en?.grades?.mail).toBeLessThan(7);
  });

  it('shows what is wrong with a tip beside the tip, and with a file that cannot be read on top', async () => {
    change('en/tips/08-cardio.md', /reviewed: .*/, 'reviewed: 2020-01-01');
    change('fr/tips/08-cardio.md', /^---\n/, '');
    const { tips, problems } = previewTips(root, messageSpecs, today);
    const cardio = tips.find(({ id }) => id === '08-cardio');
    expect(cardio?.languages.map(({ language }) => language)).toEqual(['en']);
    expect(cardio?.languages[0]?.problems.join()).toMatch(/last reviewed on 2020-01-01/);
    expect(problems.join()).toMatch(/fr\/tips\/08-cardio\.md:1: must begin with a line of three plain hyphens/);
    const page = await writeTipBook(root, today);
    expect(page).toContain('2 problems.');
    expect(page).toContain('last reviewed on 2020-01-01');
  });

  it('is one page to sign, for these very words: another word, another hash', async () => {
    const hashOf = async (): Promise<string | undefined> =>
      /stand here: ([0-9a-f]{64})/.exec(await writeTipBook(root, today))?.[1];
    const before = await hashOf();
    change('en/tips/01-medicines.md', /Write down all the pills/, 'Write down the pills');
    expect(before).toBeDefined();
    expect(await hashOf()).not.toBe(before);
  });

  it('has the whole mail of each tip beside it, and of nothing else', async () => {
    const app = createContentPreview(() => Date.parse(today));
    const mail = await app.request('/mail/fr/08-cardio');
    expect([mail.status, await mail.text()]).toEqual([200, expect.stringContaining('<html lang="fr"')]);
    for (const path of ['/mail/de/08-cardio', '/mail/en/99-nothing', '/mail/en/..%2F..%2Fmessages'])
      expect((await app.request(path)).status).toBe(404);
  });

  it('fetches nothing from anywhere', async () => {
    expect(await writeTipBook(root, today)).not.toMatch(/<(?:script|iframe|img|link)\b/);
  });
});
