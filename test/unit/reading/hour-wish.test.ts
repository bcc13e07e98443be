import { describe, expect, it } from 'vitest';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';
import { lexicon } from './fresh-lexicon.ts';

const intentOf = (body: string) => parseReply(body, lexicon).intent;

describe('an hour that is wished for without the word TIME', () => {
  it.each([
    '9.30 in the morning would suit',
    '9 in the morning would suit me better',
    '7 would suit me better',
    'could you make it 8',
    'can it be 7 instead',
    'how about 8',
    'what about 9am',
    'earlier please, 7',
    'later please, 10',
    'half past 9 would be good',
    'quarter past nine suits me',
    'half seven in the evening please',
    'around 10 in the morning suits me',
    '10 in the morning please',
    '7:30 am is best',
    "6 o'clock is better",
    'change to 7pm',
    'switch to 8pm',
    'tips at 8pm from now on',
    'could the tips come at 9',
    'I prefer 8 in the evening',
    '9pm not 9am',
    '8pm instead of 8am',
    '8:15 suits',
    'noon would be better',
    '8 is better for me',
  ])('%j is answered by TIME', (body) => {
    expect(intentOf(body)).toEqual({ kind: 'suggest', command: 'time' });
  });

  it.each([
    "j'aimerais mieux 18h",
    'plutôt 18 h',
    'plutôt le soir, 20h',
    'plus tôt svp, 7h',
    'plus tard, 10h',
    'pas avant 9h',
    "9h30 m'irait mieux",
    'je préfèrerais 7h du matin',
    '18h30 me conviendrait',
    "18 h ça m'arrange",
    'est-ce possible à 17h',
    'possible à 10h plutôt ?',
    'mettez 8h',
    'mettez-le à 8h svp',
    '9h du matin serait parfait',
    '10 heures ça serait bien',
    '19 heures si possible',
    'vers 7 heures du soir',
    'on peut passer à 18h ?',
    'changer pour 19h',
    '9h, c’est possible ?',
    'midi c’est mieux',
    'huit heures plutôt',
    'pas neuf heures, dix heures',
    '20h30 plutôt que 9h',
  ])('%j reçoit HEURE en réponse', (body) => {
    expect(intentOf(body)).toEqual({ kind: 'suggest', command: 'time' });
  });

  it.each([
    ['make it 9pm', '21:00'],
    ['move it to 6pm', '18:00'],
    ['any chance of 10am instead', '10:00'],
    ['envoyez à 20h', '20:00'],
  ])('%j is carried out', (body, time) => {
    expect(intentOf(body)).toEqual({ kind: 'time', time });
  });

  it('is no cry for help, however the letters look', () => {
    expect(parseReply("eight o'clock would be better", lexicon).danger).toEqual({ kind: 'none' });
  });

  it.each([
    ['better at 6', 6],
    ['6 is better', 6],
    ['6 is better than yesterday', 6],
    ['at 9am it was 6', 6],
    ['9am: 6', 6],
    ['à 8h 6', 6],
    ['woke at 5am, 6', 6],
    ['better, 4', 4],
    ["c'est mieux, 3 ce soir", 3],
    ['4 ça va mieux', 4],
    ['later in the day it was 7', 7],
    ['after lunch 5', 5],
    ['kiné à 9h, 5', 5],
    ['slept till 9am, 5', 5],
    ['pain 6 at 8pm', 6],
    ["can't sleep before 2am, 6", 6],
  ])('%j is a score, and no hour is wished for', (body, score) => {
    expect(intentOf(body)).toMatchObject({ kind: 'score', score });
  });

  it.each(['doctor at 9am', 'I wake at 6am', 'RDV à 10h', 'the pain is better at 8pm', '7 in the morning'])(
    '%j wishes for none either',
    (body) => {
      expect(intentOf(body)).not.toMatchObject({ command: 'time' });
    },
  );
});
