import { brotliDecompressSync } from 'node:zlib';
import { memoize } from '../domain/memoize.ts';

const load = async () => {
  const { read } = await import('../../content/compiled/pdf-fonts.js');
  const { regular, bold, fallback, devanagari } = read();
  const unpack = (packed: string): Buffer => brotliDecompressSync(Buffer.from(packed, 'base64'));
  return {
    regular: unpack(regular),
    bold: unpack(bold),
    fallback: memoize(() => unpack(fallback)),
    devanagari: memoize(() => unpack(devanagari)),
  };
};

/** Loads the fonts of a PDF when one is first made; the others are unpacked when a letter is missing in it. */
export const loadPdfFonts = memoize(load);
/** The fonts as PDFs embed them. */
export type PdfFonts = Awaited<ReturnType<typeof load>>;
