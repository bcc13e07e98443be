import { brotliDecompressSync } from 'node:zlib';
import { memoize } from '../domain/memoize.ts';

const load = async () => {
  const { read } = await import('../../content/compiled/pdf-fonts.js');
  const { regular, bold, fallback } = read();
  const unpack = (packed: string): Buffer => brotliDecompressSync(Buffer.from(packed, 'base64'));
  return { regular: unpack(regular), bold: unpack(bold), fallback: memoize(() => unpack(fallback)) };
};

/** Loads the fonts of a PDF when one is first made; `fallback` is loaded when a letter is missing in the other. */
export const loadPdfFonts = memoize(load);
/** The fonts as PDFs embed them. */
export type PdfFonts = Awaited<ReturnType<typeof load>>;
