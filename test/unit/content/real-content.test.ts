import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileContent } from '../../../content/build/compile-content.ts';
import { sizeOf } from '../../../content/build/text-size.ts';
import { mailsFor } from '../../../shared/content/mails.ts';
import { firstProgramme } from '../../../shared/content/programmes.ts';
import { textsFor } from '../../../shared/content/texts.ts';
import { messageSpecs, renderMessage } from '../../../shared/domain/answering/message.ts';
import { languages } from '../../../shared/domain/people/subscriber.ts';
import { programmesFrom } from '../../../shared/domain/tips/tip-programme.ts';
import { today } from './content-set-up.ts';

const contentRoot = join(import.meta.dirname, '../../../content');

describe('the real content', () => {
  it('begins with what pain means, with moving, pacing, sleep and a goal; what others do to a back is in the last two weeks', () => {
    const { tips } = firstProgramme();
    const topics = tips.map(({ topic }) => topic);
    expect(new Set(topics.slice(0, 7))).toEqual(new Set(['understanding', 'moving', 'pacing', 'sleep']));
    expect(tips.slice(0, 7).map(({ tip }) => tip)).toContain('32-smart-goals');
    expect(Math.min(...topics.flatMap((topic, at) => (topic === 'hands-on' ? [at] : [])))).toBeGreaterThan(21);
    expect(tips.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 36 }, (_, at) => at + 1),
    );
  });

  it('passes every check', () =>
    expect(compileContent(contentRoot, messageSpecs, today).summary).toMatch(/^content.*: 52 tips, \d+ messages/));

  describe.each(languages)('in %s', (language) => {
    it('is what the service serves', async () => {
      const { files } = compileContent(contentRoot, messageSpecs, today);
      const { messages, tips } = await textsFor(language);
      expect(files.get(`${language}/messages`)).toEqual(messages);
      expect(files.get(`${language}/tips`)).toEqual(tips);
      expect(files.get(`${language}/mails`)).toMatchObject({ tips: await mailsFor(language) });
    });

    it('sends each tip as one segment, and each longer form as three at most', async () => {
      const { messages: all, tips } = await textsFor(language);
      expect(tips).toHaveLength(programmesFrom(firstProgramme()).flatMap((programme) => programme.tips).length);
      for (const { sms, more } of tips) {
        expect(sizeOf(renderMessage(all, 'tip', { tip: sms }))).toMatchObject({ segments: 1, foreign: [] });
        expect(sizeOf(more)).toMatchObject({ foreign: [] });
        expect(sizeOf(more).segments).toBeLessThanOrEqual(3);
      }
    });

    it('has texts and mails of the same tips, those of every other language', async () => {
      const ids = (await textsFor('en')).tips.map(({ id }) => id);
      expect((await textsFor(language)).tips.map(({ id }) => id)).toEqual(ids);
      expect((await mailsFor(language)).map(({ id }) => id)).toEqual(ids);
    });
  });
});
