import { describe, expect, it } from 'vitest';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';
import { lexicon } from './fresh-lexicon.ts';

const read = (body: string) => parseReply(body, lexicon);
const plain = { leaving: { kind: 'stays' }, danger: { kind: 'none' } };

describe('how many messages somebody wishes for, in words', () => {
  it.each([
    'go back to every day please',
    'back to daily please',
    'every day again please',
    'every single day please',
    "I'd like one a day",
    'can i get them every day',
    'put me back up to every day',
    'tous les jours svp',
    'revenir à tous les jours',
    'remettez tous les jours',
    'chaque jour svp',
    'repassez-moi à tous les jours',
  ])('%j is carried out as DAILY', (body) => {
    expect(read(body)).toMatchObject({ ...plain, intent: { kind: 'dose', dose: 'daily' } });
  });

  it.each([
    'up it to 2 a day',
    'two a day',
    'can I have two a day',
    'more often please',
    'more tips please',
    'I want more tips',
    'send me more',
    'deux par jour',
    '2 par jour svp',
    'plus souvent',
    'plus souvent svp',
    'davantage de messages svp',
    'un par jour',
  ])('%j is told that one a day is the most', (body) => {
    expect(read(body)).toMatchObject({ ...plain, intent: { kind: 'suggest', command: 'more', of: 'pace' } });
  });

  it.each([
    'only weekends',
    'weekends only please',
    'only on weekdays',
    'not on weekends',
    'no tips on sundays',
    'Monday to Friday only',
    'mon wed fri',
    'just mondays',
    'tips on tuesdays only',
    'seulement le week-end',
    'pas le week-end',
    'pas le dimanche svp',
    'du lundi au vendredi',
    'en semaine seulement',
    'juste le lundi',
  ])('%j is told which days there are', (body) => {
    expect(read(body)).toMatchObject({ ...plain, intent: { kind: 'suggest', command: 'less', of: 'days' } });
  });

  it.each([
    'every other day',
    'every two days',
    'every 3 days',
    'twice a week',
    'three times a week',
    '4 a week',
    'once a month',
    'less often',
    'un jour sur deux',
    'tous les deux jours',
    'deux fois par semaine',
    'moins souvent svp',
  ])('%j is answered by LESS', (body) => {
    expect(read(body).intent).toEqual({ kind: 'suggest', command: 'less' });
  });

  it.each([
    'I walk every other day',
    'je marche un jour sur deux',
    'je marche tous les jours',
    'pain every day',
    'mal tous les jours',
    'back every day the same',
    'I take two a day',
    'physio twice a week, 5',
    'pain 6 every day',
    '3 weeks now',
    'every day is too much for me',
  ])('%j wishes for none of that', (body) => {
    const { intent } = read(body);
    expect(intent.kind).not.toBe('dose');
    expect(intent).not.toHaveProperty('of');
  });

  it.each([
    'No more messages please.',
    'no more of these',
    'nae mair texts please',
    'plus de sms svp',
    'no more texts',
  ])('%j is a wish to be left alone all the same', (body) => {
    expect(read(body).leaving.kind).toBe('leaves');
  });
});
