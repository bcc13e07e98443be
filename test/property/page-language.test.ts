import fc from 'fast-check';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { readerOf } from '../../functions/web/page-language.ts';

const app = new Hono().get('/', async (context) => {
  const { texts, namesLanguage } = await readerOf({}, context);
  return context.json({ language: texts.lang, named: namesLanguage });
});

const ask = async (header: string | undefined, query = ''): Promise<unknown> =>
  (await app.request(`/${query}`, header === undefined ? {} : { headers: { 'Accept-Language': header } })).json();

/** What a header may be made of, sensible or not. */
const headers = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'fr',
        'FR-ca',
        'en',
        'en-GB',
        'de',
        '*',
        'frr',
        'x-fr',
        ';q=',
        '=',
        '"',
        ',',
        '0.5',
        '1e9',
        '-1',
        ' ',
      ),
      fc.string({ unit: fc.integer({ min: 32, max: 126 }).map((code) => String.fromCharCode(code)) }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

/** Tags in any order, each with a weight of its own. */
const weighted = fc
  .uniqueArray(
    fc.record({
      tag: fc.constantFrom('fr', 'fr-CA', 'fr-CH', 'en', 'en-US', 'de', 'es-419'),
      thousandths: fc.integer({ min: 0, max: 1000 }),
    }),
    { selector: ({ thousandths }) => thousandths, maxLength: 7 },
  )
  .map((tags) => ({
    header: tags.map(({ tag, thousandths }) => `${tag};q=${(thousandths / 1000).toFixed(3)}`).join(', '),
    wanted: tags
      .filter(({ tag, thousandths }) => thousandths > 0 && /^(en|fr)/.test(tag))
      .sort((one, other) => other.thousandths - one.thousandths)[0]
      ?.tag.slice(0, 2),
  }));

describe('the language of a page for everybody', () => {
  it('is one of ours, whatever the browser says', async () => {
    await fc.assert(
      fc.asyncProperty(headers, async (header) => {
        expect(await ask(header)).toEqual({ language: expect.stringMatching(/^(en|fr)$/), named: false });
      }),
    );
  });

  it('is what the browser wants most of what we have, English if it wants neither', async () => {
    await fc.assert(
      fc.asyncProperty(weighted, async ({ header, wanted }) => {
        expect(await ask(header)).toEqual({ language: wanted ?? 'en', named: false });
      }),
    );
  });

  it('is what the address says, whatever the browser says', async () => {
    await fc.assert(
      fc.asyncProperty(headers, fc.constantFrom('en', 'fr'), async (header, language) => {
        expect(await ask(header, `?lang=${language}`)).toEqual({ language, named: true });
      }),
    );
  });

  it('takes nothing else from the address', async () => {
    const others = fc.string().filter((text) => !/^\s*(en|fr)(-|\s*$)/i.test(text));
    await fc.assert(
      fc.asyncProperty(others, async (language) => {
        const answer = await ask('fr', `?lang=${encodeURIComponent(language)}`);
        expect(answer).toEqual({ language: 'fr', named: false });
      }),
    );
  });

  it('is English for who says nothing', async () => {
    expect(await ask(undefined)).toEqual({ language: 'en', named: false });
  });
});
