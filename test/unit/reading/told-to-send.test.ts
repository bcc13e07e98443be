import { describe, expect, it } from 'vitest';
import { firstProgramme } from '../../../shared/content/programmes.ts';
import { textsFor } from '../../../shared/content/texts.ts';
import { readMinutes } from '../../../shared/domain/reading/answer/read-minutes.ts';
import { readReach } from '../../../shared/domain/reading/answer/read-reach.ts';
import type { Intent } from '../../../shared/domain/reading/intent.ts';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';
import { programmesFrom } from '../../../shared/domain/tips/tip-programme.ts';
import { lexicon } from './fresh-lexicon.ts';

/** Said in capitals, but nothing to send. */
const names = new Set(['GSM', 'SMS']);
/** What may stand where a message has a placeholder. */
const fillings: Readonly<Record<string, string>> = { score: '6,5', number: '9', nearest: '8h00', word: 'K7QX' };

/** The words in capitals that a message tells people to send, with what they are to be followed by. */
const toldToSend = (message: string): string[] =>
  [
    ...message.matchAll(
      /\b([A-Z]{3,}(?:-[A-Z]+)?)(?: (\{\w+\}|\d+h?\d*(?:-\d+)?|Paris|Montréal|FR|EN|OUI|NON|jo@example\.org))?/g,
    ),
  ].flatMap(([, keyword = '', argument = '']) => {
    const filled = argument.replace(/\{(\w+)\}/, (_, name: string) => fillings[name] ?? '').replace('0-10', '6');
    return names.has(keyword) ? [] : [`${keyword} ${filled}`.trim()];
  });

/** What each keyword of a French message means. */
const meanings: Readonly<Record<string, Intent['kind']>> = {
  DOULEUR: 'score',
  CORRIGE: 'fix',
  HIER: 'yesterday',
  ANNULE: 'undo',
  JOURNAL: 'diary',
  PLUS: 'more',
  CONSEIL: 'tip',
  PAUSE: 'pause',
  REPRENDRE: 'resume',
  HEURE: 'time',
  FUSEAU: 'zone',
  COURRIEL: 'email',
  EFFACER: 'erase',
  EXPORTER: 'export',
  PARTAGER: 'share',
  AIDE: 'help',
  INSCRIPTION: 'join',
  ENGLISH: 'language',
  LANGUE: 'language',
  LANG: 'language',
  QUOTIDIEN: 'dose',
  MOINS: 'dose',
  HEBDO: 'dose',
  UTILE: 'rate',
  ENCORE: 'again',
  CLINIQUE: 'clinic',
  RECHERCHE: 'research',
  'RAPPELEZ-MOI': 'call-me',
  OBJECTIF: 'goal',
  ACTIVITE: 'activity',
  FAIT: 'goal-progress',
  PASENCORE: 'goal-progress',
  CHANGER: 'goal-progress',
};
/** Answers to the weekly question, which mean something while it is open. */
const weekAnswers = { TOUJOURS: 'all', PARFOIS: 'some', JAMAIS: 'none' } as const;
/** Minutes of walking, which mean something in the programme that asks for them; by itself the word chooses that programme. */
const isWalk = (words: string): boolean => words.startsWith('MARCHE');
const isWeekAnswer = (words: string): words is keyof typeof weekAnswers => words in weekAnswers;
/** Named without the argument that they need, which stands elsewhere in the sentence. */
const needsMore = new Set(['FUSEAU', 'COURRIEL', 'DOULEUR', 'HEURE']);

const { messages } = await textsFor('fr');
const told = Object.entries(messages).flatMap(([key, message]) =>
  toldToSend(message).map((words): [string, string] => [key, words]),
);

describe('what a French message tells people to send', () => {
  it('is a lot', () => expect(new Set(told.map(([, words]) => words.split(' ')[0])).size).toBeGreaterThan(15));

  it.each(told)('in %s, %j, does what it says', (_key, words) => {
    const { intent, leaving } = parseReply(words, lexicon);
    if (words === 'STOP') return expect(leaving.kind).toBe('leaves');
    expect(leaving.kind).not.toBe('leaves');
    if (isWeekAnswer(words)) return expect(readReach(words)).toBe(weekAnswers[words]);
    if (words === 'MARCHE')
      return expect(programmesFrom(firstProgramme()).some(({ choice }) => choice?.fr.word === words)).toBe(true);
    if (isWalk(words))
      return expect(readMinutes(words)).toMatchObject({ minutes: Number(words.slice('MARCHE '.length)) });
    if (needsMore.has(words)) return expect(intent.kind).toBe('unclear');
    expect(intent.kind).toBe(meanings[words.split(' ')[0] ?? '']);
  });

  it.each(Object.keys(meanings))('%s stands in a message', (keyword) =>
    expect(told.some(([, words]) => words.startsWith(keyword))).toBe(true),
  );
});
