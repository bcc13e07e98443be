import { describe, expect, it } from 'vitest';
import { english } from '../../functions/web/pages/texts/english.ts';
import { textsIn } from '../../functions/web/pages/texts/texts-in.ts';
import { signUpTimes } from '../../functions/web/sign-up-request.ts';
import { createWeb } from '../../functions/web/web.ts';
import { mailsFor } from '../../shared/content/mails.ts';
import { textsFor } from '../../shared/content/texts.ts';
import { renderMessage } from '../../shared/domain/answering/message.ts';
import { notations } from '../../shared/domain/diary/notation.ts';
import { parseReply } from '../../shared/domain/reading/parse-reply.ts';
import { mailWords } from '../../shared/mails/mail-words.ts';
import { lexicon } from './reading/fresh-lexicon.ts';
import { fakeWorld } from './web-fakes.ts';

/** A page's words as they are read. */
const asRead = (html: string): string => html.replaceAll('&#39;', "'").replaceAll('&amp;', '&');

describe('the landing page', () => {
  it('asks for consent with an unticked box, and says what the law wants said', async () => {
    const html = await (await createWeb(fakeWorld().deps).request('/')).text();
    expect(html.match(/<input[^>]*name="consent"[^>]*>/)?.[0]).not.toContain('checked');
    for (const words of [
      'health data',
      'one message a day',
      'rates may apply',
      'STOP',
      'HELP',
      'href="/terms"',
      'href="/privacy"',
    ]) {
      expect(html).toContain(words);
    }
  });

  it.each(['en', 'fr'] as const)(
    'shows a tip as it goes out by text, what a score is answered with, and its mail: %s',
    async (language) => {
      const html = await (await createWeb(fakeWorld().deps).request(`/?lang=${language}`)).text();
      const said = asRead(html);
      const texts = await textsFor(language);
      const mail = (await mailsFor(language)).find(({ id }) => id === '08-cardio');
      const tip = texts.tips.find(({ id }) => id === '08-cardio');
      expect(said).toContain(renderMessage(texts.messages, 'tip', { tip: tip?.sms ?? 'no such tip' }));
      const { number } = notations[language];
      const figures = { score: number(4), mean: number(4.5), points: number(1.3) };
      expect(said).toContain(renderMessage(texts.messages, 'scoreLoggedDown', { ...figures, hardDay: '' }));
      expect(html.replaceAll('\n', '')).toContain(mail?.html.split('</p>')[0]?.replaceAll('\n', ''));
      for (const words of [mail?.subject, mail?.title, mail?.evidence, mail?.caution, mailWords[language].askScore])
        expect(said).toContain(words);
      // The score that the page says was sent is the one that is answered.
      expect(parseReply((await textsIn(language)).landing.chatScore, lexicon).intent).toMatchObject({
        kind: 'score',
        score: 4,
      });
    },
  );

  it('says who is behind it as the settings say it, what it costs, and three sentences on privacy', async () => {
    const world = fakeWorld();
    const clinic = { clinic: 'Elm Street Physio', zone: 'America/New_York', hours: [], contacts: ['front desk'] };
    const page = async (deps: typeof world.deps) => (await createWeb(deps).request('/')).text();
    const html = await page({ ...world.deps, redFlagReaders: clinic });
    expect(html).toContain('<a href="mailto:help@clinic.example">help@clinic.example</a>');
    expect(asRead(html)).toContain('They work together with Elm Street Physio.');
    expect(await page(world.deps)).not.toContain('They work together');
    expect(html).toContain('Backbeat is free.');
    expect(english.landing.privacy).toHaveLength(3);
    for (const sentence of english.landing.privacy) expect(html).toContain(sentence);
  });

  it.each(['en', 'fr'])(
    'weighs less than 30 KB before it is packed, and may be kept by a cache: %s',
    async (language) => {
      const answer = await createWeb(fakeWorld().deps).request(`/?lang=${language}`);
      expect(Buffer.byteLength(await answer.text())).toBeLessThan(30_000);
      for (const method of ['GET', 'HEAD'])
        expect((await createWeb(fakeWorld().deps).request('/', { method })).headers.get('cache-control')).toBe(
          'public, max-age=300',
        );
    },
  );

  it('offers the half hours at which a tip may be sent, nine o’clock first chosen', async () => {
    expect([signUpTimes[0], signUpTimes.at(-1), signUpTimes.length]).toEqual(['08:00', '19:30', 24]);
    expect(await (await createWeb(fakeWorld().deps).request('/')).text()).toMatch(/<option value="09:00" selected/);
  });
});
