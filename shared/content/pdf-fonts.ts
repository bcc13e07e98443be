import { brotliDecompressSync } from 'node:zlib';
import { memoize } from '../domain/memoize.ts';

const load = async () => {
  const { read } = await import('../../content/compiled/pdf-fonts.js');
  const { regular, bold, fallback } = read();
  const unpack = (packed: string): Buffer => brotliDecompressSync(Buffer.from(packed, 'base64'));
  return { regular: unpack(regular), bold: unpack(bold), fallback: memoize(() => unpack(fallback)) };
};

/** The files of the fonts that a PDF is set in, read by the first that is asked for; `fallback` when a letter is lacking. */
export const loadPdfFonts = memoize(load);
export type PdfFonts = Awaited<ReturnType<typeof load>>;
