import { describe, expect, it } from 'vitest';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';
import { lexicon } from './fresh-lexicon.ts';

const read = (body: string) => parseReply(body, lexicon);

describe('words that may be a cry or a manner of speaking', () => {
  it.each([
    "je n'en peux plus",
    "douleur 9, je n'en peux plus",
    'please just kill me',
    'tuez-moi',
    'put me out of my misery',
    'this is my last message',
    'voici mon dernier message',
    'adieu et merci pour tout',
  ])('are despair by themselves: %j', (body) => {
    expect(read(body).danger).toMatchObject({ kind: 'flag', flag: 'crisis' });
  });

  it.each([
    ["10, j'en peux plus, même pour mettre mes bas il me faut une demi-heure", { kind: 'score', score: 10 }],
    ["9 j'en peux plus, impossible de mettre mes chaussettes", { kind: 'score', score: 9 }],
    ['Pain 3. And this is my last message, take me off from tomorrow', { kind: 'score', score: 3 }],
    ['this will be my last message, thanks for everything', { kind: 'talk', about: 'thanks' }],
    ['put me out of my misery lol, when does the tip come', {}],
    ['kill me now, three meetings in a row', {}],
    ['achevez-moi, trois réunions de suite', {}],
  ])('are only suspected beside what is said plainly, and beside everyday things: %j', (body, intent) => {
    expect(read(body)).toMatchObject({ danger: { kind: 'suspected', of: 'hopeless' }, intent });
  });

  it('leave an opt-out one, and are despair beside it where more than that is said', () => {
    expect(read('stop, ce sera mon dernier message')).toMatchObject({
      leaving: { kind: 'leaves' },
      danger: { kind: 'suspected', of: 'hopeless' },
    });
    expect(read('mon dernier message. dis à mes enfants que je les aimais, et arrêtez vos sms')).toMatchObject({
      danger: { kind: 'flag', flag: 'crisis' },
    });
  });

  it('take back no score: a last message is no wrong one', () => {
    for (const body of ['ce sera mon dernier message, merci pour tout', "c'est mon dernier message, pardon"])
      expect(read(body).intent).not.toMatchObject({ kind: 'undo' });
    expect(read('mon dernier message est faux').intent).toEqual({ kind: 'undo' });
  });
});

describe('everyday words in which something dangerous is heard', () => {
  it.each([
    'road trip today',
    'heart attack burger for lunch',
    'nearly had a heart attack when I saw the bill',
    'shoot me now, tax return day',
    'dying for a cuppa',
    'I nearly died laughing',
    'je suis crevé',
    'mort de rire',
    "c'est tuant ce boulot",
    'je tuerais pour un massage',
    "j'en peux plus de ces réunions",
    'stop, that joke was too good',
  ])('are no red flag: %j', (body) => {
    expect(read(body).danger).toEqual({ kind: 'none' });
  });

  it.each([
    ['I tripped over the rug today and landed on my back', 'today'],
    ['I think I am having a heart attack', 'now'],
    ['my dad is having a heart attack what do I do', 'now'],
    ['my dad had a heart attack and I have chest pain now', 'now'],
  ])('and still one where it is one: %j', (body, flag) => {
    expect(read(body).danger).toMatchObject({ kind: 'flag', flag });
  });
});
