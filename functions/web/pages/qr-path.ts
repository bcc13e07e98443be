import qrcode from 'qrcode-generator';

/** The width of the light margin in modules: with fewer than four, scanners may not find the code (ISO/IEC 18004). */
const quietZone = 4;

/**
 * A text as UTF-8, which readers expect: by default the library keeps the low eight bits of each UTF-16 unit
 * (findings/qr-eight-bits.sh).
 */
const bytesOf = (text: string): number[] => [...new TextEncoder().encode(text)];

/** A QR code of a text as one SVG path of squares, and the side of the square that it stands in, quiet zone included. */
export const qrPath = (text: string): { readonly path: string; readonly side: number } => {
  qrcode.stringToBytes = bytesOf;
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const path = Array.from({ length: count * count }, (_, index) => ({
    x: index % count,
    y: Math.floor(index / count),
  }))
    .filter(({ x, y }) => code.isDark(y, x))
    .map(({ x, y }) => `M${x + quietZone} ${y + quietZone}h1v1h-1z`)
    .join('');
  return { path, side: count + 2 * quietZone };
};
