import { describe, expect } from 'vitest';
import { addDays } from '../../../shared/domain/time/local-time.ts';
import { it } from '../../support/engine.ts';
import { createService, type Service } from '../../support/replies.ts';

const firstDay = '2030-01-07';
let service: Service;

it.beforeEach(async ({ table }) => {
  service = createService(table);
});

/** Texts on that day, at ten in the morning; the answers. */
const say = (day: number, words: string): Promise<readonly string[]> => {
  service.clock.set(`${addDays(firstDay, day)}T15:00:00Z`);
  return service.text(words);
};
const kindWords = {
  en: /in your diary\. (That is a lot of pain|Sorry it is so bad|A hard day, that)\. /,
  fr: /dans votre journal\. (C'est beaucoup|La journée est dure|Courage à vous)\. /,
};

describe('a score of 8 or more', () => {
  it('is answered with a kind word before the average, another on each of three days', async () => {
    await service.text('JOIN');
    const answers = [];
    for (const [day, words] of ['PAIN 8', 'PAIN 9 bad night', '10'].entries()) answers.push(...(await say(day, words)));
    const words = answers.map((answer) => kindWords.en.exec(answer)?.[1]);
    expect(new Set(words).size).toBe(3);
    expect(words).not.toContain(undefined);
    expect(answers[2]).toMatch(/^Backbeat: 10 is in your diary\. .* Your average over the last 7 days is 9 \(3 days/);
  });

  it('is so in French', async () => {
    await service.text('INSCRIPTION');
    for (const day of [0, 1, 2]) expect(await say(day, 'DOULEUR 9')).toEqual([expect.stringMatching(kindWords.fr)]);
  });

  it('gets the same word if its message is delivered again', async () => {
    await service.text('JOIN');
    const first = await service.text('PAIN 9', { id: 'twice' });
    expect(await service.text('PAIN 9', { id: 'twice' })).toEqual(first);
  });

  it('is where the kind words begin: a 7.5 gets none', async () => {
    await service.text('JOIN');
    expect(await say(0, 'PAIN 7.5')).toEqual([expect.stringMatching(/^Backbeat: 7\.5 is in your diary\. We mean/)]);
    expect(await say(1, 'PAIN 7')).toEqual([expect.stringMatching(/^Backbeat: 7 is in your diary\. Your average/)]);
  });
});
