import { describe, expect } from 'vitest';
import { readAnswer } from '../../../shared/domain/reading/answer/read-answer.ts';
import { it } from '../../support/engine.ts';
import { createService, type Service } from '../../support/replies.ts';

let service: Service;
it.beforeEach(async ({ table }) => {
  service = createService(table);
  await service.text('JOIN');
});

const today = '2030-01-07';
const inDoubt = 'PAIN 4 better than yesterday';

const later = async (body: string, minutes = 1): Promise<string> => {
  service.after(minutes);
  return service.answerTo(body);
};

describe('a number in doubt', () => {
  it('is asked about by its value, and logs nothing by itself', async () => {
    expect(await later(inDoubt)).toMatch(/Reply 4 to log it/);
    expect((await service.scores()).filter(([, score]) => score !== null)).toEqual([]);
    expect(await service.notes()).toEqual([inDoubt]);
  });

  it.each(['4', '4.', ' 4 ', 'four', '4/10', 'yes', 'Yes please', 'ok', '👍', 'oui', "that's right"])(
    'is logged by %j, with the words it was said in as its note',
    async (answer) => {
      await later(inDoubt);
      expect(await later(answer)).toMatch(/4 is in your diary/);
      expect(await service.scores()).toEqual([[today, 4]]);
      expect(await service.notes()).toEqual([inDoubt]);
    },
  );

  it('is logged by a YES that Twilio took for an opt-in, and said so', async () => {
    await later(inDoubt);
    service.after(1);
    expect(await service.text('YES', { carrierAct: 'START' })).toEqual([expect.stringContaining('4 is in your diary')]);
    expect(await service.scores()).toEqual([[today, 4]]);
  });

  it('is logged for the day it was said, though the answer comes after midnight', async () => {
    service.after(16 * 60);
    await later(inDoubt);
    expect(await later('4', 90)).toMatch(/4 is in your diary for/);
    expect(await service.scores()).toEqual([[today, 4]]);
  });

  it('is not logged by "no", and any other number is a score of its own', async () => {
    await later(inDoubt);
    expect(await later('no')).toMatch(/no score logged/);
    await later(inDoubt);
    expect(await later('7')).toMatch(/7 is in your diary/);
    expect((await service.scores()).filter(([, score]) => score !== null)).toEqual([[today, 7]]);
  });

  it.each([
    ['no, 7', 7],
    ['no 7', 7],
    ['non, 7', 7],
    ['nope its 7', 7],
    ['yes 7', 7],
    ['ok 7', 7],
    ['yes 4', 4],
    ['oui, 4', 4],
  ])('answered by %j logs the number that the answer gives', async (answer, score) => {
    await later(inDoubt);
    expect(await later(answer)).toContain(`${score} is in your diary`);
    expect((await service.scores()).filter(([, logged]) => logged !== null)).toEqual([[today, score]]);
  });

  it.each(['yes 5-6', 'no 4', 'yes 4 or 5', 'ok at 7pm'])('answered by %j logs nothing', async (answer) => {
    await later(inDoubt);
    await later(answer);
    expect((await service.scores()).filter(([, score]) => score !== null)).toEqual([]);
  });

  it('is forgotten once something else was said, and after a day', async () => {
    await later(inDoubt);
    await later('rained all day');
    await later('yes');
    expect((await service.scores()).filter(([, score]) => score !== null)).toEqual([]);
    await later(inDoubt);
    await later('yes', 24 * 60);
    expect((await service.scores()).filter(([, score]) => score !== null)).toEqual([]);
  });

  it('can be taken back, and its words are a note again', async () => {
    await later(inDoubt);
    await later('4');
    expect(await later('UNDO')).toMatch(/taken back/);
    expect(await service.scores()).toEqual([[today, null]]);
    expect(await service.notes()).toEqual([inDoubt]);
  });

  it('is logged once, however often the answer is delivered', async () => {
    await later(inDoubt);
    service.after(1);
    for (const _ of [1, 2, 3]) expect(await service.answerTo('4', { id: 'SM-answer' })).toMatch(/4 is in your diary/);
    expect(await service.scores()).toEqual([[today, 4]]);
  });
});

