import PDFDocument from 'pdfkit';
import type { PdfFonts } from '../../../shared/content/pdf-fonts.ts';
import { memoize } from '../../../shared/domain/memoize.ts';
import { type Face, fitWords, openFont } from './fit-words.ts';
import { type Lines, layLines } from './lay-lines.ts';

/** The colours of the pages' light scheme; print has no dark one. */
export const inks = { ink: '#22302c', soft: '#4d5a55', line: '#cfc7b7', accent: '#1c6350', warm: '#a4481f' } as const;
/** A colour of the page, by what it is for. */
export type Ink = keyof typeof inks;

/** How words are set; sizes are in points, before scaling. */
export interface Setting {
  readonly size: number;
  readonly bold?: boolean;
  readonly ink?: Ink;
  readonly width?: number;
  readonly link?: string;
  /** Of a TH: what it heads. */
  readonly scope?: 'Column' | 'Row';
}

interface PageOptions {
  readonly title: string;
  readonly lang: string;
  readonly madeAt: number;
  readonly paper: readonly [width: number, height: number];
  readonly fonts: PdfFonts;
  /** What stands in the place of signs that no font has: where they can be read. */
  readonly unprinted: string;
  /** The share of its size at which everything is set. */
  readonly scale: number;
  /** What stands at the foot of each page; left out where there is one page. */
  readonly foot?: (page: number, pages: number) => readonly [left: string, right: string];
}

type Text = 'H1' | 'H2' | 'H3' | 'P' | 'L' | 'LI' | 'Lbl' | 'LBody' | 'Figure' | 'Link' | 'Span' | 'Sect';
/** What a piece of the page is, for a screen reader (PDF 1.7, 14.8.4). */
export type Tag = Text | 'Document' | 'Table' | 'THead' | 'TBody' | 'TR' | 'TH' | 'TD';
const margin = 42;
/** How many words of several fonts are kept as they were laid: more than stand in a row of a table. */
const mostLaid = 50;
/** Between what is read and the foot. */
const footHeight = 20;
/**
 * The metadata that declares conformance (ISO 14289-1, 5). pdfkit's own `subset: 'PDF/UA'` is not used: 0.20.2 writes a
 * CIDSet that leaves out the parts an accented letter is made of, so that veraPDF accepts an English sheet and refuses
 * a French one (7.21.4.2-2).
 */
const conformance = `
  <rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="">
    <pdfuaid:part>1</pdfuaid:part>
  </rdf:Description>`;

/**
 * A page, or several of them, as tagged PDF for PDF/UA-1 (ISO 14289-1): each piece of content stands in an element of its structure, or is
 * marked as an artifact, in the order in which it is read.
 */
