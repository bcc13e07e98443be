import { describe, expect } from 'vitest';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { it } from '../../support/engine.ts';
import { createService, jo, type Service, watchCalls } from '../../support/replies.ts';
import { aSubscriber } from '../../support/subscribers.ts';

const lea = '+33612345678';
let table: Table;
let service: Service;
it.beforeEach(async ({ table: fresh }) => {
  table = fresh;
  // In Paris: Monday, 13:00.
  service = createService(table);
});

const say = (body: string, id?: string): Promise<string> =>
  service.answerTo(body, { from: lea, country: 'FR', ...(id ? { id } : {}) });
const languageOfLea = async () => (await service.profile(lea))?.language;

describe('LANG', () => {
  it.each(['FRANCAIS', 'Français', 'LANG FR', 'LANGUE FR'])(
    '%j of an English speaker turns to French',
    async (body) => {
      await say('JOIN');
      expect(await say(body)).toMatch(/dans cette langue/);
      expect(await languageOfLea()).toBe('fr');
      expect(await say('PAIN 6')).toMatch(/6 est dans votre journal/);
    },
  );

  it.each(['ENGLISH', 'anglais', 'LANG EN'])('%j of a French speaker turns to English', async (body) => {
    await say('INSCRIPTION');
    expect(await say(body)).toMatch(/come in English from now on/);
    expect(await languageOfLea()).toBe('en');
    expect(await say('DOULEUR 6')).toMatch(/6 is in your diary/);
  });

  it('of somebody who speaks it already writes no profile', async () => {
    await say('INSCRIPTION');
    const before = await service.profile(lea);
    expect(await say('FRANCAIS')).toMatch(/dans cette langue/);
    expect(await service.profile(lea)).toEqual(before);
  });

  it('of a language that we do not speak names those that we do, and changes nothing', async () => {
    await say('INSCRIPTION');
    expect(await say('LANG XX')).toMatch(/LANGUE FR.*LANG EN/);
    expect(await languageOfLea()).toBe('fr');
  });

  it('delivered again does nothing twice, even after another LANG', async () => {
    await say('JOIN');
    await say('LANG FR', 'to French');
    expect(await say('LANG FR', 'to French')).toMatch(/dans cette langue/);
    await say('LANG EN', 'to English');
    const before = await service.profile(lea);
    expect(await say('LANG FR', 'to French')).toMatch(/had that one already/);
    expect(await service.profile(lea)).toEqual(before);
  });

  it('loses to nobody who writes the profile at the same moment: both are done', async () => {
    await say('JOIN');
    await Promise.all([say('LANG FR'), say('HEURE 10h')]);
    expect(await service.profile(lea)).toMatchObject({ language: 'fr', time: '10:00' });
  });

  it('that dies after its profile is finished by its redelivery', async () => {
    await say('JOIN');
    const calls = watchCalls(table);
    calls.crashAt(1, 'after');
    await expect(say('LANG FR', 'dies')).rejects.toThrow();
    expect(await say('LANG FR', 'dies')).toMatch(/dans cette langue/);
    expect(await languageOfLea()).toBe('fr');
  });

  it('after STOP changes nothing: nothing is stored any more', async () => {
    await say('JOIN');
    await say('STOP');
    expect(await say('LANG FR')).toMatch(/nothing was stored/);
    expect(await languageOfLea()).toBe('en');
  });
});

describe('a stranger', () => {
  it.each([
    ['AIDE', /un conseil par jour/],
    ['JOURNAL', /vous n'avez pas d'inscription/],
    ['bonjour, vous faites quoi ?', /vous n'avez pas d'inscription/],
    ['LANG FR', /vous n'avez pas d'inscription/],
    ['je veux mourir', /Parlez à quelqu'un maintenant/],
    ['ARRET, je veux mourir', /Parlez à quelqu'un maintenant/],
    ['suicide', /Parlez à quelqu'un maintenant/],
  ])('who says %j is answered in French', async (body, answer) => {
    expect(await say(body)).toMatch(answer);
    expect(await service.profile(lea)).toBeUndefined();
  });

  it('who says ARRET was on no list: like STOP, it is not answered', async () => {
    expect(await say('ARRET')).toBe('');
    expect(await say('STOP')).toBe('');
  });

  it.each(['HELP', 'hello', '6'])('who says %j is answered in English, wherever the number is from', async (body) => {
    expect(await say(body)).toMatch(/back-pain tip|tip a day for your back/);
  });

  it('who writes INSCRIPTION by mail is sent to the page in French', async () => {
    expect((await service.mail('INSCRIPTION')).join()).toMatch(/pas d'inscription pour cette adresse.*https:/);
    expect((await service.mail('JOIN')).join()).toMatch(/no subscription for this mailbox/);
    expect(await service.profile(jo)).toBeUndefined();
  });

  it('who texts from a number that a French speaker gave up is not spoken to in French for that', async () => {
    const leas = aSubscriber({ language: 'fr', phone: { number: lea } });
    await service.stores.subscribers.save({ ...leas, phone: { number: '+33612345679' } }, undefined);
    expect(await say('hello')).toMatch(/no subscription for you/);
  });
});
