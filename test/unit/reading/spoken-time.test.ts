import { describe, expect, it } from 'vitest';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';
import { lexicon } from './fresh-lexicon.ts';

describe('an hour in words', () => {
  it.each([
    ['TIME nine', '09:00'],
    ["TIME nine o'clock", '09:00'],
    ['TIME half past nine', '09:30'],
    ['TIME nine thirty', '09:30'],
    ['TIME quarter to ten in the morning', '09:45'],
    ['TIME a quarter past eight', '08:15'],
    ['TIME ten past nine', '09:10'],
    ['TIME seven in the evening', '19:00'],
    ['TIME twelve fifteen', '12:15'],
    ['HEURE neuf heures', '09:00'],
    ['HEURE neuf heures et demie', '09:30'],
    ['HEURE dix heures moins le quart', '09:45'],
    ['HEURE 10 heures moins le quart', '09:45'],
    ['HEURE sept heures du soir', '19:00'],
    ['HEURE onze heures vingt', '11:20'],
    ['HEURE dix-neuf heures trente', '19:30'],
    ['HEURE dix-huit heures', '18:00'],
    ['HEURE vingt heures', '20:00'],
    ['HEURE dix-sept heures et quart', '17:15'],
    ['TIME quarter past nine am', '09:15'],
    ['TIME half past six pm', '18:30'],
    ['TIME twenty five past nine', '09:25'],
    ['TIME quarter to one pm', '12:45'],
    ['TIME nine forty five', '09:45'],
  ])('%s is %s', (said, time) => {
    expect(parseReply(said, lexicon).intent).toEqual({ kind: 'time', time });
  });

  it.each(['Time to rest', 'time heals', 'TIME two days ago I fell', 'TIME nine or ten', 'TIME half', 'TIME seventy'])(
    'is not heard in %s',
    (said) => expect(parseReply(said, lexicon).intent.kind).not.toBe('time'),
  );
});
