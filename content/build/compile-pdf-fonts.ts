import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

/** The fonts of a PDF, each file packed with brotli, in base64. */
export interface PackedFonts {
  /** Atkinson Hyperlegible (OFL 1.1), drawn by the Braille Institute for those who see little: what English and French need. */
  readonly regular: string;
  readonly bold: string;
  /** DejaVu Sans (Bitstream Vera's licence): Greek, Cyrillic, Arabic, Hebrew and signs that somebody may have written into a note. */
  readonly fallback: string;
  /** Noto Sans Devanagari (OFL 1.1): Hindi, Nepali, Marathi. */
  readonly devanagari: string;
}

/** Brotli's level 9; the highest would take five seconds for 8 % less. */
const compression = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

const pack = (file: string): string =>
  brotliCompressSync(readFileSync(fileURLToPath(import.meta.resolve(file))), compression).toString('base64');

/** Packs the fonts into the bundle: a PDF that is to be read anywhere carries its fonts (ISO 14289-1, 7.21.4). */
export const compilePdfFonts = (): PackedFonts => ({
  regular: pack('@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-400-normal.woff'),
  bold: pack('@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-700-normal.woff'),
  fallback: pack('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  devanagari: pack('@fontsource/noto-sans-devanagari/files/noto-sans-devanagari-devanagari-400-normal.woff'),
});
