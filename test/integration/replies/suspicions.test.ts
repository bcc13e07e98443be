import { SegmentedMessage } from 'sms-segments-calculator';
import { describe, expect } from 'vitest';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { createWorklistStore } from '../../../shared/store/worklist-store.ts';
import { it } from '../../support/engine.ts';
import { readingClinic } from '../../support/reading-clinic.ts';
import { contentsOf, createService, type Service } from '../../support/replies.ts';

/** What only the second opinion suspects: it may be wrong, so that it costs a sentence and nothing that was asked for. */

let service: Service;
let table: Table;
it.beforeEach(async ({ table: fresh }) => {
  table = fresh;
  service = createService(table, { readers: readingClinic });
  await service.text('JOIN');
  service.after(1);
});

const suspected = (words: string) => service.text(words, { danger: { kind: 'suspected', of: 'hopeless' } });
const line = expect.stringMatching(/in case things ever feel too much: call or text 988, day or night/);
const isKept = async (word: string): Promise<boolean> =>
  JSON.stringify([await contentsOf(table), service.logged]).includes(word);

describe('despair that only a model suspects', () => {
  it('is answered with the line alone, in one gentle segment that asks nothing, and kept nowhere', async () => {
    const answers = await suspected('the wombats are all so grey tonight');
    expect(answers).toEqual([line]);
    expect(answers[0]).not.toMatch(/\?|danger|911/);
    expect(new SegmentedMessage(answers[0] ?? '').segmentsCount).toBe(1);
    expect(await isKept('wombats')).toBe(false);
  });

  it('pauses no tips, and tells no clinic', async () => {
    await suspected('the wombats are all so grey tonight');
    expect(await service.profile()).not.toHaveProperty('pausedUntil');
    expect(await createWorklistStore(table).list()).toEqual([]);
  });

  it('loses no score: it is logged and said, without the words', async () => {
    expect(await suspected('6 the wombats are grey')).toEqual([expect.stringMatching(/6 is in your diary/), line]);
    expect((await service.scores()).map(([, score]) => score)).toEqual([6]);
    expect(await isKept('wombats')).toBe(false);
  });

  it('loses no number in doubt: it is asked about, and the number by itself logs it', async () => {
    const answers = await suspected('PAIN 4 better than yesterday, grey wombats');
    expect(answers).toEqual([expect.stringMatching(/^Backbeat: is 4 your average.*Reply 4 to log it\.$/), line]);
    service.after(1);
    expect(await service.answerTo('4')).toMatch(/4 is in your diary/);
    expect((await service.scores()).map(([, score]) => score)).toEqual([4]);
    expect(await isKept('wombats')).toBe(false);
  });

  it.each([
    ['thanks for everything, wombats', /thank you|no more messages/],
    ['thank you so much for the tips, they help me a lot', /thank you/],
    ['is this a robot or a person?', /./],
    ['what does this cost me?', /free|cost/],
    ['PAUSE 7', /no tips until/],
    ['DIARY', /private diary/],
  ])('loses no answer: %j', async (words, answer) => {
    expect(await suspected(words)).toEqual([expect.stringMatching(answer), line]);
  });

  it('says of nothing that it was kept', async () => {
    for (const words of [
      'not a good day, my back is worse',
      'good news, my back is so much better',
      'what about ibuprofen?',
    ]) {
      service.after(1);
      const answers = await suspected(words);
      expect(answers).toEqual([expect.not.stringMatching(/in your diary|are kept/), line]);
    }
    expect(await service.notes()).toEqual([]);
  });

  it('leaves whoever wants to leave: it is confirmed, and the line named', async () => {
    expect(await suspected('please stop texting me, grey wombats')).toEqual([
      expect.stringMatching(/no more messages|You will get no/),
      line,
    ]);
    expect(await service.profile()).toMatchObject({ status: 'stopped' });
  });

  it('names the line though the day has had all its answers', async () => {
    for (let index = 0; index < 20; index += 1) await service.text(`note ${index}`);
    expect(await suspected('the wombats are all so grey tonight')).toEqual([line]);
  });

  it('sets no goal in words that are not kept, and does not say so', async () => {
    expect(await suspected('GOAL be with the wombats')).toEqual([line]);
    expect(await isKept('wombats')).toBe(false);
  });

  it('is answered in French with a French line', async () => {
    await service.text('FRANCAIS');
    service.after(1);
    expect(await suspected('les wombats sont tout gris')).toEqual([
      expect.stringMatching(/si jamais tout devient trop lourd: .*988.*personne ne lit ceci/),
    ]);
  });

  it('beside a red flag of a rule is answered as that', async () => {
    const answers = await suspected('I want to die');
    expect(answers.join('\n')).toMatch(/this sounds very hard.*988.*911/s);
    expect(answers).not.toContainEqual(line);
  });
});

describe('violence that only a model suspects', () => {
  it('gets the neutral answer beside what was asked for, and tells no clinic', async () => {
    const answers = await service.text('7, says my brother wombat', { danger: { kind: 'suspected', of: 'hurt' } });
    expect(answers.at(-1)).toMatch(/easier to say in person/);
    expect(answers).toHaveLength(2);
    expect(await createWorklistStore(table).list()).toEqual([]);
    expect(await isKept('wombat')).toBe(false);
  });
});
