import { describe, expect, it } from 'vitest';
import { textsFor } from '../../shared/content/texts.ts';
import { say } from '../../shared/domain/answering/conversation.ts';
import { renderMessage, wordingKey, wordingsAnOccasion } from '../../shared/domain/answering/message.ts';
import { languages } from '../../shared/domain/people/subscriber.ts';
import { programmeOf } from '../support/programme-of.ts';

describe.each(languages)('the wordings of an answer (%s)', (language) => {
  const contextOn = async (date?: string) => ({
    language,
    ...(date === undefined ? {} : { date }),
    texts: await textsFor(language),
    programme: programmeOf('tip'),
    contact: '',
    smsNumber: '',
    publicBaseUrl: '',
    safetyAnswer: () => '',
    link: () => '',
  });
  const goal = { goal: 'walk to the shop' };

  it.each(['talkThanks', 'talkGoodNews', 'talkBadDay', 'tipHelped', 'weekAll', 'weekSome', 'weekNone'] as const)(
    'of %s are three, one a day in turn, and that of a day is always the same',
    async (key) => {
      const dates = ['2030-01-31', '2030-02-01', '2030-02-02', '2030-02-03', '2030-01-31'];
      const said = await Promise.all(dates.map(async (date) => say(await contextOn(date), key, {})));
      expect(new Set(said.slice(0, 3)).size).toBe(wordingsAnOccasion);
      expect(said[3]).toBe(said[0]);
      expect(said[4]).toBe(said[0]);
    },
  );

  it('have all that is filled in, and are the first where no date is known', async () => {
    const { messages } = await textsFor(language);
    for (const key of ['goalDone', 'goalNotYet'] as const) {
      const said = Array.from({ length: wordingsAnOccasion }, (_, wording) =>
        renderMessage(messages, key, goal, wording),
      );
      expect(new Set(said).size).toBe(wordingsAnOccasion);
      for (const text of said) expect(text).toContain('"walk to the shop"');
      expect(say(await contextOn(), key, goal)).toBe(said[0]);
    }
  });

  it('are one of whatever says a fact', async () => {
    const context = [await contextOn('2030-01-31'), await contextOn('2030-02-01')];
    expect(new Set(context.map((one) => say(one, 'noteKept', {}))).size).toBe(1);
    expect(wordingKey('noteKept', 0)).toBe('noteKept');
  });
});
