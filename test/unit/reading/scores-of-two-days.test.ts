import { describe, expect, it } from 'vitest';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';
import { lexicon } from './fresh-lexicon.ts';

const intentOf = (body: string) => parseReply(body, lexicon).intent;

describe('yesterday’s number beside today’s', () => {
  it.each([
    ['yesterdays was 4 todays 7', 7],
    ['yesterday 8 today 5 thank God', 5],
    ['yest 7 today 5 xx', 5],
    ['was a 7 yesterday, 5 now', 5],
    ['5 today, 7 yesterday', 5],
    ["Yesterday were a 7 but I'm down to a 4 today", 4],
    ['Whereas yesterday I stood at 6, today I am at 3.', 3],
    ['7 out of 10 last night, 3 this morning', 3],
    ["Hier 7, aujourd'hui 4.", 4],
    ['hier 7 je crois, aujourd’hui 4', 4],
    ['hier 6 ajd 3', 3],
    ['hier 8, à matin 4', 4],
    ['Hier soir 6, ce matin 3.', 3],
    ["hier c'était huit mais aujourd'hui ça va c'est cinq", 5],
  ])('%j: %d is logged for today', (body, score) => {
    expect(intentOf(body)).toMatchObject({ kind: 'score', score });
  });

  it.each([
    ['7 sur 10 cette nuit, 5 ce matin', 5],
    ['is now 3, before tablets was 7', 3],
  ])('%j: %d is asked about', (body, score) => {
    expect(intentOf(body)).toMatchObject({ kind: 'score-in-doubt', score });
  });

  it.each([
    'yesterday I walked 4 miles, today 7',
    'my mum was 8 yesterday and 9 today',
    'hier j’ai pris 2 doliprane aujourd’hui 3',
  ])('%j is not logged', (body) => {
    expect(['score', 'yesterday', 'fix']).not.toContain(intentOf(body).kind);
  });
});
