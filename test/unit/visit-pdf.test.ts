import { describe, expect, it } from 'vitest';
import { paperOf } from '../../functions/web/pdf/paper.ts';
import { paintedUnmarked, readPdf } from '../support/read-pdf.ts';
import { askForVisit, looksAt, visitKinds } from '../support/visit-pdfs.ts';

const sheet = async (kind: (typeof visitKinds)[number]) =>
  readPdf(Buffer.from(await (await askForVisit(kind, '.pdf')).arrayBuffer()));

describe('the sheet for a visit as PDF', () => {
  // What PDF/UA-1 asks for that can be told from the file alone; veraPDF judges the rest (test/pdf-ua).
  it.each(visitKinds)(
    'is one tagged page that names its language and title, with nothing unmarked: %s',
    async (kind) => {
      const { file, pages, content, withKey } = await sheet(kind);
      const fr = kind.includes('French') || kind.includes('font');
      expect(pages).toBe(1);
      expect(withKey(/\/Type \/Catalog/)[0]?.dictionary).toMatch(fr ? /\/Lang \(fr\)/ : /\/Lang \(en-(US|GB)\)/);
      expect(withKey(/\/Marked true/)).toHaveLength(1);
      expect(file).toMatch(/\/DisplayDocTitle true/);
      expect(file).toContain('<pdfuaid:part>1</pdfuaid:part>');
      expect(file).toMatch(fr ? /<rdf:li[^>]*>Mal de dos/ : /<rdf:li[^>]*>Back pain/);
      expect(paintedUnmarked(content)).toEqual([]);
      expect(content.match(/\bBDC$/gm)?.length).toBe(content.match(/\bEMC$/gm)?.length);
      // Every font is in the file, and none is one of a reader's own.
      expect(withKey(/\/Type \/FontDescriptor/).length).toBeGreaterThan(0);
      for (const { dictionary } of withKey(/\/Type \/FontDescriptor/)) expect(dictionary).toContain('/FontFile2');
      expect(file).not.toContain('/Helvetica');
      for (const { dictionary } of withKey(/\/S \/Figure/)) expect(dictionary).toContain('/Alt');
      for (const { dictionary } of withKey(/\/Subtype \/Link/)) expect(dictionary).toMatch(/\/Contents \(..+\)/s);
    },
  );

  it('says what the page says', async () => {
    const kind = 'half a year, French, A4';
    const html = await (await askForVisit(kind, '')).text();
    const { text } = await sheet(kind);
    for (const words of [
      'Mal de dos',
      'De 3,8 à 3,7',
      '0,5–8,5',
      '7 jours sur 7',
      'Signes d’alerte décrits',
      '8. Stiff all morning',
      'Ibuprofen 400 mg',
    ]) {
      expect(html.replaceAll(/[\u00A0\u202F]/g, ' ')).toContain(words);
      expect(text.replaceAll(/[\u00A0\u202F]/g, ' ')).toContain(words);
    }
  });

  it('shows letters of every alphabet it has, and says where others can be read; they are said aloud as they were written', async () => {
    const { text, withKey } = await sheet('words that no one font has');
    expect(text).toContain('«\u00A0œuf\u00A0»'.replaceAll('\u00A0', ' '));
    expect(text).toMatch(/Ξεκούραση, отдых, \[mots dans une autre écriture\s: voir la page\]/);
    expect(text).toMatch(/Raide le matin 😀 ?\[emoji\] ?, ça va mieux/);
    expect(text).toContain('zażółć gęślą jaźń été');
    expect(text).not.toContain('\uFFFD');
    expect(withKey(/\/ActualText/)).toHaveLength(2);
  });

  it('shows Arabic, Hebrew and Hindi, and says of Chinese and Thai where it can be read', async () => {
    const { text, withKey } = await sheet('words from the right, and of scripts that it has not');
    // As they stand on paper, read from left to right.
    const onPaper = (words: string) => [...words].reverse().join('');
    expect(text).toContain(onPaper('الحمد لله'));
    expect(text).toContain(onPaper('הגב כואב מאוד בבוקר'));
    expect(text).toContain('Ibuprofen 400 mg');
    expect(text).toContain('ठ');
    expect(text).toMatch(/Jan 9 \[words in another script: see the page\]/);
    expect(text).not.toContain('\uFFFD');
    // Each is said aloud as it was written.
    expect(withKey(/\/ActualText/)).toHaveLength(6);
  });

  it('is looked at as the page is, and is one person’s file', async () => {
    const kind = 'one number';
    const before = looksAt(kind);
    const answer = await askForVisit(kind, '.pdf');
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toMatch(/^inline; filename="visit-\d{4}-\d\d-\d\d\.pdf"$/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(looksAt(kind)).toBe(before + 1);
  });

  it.each([
    ['US', 612],
    ['CA', 612],
    ['FR', 595.28],
    ['GB', 595.28],
    ['ZZ', 595.28],
  ])('is on the paper of %s', (country, width) => {
    expect(paperOf(country)[0]).toBe(width);
  });
});
