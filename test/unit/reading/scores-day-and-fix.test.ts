import { describe, expect, it } from 'vitest';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';
import { lexicon } from './fresh-lexicon.ts';

const intentOf = (body: string) => parseReply(body, lexicon).intent;

describe('yesterday', () => {
  it.each([
    'YDAY 6',
    'yesterday 6',
    'Yesterday was a 6',
    'pain 6 yesterday',
    '6 yesterday',
    'my pain was 6 yesterday',
    'HIER 6',
    'yday6',
    'pain 6 (yesterday)',
    'pain 6 yesterdy',
    'pain 6 ystrday',
    'pain 6 yest',
    'pain 6 lastnight',
    'pain 6 last night',
    "last night's was 6",
  ])('%j is logged for yesterday, not today', (body) => {
    expect(intentOf(body)).toEqual({ kind: 'yesterday', score: 6 });
  });

  it('keeps the rest as a note', () => {
    expect(intentOf('YDAY 6 after gardening')).toEqual({ kind: 'yesterday', score: 6, note: 'after gardening' });
  });

  it('has no pain too', () => {
    expect(intentOf('no pain yesterday')).toEqual({ kind: 'yesterday', score: 0 });
  });

  it.each([
    ['phone was dead yesterday put down 5 for it', 5],
    ['I only just saw the text from yesterday, would’ve said 5 I reckon', 5],
    ['I did not have credit on the phone yesterday. The number was 6.', 6],
    ['Nae signal up the glen yesterday. would have been a six', 6],
    ['Tuesday (yesterday) 6', 6],
    ['For last night put 8 I havent a number for today yet', 8],
    ["C'est pour hier que je vous réponds, pas pour aujourd'hui : un 3", 3],
    ['oublié de répondre hier soir 😅 un 4', 4],
    ['cette nuit 8', 8],
  ])('%j: a reason why nothing was sent, or a today that is put off, tells the day', (body, score) => {
    expect(intentOf(body)).toMatchObject({ kind: 'yesterday', score });
  });

  it.each(['pain 6, overdid it yesterday', '6 since gardening yesterday', 'same as yesterday, 6'])(
    '%j: what happened yesterday does not make it yesterday’s',
    (body) => {
      expect(intentOf(body).kind).not.toBe('yesterday');
    },
  );
});

describe('fix', () => {
  it.each([
    'FIX 5',
    'fix: 5',
    'fix to 5',
    'Fix it to 5 please',
    'fix5',
    'CORRIGE 5',
    'Corrigé 5',
    'fix 5 not 6',
    'I meant 5',
    'wrong number, I meant 5',
  ])('%j corrects to 5', (body) => {
    expect(intentOf(body)).toEqual({ kind: 'fix', score: 5 });
  });

  it.each([
    ["it's not 9, it's 6", 6],
    ['sorry, 3 not 8', 3],
    ['hold up I typed 9 its 6', 6],
    ['sorry the phone heard nine I said five', 5],
    ['That 77 was a mistake. Seven!', 7],
    ['4 I said. no 44. Bloody phone', 4],
    ["j'ai écrit 8 au lieu de 3", 3],
    ['mettez 3 au lieu de 8', 3],
    ['Please to disregard the 7. The correct figure is 4.', 4],
    ['would you kindly change what I gave you this morning to a four', 4],
    ['faute de frappe, 3 et pas 8', 3],
  ])('%j corrects to %s: of two numbers, one was not meant', (body, score) => {
    expect(intentOf(body)).toEqual({ kind: 'fix', score });
  });

  it.each(['changed the oil so yeah 8', "excusez les fautes j'ai pas mes lunettes. mal de dos 8"])(
    '%j corrects nothing',
    (body) => {
      expect(intentOf(body)).toMatchObject({ kind: 'score', score: 8 });
    },
  );

  it.each(['je reprends le 5', 'what make it a 5 and not a 6 how yall decide'])('%j logs nothing', (body) => {
    expect(['score', 'yesterday', 'fix']).not.toContain(intentOf(body).kind);
  });
});

/** A note, or something said to us that has an answer of its own. */
const noScore: readonly string[] = ['note', 'talk', 'empty'];

describe('words without a score are no score', () => {
  it.each([
    ...[
      'more pain today',
      'no pain relief',
      'no pain meds',
      'my legs are tired',
      'one of those days',
      'thank you',
      'pas mal',
    ],
    ...[
      'the pain is bad',
      'no more pain',
      'fix my back',
      'yesterday was awful',
      'my two dogs kept me walking all day long',
      '',
    ],
  ])('%j', (body) => {
    expect(noScore).toContain(intentOf(body).kind);
  });
});
