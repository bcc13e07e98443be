import jsQR from 'jsqr';
import { describe, expect, it } from 'vitest';
import { cardPage } from '../../../functions/desk/cards/card-page.ts';
import { qrPath } from '../../../functions/web/pages/qr-path.ts';
import type { Cohort } from '../../../shared/domain/people/cohort.ts';
import { type Language, languages } from '../../../shared/domain/people/subscriber.ts';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';
import { lexicon } from '../reading/fresh-lexicon.ts';

const knee: Cohort = { code: 'KNEE7', clinic: 'Elm & Sons <Physio>', contact: '+1 212 555 0199', time: '18:30' };
const place = { smsNumber: '+15005550006', publicBaseUrl: 'https://backbeat.example' };
const scale = 4;

/** What a phone's camera reads off an SVG path of squares, drawn as a printer draws it. */
const scanned = (path: string, side: number): string | undefined => {
  const width = side * scale;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1) {
      const from = (row * width + Number(x) * scale) * 4;
      for (let at = from; at < from + scale * 4; at += 4) pixels.fill(0, at, at + 3);
    }
  }
  return jsQR.default(pixels, width, width)?.data;
};

const codeOn = (html: string): string | undefined => {
  const [, side = '', path = ''] = /viewBox="0 0 (\d+) \d+"[^>]*><path d="([^"]+)"/.exec(html) ?? [];
  return scanned(path, Number(side));
};

describe('a card', () => {
  it.each([
    ['card', 'en', 'JOIN KNEE7', undefined],
    ['poster', 'fr', 'INSCRIPTION KNEE7', undefined],
    ['card', 'en', 'JOIN KNEE7 EN', 'fr'],
    ['card', 'fr', 'INSCRIPTION KNEE7', 'en'],
  ] as const)(
    '(%s, %s) is scanned, tapped and read as the same text, and that joins in its language',
    async (kind, language, words, codeLanguage) => {
      const cohort = codeLanguage === undefined ? knee : { ...knee, language: codeLanguage };
      const html = await cardPage(kind, language, cohort, place);
      expect(codeOn(html)).toBe(`SMSTO:+15005550006:${words}`);
      expect(html).toContain(`href="sms:+15005550006?&amp;body=${encodeURIComponent(words)}">${words}</a>`);
      const { intent, language: said } = parseReply(words, lexicon);
      expect(intent).toMatchObject({ kind: 'join', code: 'KNEE7' });
      expect(said ?? codeLanguage ?? 'en').toBe(language);
    },
  );

  it.each(languages)(
    'in %s says what is agreed to in the words of the sign-up page, and loads nothing',
    async (language: Language) => {
      const html = await cardPage('card', language, knee, place);
      const { textsIn } = await import('../../../functions/web/pages/texts/texts-in.ts');
      const { form, footer } = await textsIn(language);
      for (const words of [form.consent, form.terms, footer.note]) expect(html).toContain(words);
      expect(html).toContain('backbeat.example/privacy');
      expect(html).toContain(`href="https://backbeat.example/signup?code=KNEE7&amp;lang=${language}"`);
      expect(html).toContain('Elm &amp; Sons &lt;Physio&gt;');
      expect(html).not.toMatch(/<(?:img|link|script|iframe)|@import|url\(/);
    },
  );
});

describe('a QR code', () => {
  it.each(['cœur', 'ça va', 'l’eau', 'PAIN 6'])('holds %s in UTF-8, as readers expect it', (text) => {
    const { path, side } = qrPath(text);
    expect(scanned(path, side)).toBe(text);
  });

  it('says what whoever joins by it begins with, where that is not what everybody does', async () => {
    const walking = { ...knee, programme: 1 };
    expect(await cardPage('card', 'en', walking, place)).toMatch(
      /You begin with eight weeks of walking, three messages a week at 6:30\spm\./,
    );
    expect(await cardPage('card', 'fr', walking, place)).toContain('Vous commencez par huit semaines de marche');
    for (const kind of ['card', 'poster'] as const)
      for (const language of ['en', 'fr'] as const)
        expect(await cardPage(kind, language, walking, place)).not.toMatch(
          /every day|(?<!at most )one (?:tip|message) a day|chaque jour|(?<!au plus )un (?:conseil|message) par jour/i,
        );
    // A programme that is here no longer.
    expect(await cardPage('card', 'en', { ...knee, programme: 9 }, place)).toMatch(
      /You get one tip a day at 6:30\spm\./,
    );
  });
});