describe('a score that puts one right', () => {
  it('is a score by itself where there is none before it', async () => {
    expect(await later('plutôt 4')).toMatch(/4 is in your diary/);
    expect(await later('plutôt 5')).toMatch(/5/);
    expect(await service.scores()).toEqual([[today, 5]]);
  });

  it('is not where the command was given', async () => {
    expect(await later('FIX 4')).toMatch(/no score today to correct/);
    expect(await service.scores()).toEqual([]);
  });
});

describe('short answers', () => {
  it.each([
    ['yes', 'yes'],
    ['Oui !', 'yes'],
    ["C'est ça", 'yes'],
    ['non merci', 'no'],
    ['none of them, thanks', 'none'],
    ['Aucun', 'none'],
    ['ANY', 'any'],
    ['👍🏽', 'ok'],
    ["d'accord", 'ok'],
    ['yes but only when I sit', undefined],
    ['no idea what you mean', undefined],
    ['', undefined],
  ])('%j is %s', (text, answer) => {
    expect(readAnswer(text)).toBe(answer);
  });
});

describe('a check of signs', () => {
  const ask = async (): Promise<string> => {
    service.after(1);
    return (await service.text('something odd down my legs', { danger: { kind: 'suspected', of: 'signs' } })).join(
      '\n',
    );
  };

  it('says where to turn, asks for one word, and keeps what was said', async () => {
    expect(await ask()).toMatch(/911.*Reply ANY or NONE/s);
    expect(await service.notes()).toEqual(['something odd down my legs']);
  });

  it.each(['ANY', 'yes', 'Oui', 'any of them'])('is a red flag when it is answered by %s', async (answer) => {
    await ask();
    expect(await later(answer)).toMatch(/get checked now.*911/s);
    expect((await service.profile())?.pausedUntil).toBeDefined();
  });

  it.each(['ANY', 'oui 8'])(
    'is a red flag again when %s is delivered again, for its answer may have been lost',
    async (answer) => {
      await ask();
      service.after(1);
      const first = await service.text(answer, { id: 'twice' });
      expect(first[0]).toMatch(/get checked now.*911/s);
      expect((await service.text(answer, { id: 'twice' }))[0]).toBe(first[0]);
    },
  );

  it('is a red flag when a YES reaches us that Twilio has answered as an opt-in', async () => {
    await ask();
    service.after(1);
    expect((await service.text('YES', { carrierAct: 'START' })).join('\n')).toMatch(/get checked now/);
  });

  it.each(['NONE', 'no', 'aucun', 'none of them thanks'])('is over when it is answered by %s', async (answer) => {
    await ask();
    expect(await later(answer)).toMatch(/good/i);
    expect(await later('yes')).not.toMatch(/get checked now/);
  });

  it.each([
    ['NONE 4', 4],
    ['none, 4', 4],
    ['no, 4', 4],
    ['no 4', 4],
    ['Non 4', 4],
    ['aucun, 4', 4],
    ['AUCUN 4', 4],
    ['4, none', 4],
    ['none, pain 4', 4],
    ['None of those. 4 today', 4],
    ['aucun deux, 6.5', 6.5],
    ['none four', 4],
  ])('is over when it is answered by %j, whose score is logged and said so', async (answer, score) => {
    await ask();
    const said = await later(answer);
    expect(said).toMatch(/good\. Should any/);
    expect(said).toContain(`${score} is in your diary`);
    expect((await service.scores()).filter(([, logged]) => logged !== null)).toEqual([[today, score]]);
    expect(await service.notes()).toContain('something odd down my legs');
    expect(await later('yes')).not.toMatch(/get checked now/);
  });

  it.each([
    ['ANY 7', 7],
    ['any, 7', 7],
    ['yes 7', 7],
    ['oui 8', 8],
    ['Oui, 8 cet aprèm', 8],
    ['yes, 7/10', 7],
  ])('is a red flag when it is answered by %j, whose score is logged and said so', async (answer, score) => {
    await ask();
    const said = await later(answer);
    expect(said).toMatch(/get checked now.*911/s);
    expect(said).toContain(`${score} is in your diary`);
    expect((await service.scores()).filter(([, logged]) => logged !== null)).toEqual([[today, score]]);
    expect(await later('ANY')).not.toMatch(/get checked now/);
  });

  it('logs the score beside an "ok", and asks again', async () => {
    await ask();
    const said = await later('ok 4');
    expect(said).toMatch(/Reply ANY or NONE/);
    expect(said).toMatch(/4 is in your diary/);
    expect(await later('ANY')).toMatch(/get checked now/);
  });

  it.each(['no one', 'oui une', 'none 4%', 'none 4-5', 'no 2 pills', 'any 5 o clock'])(
    'takes no score from %j',
    async (answer) => {
      await ask();
      await later(answer);
      expect((await service.scores()).filter(([, score]) => score !== null)).toEqual([]);
    },
  );

  it('asks for one number where the answer has more', async () => {
    await ask();
    expect(await later('none 4-5')).toMatch(/good\. Should any.*no score logged/s);
    expect(await later('yes')).not.toMatch(/get checked now/);
  });

  it('repeats where to turn when it is answered "ok"', async () => {
    await ask();
    expect(await later('ok')).toMatch(/Reply ANY or NONE/);
    expect(await later('ANY')).toMatch(/get checked now/);
  });

  it('is not displaced by a score, a command or another question, and is open for a day', async () => {
    await ask();
    expect(await later('PAIN 5')).toMatch(/5 is in your diary/);
    await later('DIARY');
    await later(inDoubt);
    expect(await later('ANY')).toMatch(/get checked now/);
    await ask();
    expect(await later('ANY', 24 * 60 + 1)).not.toMatch(/get checked now/);
  });

  it('does not stand in the way of a score: it is logged, and said so', async () => {
    service.after(1);
    const answers = await service.text('PAIN 7', { danger: { kind: 'suspected', of: 'signs' } });
    expect(answers).toEqual([expect.stringMatching(/ANY or NONE/), expect.stringMatching(/7 is in your diary/)]);
    expect(await service.scores()).toEqual([[today, 7]]);
  });
});

