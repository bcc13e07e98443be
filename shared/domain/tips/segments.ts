/**
 * The characters of one septet in GSM 03.38's default alphabet, and those of two, from its extension table
 * (docs/facts.md#a10).
 */
const single =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const double = '\f^{}\\[~]|€';

/** The room of a text's only part, and of each of several, which carries a header. */
const room = { gsm: { alone: 160, part: 153 }, ucs2: { alone: 70, part: 67 } } as const;

const parts = (
  widths: readonly number[],
  { alone, part }: { readonly alone: number; readonly part: number },
): number => {
  const total = widths.reduce((sum, width) => sum + width, 0);
  if (total <= alone) return 1;
  let count = 1;
  let used = 0;
  // A character of two places is never split: it begins the next part.
  for (const width of widths) {
    if (used + width > part) [count, used] = [count + 1, 0];
    used += width;
  }
  return count;
};

/** Whether a text goes out in GSM 03.38; any other character makes every segment less than half as long. */
export const isGsm7 = (text: string): boolean =>
  [...text].every((character) => single.includes(character) || double.includes(character));

/** How many segments a text is sent and paid as; one at least. */
export const segmentsOf = (text: string): number => {
  const characters = [...text];
  return isGsm7(text)
    ? parts(
        characters.map((character) => (double.includes(character) ? 2 : 1)),
        room.gsm,
      )
    : parts(
        characters.map((character) => character.length),
        room.ucs2,
      );
};
