import { inflateSync } from 'node:zlib';

/** A PDF as pdfkit writes it: objects one after another, their streams deflated, no object inside another's stream. */
export const readPdf = (bytes: Buffer) => {
  const file = bytes.toString('latin1');
  const objects = new Map<string, { readonly dictionary: string; readonly stream: string }>();
  for (const [, id = '', body = ''] of file.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj/gm)) {
    const [dictionary = '', stream] = body.split(/\nstream\n/);
    const data = Buffer.from((stream ?? '').replace(/\nendstream$/, ''), 'latin1');
    const isPacked = dictionary.includes('/FlateDecode') && data.length > 0;
    objects.set(id, { dictionary, stream: (isPacked ? inflateSync(data) : data).toString('latin1') });
  }
  const all = [...objects.values()];
  const withKey = (pattern: RegExp) => all.filter(({ dictionary }) => pattern.test(dictionary));
  const streamOf = (reference: string | undefined): string => objects.get(reference ?? '')?.stream ?? '';
  const pages = withKey(/\/Type \/Page\b/);
  const content = pages.map(({ dictionary }) => streamOf(/\/Contents (\d+) 0 R/.exec(dictionary)?.[1])).join('\n');

  /** What each glyph of a font stands for, by its ToUnicode map. */
  const lettersOf = (font: string): readonly string[] => {
    const map = streamOf(/\/ToUnicode (\d+) 0 R/.exec(objects.get(font)?.dictionary ?? '')?.[1]);
    return [...map.matchAll(/\[([^\]]*)\]/g)].flatMap(([, range = '']) =>
      [...range.matchAll(/<([0-9a-f ]*)>/gi)].map(([, hex = '']) =>
        Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
      ),
    );
  };
  const fonts = new Map(
    [...file.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, lettersOf(id)] as const),
  );
  const text = (): string => {
    let letters: readonly string[] = [];
    return content
      .split('\n')
      .map((line) => {
        letters = fonts.get(/\/(F\d+) \S+ Tf/.exec(line)?.[1] ?? '') ?? letters;
        if (/\bET$/.test(line)) return ' ';
        if (!/TJ$/.test(line)) return '';
        return [...line.matchAll(/<([0-9a-f]+)>/gi)]
          .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
          .map((glyph) => letters[Number.parseInt(glyph, 16)] ?? '')
          .join('');
      })
      .join('')
      .replace(/\s+/g, ' ');
  };
  return { file, pages: pages.length, content, text: text(), withKey };
};

/** Operators that put something onto the page. */
const paints = /(?:^|\s)(?:TJ|Tj|S|f|B|Do|f\*|B\*)$/;

/** The lines of a content stream that paint outside of every marked piece. */
export const paintedUnmarked = (content: string): readonly string[] => {
  let depth = 0;
  return content.split('\n').filter((line) => {
    if (/\b(?:BDC|BMC)$/.test(line)) depth += 1;
    if (/\bEMC$/.test(line)) depth -= 1;
    return depth === 0 && paints.test(line);
  });
};
