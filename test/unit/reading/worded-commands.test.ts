import { describe, expect, it } from 'vitest';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';
import { lexicon } from './fresh-lexicon.ts';

const intentOf = (body: string) => parseReply(body, lexicon).intent;

describe('what is said of the tip of the day', () => {
  it.each([
    ['skip tat one', 'later'],
    ['skp this tip', 'later'],
    ['not for me that tip', 'unwanted'],
    ['this tip is not for me', 'unwanted'],
    ['pas pour moi ce conseil', 'unwanted'],
    ['ce conseil est pas pour moi', 'unwanted'],
    ['hepled', 'helped'],
    ['utlie', 'helped'],
  ])('%j, typos and all', (body, as) => {
    expect(intentOf(body)).toEqual({ kind: 'rate', as });
  });

  it('asks nobody whether they want to leave', () => {
    expect(parseReply('not for me that tip', lexicon).leaving.kind).not.toBe('leaves');
    expect(parseReply('pas pour moi', lexicon).leaving.kind).not.toBe('in-doubt');
  });
});

describe('whoever wants to be called', () => {
  it.each([
    'call me',
    'Can you call me please? 📞',
    'ring me back',
    'Can someone call me?',
    'give me a call pls',
    'rappelez moi svp',
    'Vous pouvez me rappeler ?',
    "J'aimerais qu'on me rappelle",
  ])('is understood in their own words: %s', (text) => {
    expect(parseReply(text, lexicon).intent).toEqual({ kind: 'call-me' });
  });

  it.each(["don't call me", 'call me a pessimist but it helped', 'my sister wants to give me a call'])(
    'is not: %s',
    (text) => {
      expect(parseReply(text, lexicon).intent.kind).not.toBe('call-me');
    },
  );
});