describe('a flag of a rule that the second opinion doubts', () => {
  const inDoubt = { danger: { kind: 'doubted', flag: 'now' } } as const;

  it('is asked about', async () => {
    service.after(1);
    expect((await service.text('something odd down my legs', inDoubt)).join('\n')).toMatch(/911.*Reply ANY or NONE/s);
  });

  it('is a red flag where nothing can be asked: a check is open, or nobody is subscribed', async () => {
    service.after(1);
    await service.text('something odd down my legs', inDoubt);
    service.after(1);
    expect((await service.text('something odd there again', inDoubt)).join('\n')).toMatch(/get checked now/);
    const stranger = await service.text('something odd down my legs', { ...inDoubt, from: '+12025550199' });
    expect(stranger.join('\n')).toMatch(/911/);
    expect(stranger.join('\n')).not.toMatch(/ANY or NONE/);
  });
});

describe('what sounds like despair', () => {
  it('gets the line at once, no question, and its words are kept nowhere', async () => {
    service.after(1);
    const answers = await service.text('it is all too much tonight', { danger: { kind: 'suspected', of: 'hopeless' } });
    expect(answers.join('\n')).toMatch(/988/);
    expect(answers.join('\n')).not.toMatch(/ANY or NONE/);
    expect(await service.notes()).toEqual([]);
  });
});

describe('what sounds like being hurt at home', () => {
  it('gets the neutral answer, no question, and its words are kept nowhere', async () => {
    service.after(1);
    const answers = await service.text('he is a wombat where nobody looks', {
      danger: { kind: 'suspected', of: 'hurt' },
    });
    expect(answers.join('\n')).toMatch(/easier to say in person/);
    expect(answers.join('\n')).not.toMatch(/ANY or NONE/);
    expect(await service.notes()).toEqual([]);
  });
});
