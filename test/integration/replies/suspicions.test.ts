import { describe, expect } from 'vitest';
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