export const createTaggedPage = ({ title, lang, madeAt, paper, fonts, unprinted, scale, foot }: PageOptions) => {
  const doc = new PDFDocument({
    size: [...paper],
    margins: { top: margin, left: margin, right: margin, bottom: foot ? margin + footHeight : margin },
    // How many pages there are, only the last tells.
    bufferPages: foot !== undefined,
    // No first font: it would be Helvetica, and nothing may be set in a font that is not in the file.
    font: '',
    pdfVersion: '1.7',
    tagged: true,
    lang,
    displayTitle: true,
    info: { Title: title, Producer: 'Backbeat', Creator: 'Backbeat', CreationDate: new Date(madeAt) },
  });
  doc.appendXML(conformance);
  const bytes: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => bytes.push(chunk));
  const ended = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject));
  let pages = 1;
  doc.on('pageAdded', () => {
    pages += 1;
  });
  doc.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold);
  const own = { regular: memoize(() => openFont(fonts.regular)), bold: memoize(() => openFont(fonts.bold)) };
  const opened = (name: 'fallback' | 'devanagari') =>
    memoize(() => {
      doc.registerFont(name, fonts[name]());
      return openFont(fonts[name]());
    });
  const others = { fallback: opened('fallback'), devanagari: opened('devanagari') };
  const place: PDFKit.PDFStructureElement[] = [];

  const fitted = (words: string, bold: boolean) => {
    const name = bold ? 'bold' : 'regular';
    const nameOf = (face: Face): string => (face === 'own' ? name : face);
    return { ...fitWords(words, { own: own[name](), ...others }, unprinted), nameOf };
  };
  type Fitted = ReturnType<typeof fitted>;
  /** Turns to the font and the size of words; those of several fonts stand on lines as high as the highest font's. */
  const turnTo = ({ faces, nameOf }: Fitted, size: number): void => {
    if (typeof faces !== 'string' && !faces.includes('devanagari')) others.fallback();
    const highest = typeof faces !== 'string' && faces.includes('devanagari') ? 'devanagari' : 'fallback';
    doc.font(nameOf(typeof faces === 'string' ? faces : highest)).fontSize(size * scale);
  };
  // A table measures words before it draws them: what was laid then is kept for a while.
  const laid = new Map<string, Lines>();
  const linesIn = ({ words, nameOf }: Fitted, faces: readonly Face[], width: number, size: number): Lines => {
    const key = `${nameOf('own')} ${size} ${width} ${words}`;
    const kept = laid.get(key);
    if (kept) return kept;
    // pdfkit keeps the widths of words by itself, and lays a run as a whole if it is asked for features.
    const widthOf = (run: string, face: Face): number =>
      doc.font(nameOf(face)).widthOfString(run, run.includes(' ') ? { features: [] } : {});
    const lines = layLines(words, faces, widthOf, width);
    if (laid.size >= mostLaid) laid.clear();
    laid.set(key, lines);
    return lines;
  };
  /** Words of several fonts or directions, run by run; pdfkit's own lines would set them word by word from the left. */
  const drawLines = (fit: Fitted, faces: readonly Face[], x: number, width: number, size: number): void => {
    turnTo(fit, size);
    const [height, gap] = [doc.currentLineHeight(true), 1.5 * scale];
    const { lines, isRtl } = linesIn(fit, faces, width, size);
    let y = doc.y;
    for (const line of lines) {
      if (y + height > doc.page.maxY()) {
        doc.continueOnNewPage();
        y = doc.page.margins.top;
      }
      let at = isRtl ? x + width - line.width : x;
      for (const run of line.runs) {
        // Fonts that stand on one line share its foot, not its top.
        const name = fit.nameOf(run.face);
        doc
          .font(name)
          .text(run.words, at, y + 0.8 * height, { lineBreak: false, features: [], baseline: 'alphabetic' });
        at += run.width;
      }
      y += height + gap;
    }
    doc.x = x;
    doc.y = y;
  };
  const add = (element: PDFKit.PDFStructureElement): void => {
    const parent = place.at(-1);
    if (parent) parent.add(element);
    else doc.addStructure(element);
  };
  const ornament = (draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void => {
    doc.markContent('Artifact', { type });
    draw();
    doc.endMarkedContent();
  };
  /** Words on one line, which belong to no element of their own. */
  const label = (
    said: string,
    x: number,
    y: number,
    size: number,
    align: 'left' | 'center' | 'right',
    width: number,
  ): void => {
    const fit = fitted(said, false);
    turnTo(fit, size);
    doc.fillColor(inks.soft);
    // A height of its own: below the last line of a page pdfkit would begin another.
    doc.text(fit.words, x, y, { width, align, lineBreak: false, height: 2 * size * scale });
  };
  const drawFeet = (): void => {
    const width = paper[0] - 2 * margin;
    for (let page = 0; page < pages; page += 1) {
      doc.switchToPage(page);
      const [left, right] = foot?.(page + 1, pages) ?? ['', ''];
      const y = paper[1] - margin - 9;
      ornament(() => {
        label(left, margin, y, 8, 'left', width);
        label(right, margin, y, 8, 'right', width);
      }, 'Pagination');
    }
  };

  return {
    left: margin,
    width: paper[0] - 2 * margin,
    /** What a page has room for, from its first line to its last. */
    height: paper[1] - 2 * margin - (foot ? footHeight : 0),
    /** Which page is being set, from 1. */
    get number(): number {
      return pages;
    },
    /** The position of the next line, in points from the top. */
    get y(): number {
      return doc.y;
    },
    set y(y: number) {
      doc.y = y;
    },
    scaled: (points: number): number => points * scale,
    /** Words as one element; they break into lines of `width`. */
    words: (
      tag: Tag,
      said: string,
      { size, bold = false, ink = 'ink', width, link, scope }: Setting,
      x = margin,
    ): void => {
      const fit = fitted(said, bold);
      const { words, faces, spoken } = fit;
      // Not in pdfkit's types yet.
      const heads: object = scope === undefined ? {} : { scope };
      const element = doc.struct(tag, { ...(spoken === undefined ? {} : { actual: spoken }), ...heads });
      const draw = (): void => {
        const top = doc.y;
        const room = width ?? paper[0] - margin - x;
        doc.fillColor(inks[ink]);
        if (typeof faces !== 'string') {
          drawLines(fit, faces, x, room, size);
          return;
        }
        turnTo(fit, size);
        doc.text(words, x, doc.y, { width: room, lineGap: 1.5 * scale, underline: link !== undefined });
        // The link is described in words; pdfkit's own link on a text describes nothing (7.18.5-2).
        if (link !== undefined) {
          const told: object = { structParent: element, Contents: new String(said) };
          doc.link(x, top, doc.widthOfString(words), doc.y - top, link, told);
        }
      };
      add(element);
      element.add(draw);
      element.end();
    },
    /** Draws a figure, which is described in one sentence. */
    figure: (alt: string, box: readonly [number, number, number, number], draw: () => void): void => {
      // Not in pdfkit's types yet.
      const where: object = { bbox: [...box] };
      const element = doc.struct('Figure', { alt, ...where });
      add(element);
      element.add(draw);
      element.end();
    },
    /** Words inside a figure or an ornament. */
    label,
    /** An element that holds what `fill` adds. */
    group: (tag: Tag, fill: () => void): void => {
      const element = doc.struct(tag);
      add(element);
      place.push(element);
      fill();
      place.pop();
      element.end();
    },
    /** Lines that say nothing, and what is said once more at the head of another page. */
    ornament,
    /** How much of a page words take up, set so. */
    heightOf: (said: string, { size, bold = false, width }: Setting): number => {
      const fit = fitted(said, bold);
      const room = width ?? paper[0] - 2 * margin;
      turnTo(fit, size);
      const { words, faces } = fit;
      if (typeof faces === 'string') return doc.heightOfString(words, { width: room, lineGap: 1.5 * scale });
      const height = doc.currentLineHeight(true) + 1.5 * scale;
      return linesIn(fit, faces, room, size).lines.length * height;
    },
    /** Goes on to another page where so much does not fit on this one; says whether it did. */
    makeRoom: (height: number): boolean => {
      if (doc.y + height <= doc.page.maxY()) return false;
      doc.addPage();
      return true;
    },
    /** A place that the list of contents beside the document leads to. */
    bookmark: (said: string): void => {
      doc.outline.addItem(said);
    },
    stroke: (path: string, ink: Ink, weight: number): void => {
      if (path === '') return;
      doc.path(path).lineCap('round').lineJoin('round').lineWidth(weight).strokeColor(inks[ink]).stroke();
    },
    dots: (points: readonly (readonly [x: number, y: number])[], radius: number, ink: Ink): void => {
      for (const [x, y] of points) doc.circle(x, y, radius);
      doc.fillColor(inks[ink]).fill();
    },
    finish: async (): Promise<{ readonly bytes: Buffer; readonly pages: number }> => {
      if (foot) drawFeet();
      doc.end();
      await ended;
      return { bytes: Buffer.concat(bytes), pages };
    },
  };
};

/** Draws on the pages of a PDF and tags what it draws, so that a screen reader can read it. */
export type TaggedPage = ReturnType<typeof createTaggedPage>;
