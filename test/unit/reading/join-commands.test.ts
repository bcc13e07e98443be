import { describe, expect, it } from 'vitest';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';
import { lexicon } from './fresh-lexicon.ts';

const intentOf = (body: string) => parseReply(body, lexicon).intent;

describe('the code on a clinic’s card', () => {
  it.each([
    ['JOIN KNEE7', { code: 'KNEE7' }],
    ['join knee7', { code: 'KNEE7' }],
    ['Join Knee 7', { code: 'KNEE7' }],
    ['JOIN KNEE-7!', { code: 'KNEE7' }],
    ['Join #knee7.', { code: 'KNEE7' }],
    ['JOIN: KNEE7', { code: 'KNEE7' }],
    ['jion knee7 please', { code: 'KNEE7' }],
    ['JOIN code KNEE7', { code: 'KNEE7' }],
    ['JOIN "KNEE7"', { code: 'KNEE7' }],
    ['JOIN QX7RT4', { code: 'QX7RT4' }],
    ['JOIN KNEE7 7PM', { code: 'KNEE7', time: '19:00' }],
    ['JOIN KNEE7 FR 19h30', { code: 'KNEE7', time: '19:30', language: 'fr' }],
    ['JOIN FR KNEE7', { code: 'KNEE7', language: 'fr' }],
    ['INSCRIPTION genou7', { code: 'GENOU7' }],
    ['Inscription à 9h, code épaule7', { code: 'EPAULE7', time: '09:00' }],
    ['INSCRIPTION GENOU 12', { code: 'GENOU12' }],
    ['JOIN KNEE7 jo@example.org', { code: 'KNEE7', email: 'jo@example.org' }],
    ['JOIN jo@example.org knee 7', { code: 'KNEE7', email: 'jo@example.org' }],
  ])('%j', (body, wanted) => {
    expect(intentOf(body)).toEqual({ kind: 'join', ...wanted });
  });

  it.each([
    ...['JOIN PAIN6', 'JOIN pain 6', 'join douleur 6', 'JOIN 7PM', 'JOIN 19h', 'JOIN KNEE', 'JOIN KNEE7 BACK4'],
    ...[
      'join us at 7',
      'join the gym 3 times',
      'start L4L5',
      'Début genou 7',
      'joint hip 7',
      'JOIN 1930',
      'joints knee 7',
    ],
    ...['join the team 6', 'knee7', 'JOIN ABCDEFGHIJKL7'],
  ])('is not in %j', (body) => expect(intentOf(body)).not.toHaveProperty('code'));
});

describe('behind JOIN', () => {
  it.each(['JOIN 7', 'join 1930', 'JOIN 25:00', 'join me at 7pm', 'JOIN FR EN', 'start 7pm', 'Début 14h'])(
    '%j asks for no hour and no language',
    (body) => {
      const intent = intentOf(body);
      expect(intent).not.toHaveProperty('time');
      expect(intent).not.toHaveProperty('language');
    },
  );

  it.each([
    ['JOIN FR', 'fr'],
    ['JOIN FR 7PM', 'fr'],
    ['INSCRIPTION 19h', 'fr'],
    ['INSCRIPTION anglais', 'en'],
    ['JOIN 7PM', undefined],
  ] as const)('%j is answered in the language it names', (body, language) => {
    expect(parseReply(body, lexicon).language).toBe(language);
  });
});

describe('what a stranger speaks', () => {
  it.each([
    ...['AIDE', 'aide svp', 'DOULEUR 6', 'JOURNAL', 'PLUS', 'CONSEIL', 'EFFACER', 'HIER 4', 'DOULEUR 11'],
    ...['bonjour', "j'ai mal au dos", 'je veux mourir', 'ARRET, je veux mourir', 'FUSEAU Paris', 'AIED'],
  ])('is French by %j', (body) => {
    expect(parseReply(body, lexicon).language).toBe('fr');
  });

  it.each([
    ...['HELP', 'JOIN', 'JOIN debut@example.org', 'PAIN 6', '6', 'PAUSE 7', 'SMS', 'my journal is full'],
    ...['plus size shoes hurt', 'an aide helped me', 'but it hurts', 'on est time', 'I want to die', 'STOP'],
    ...['JOIN je.smith@example.org', 'JOIN nous@example.org', "STOP, this is Dan's phone", 'Thanks, François'],
  ])('is not told by %j', (body) => {
    expect(parseReply(body, lexicon).language).toBeUndefined();
  });
});
