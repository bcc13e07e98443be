import { describe, expect, it } from 'vitest';
import { saysNoSmoker } from '../../../shared/domain/reading/answer/says-no-smoker.ts';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';
import { lexicon } from './fresh-lexicon.ts';

const leavingOf = (text: string): string => parseReply(text, lexicon).leaving.kind;

describe('an end of a part of what is ours', () => {
  it.each([
    'stop the smoking tips',
    'no more tips about yoga please',
    "cancel today's tip",
    'stop emailing, text me instead',
    'stop, that joke was too good',
    'arrêtez les conseils sur le tabac',
    'annulez le conseil du jour',
    'plus de courriels, envoyez sur mon natel',
    "arrête, c'était trop drôle",
    'no more emails just texts please',
    'stop the emails, texts are fine',
    'dont email me again, i only read texts',
    'stop sending them first thing, stop sending these in the morning, lunch is fine',
    "arrêtez de m'écrire le matin",
    'plus de mails, que des sms svp',
    'stop calling me sir',
    "arrêtez de m'appeler madame, c'est monsieur",
    "ça fait beaucoup de messages d'un coup, arrêtez, un seul à la fois",
  ])('is asked about, never carried out as an end of all: %j', (text) => {
    expect(leavingOf(text)).toBe('in-doubt');
  });

  it.each([
    'stop the tips',
    'stop sending tips about my back',
    'cancel my tips',
    'no more emails',
    'arrêtez les conseils',
    'je veux arrêter ces conseils',
    'plus de messages svp',
    "don't email me",
    'ne m’envoyez plus de mails',
    'no email or text please, just leave me',
    'please text me no more',
  ])('is not what ends all of it: %j', (text) => {
    expect(leavingOf(text)).toBe('leaves');
  });

  it.each([
    "arrêtez jamais, ça m'aide trop",
    'écris moi plus souvent ça me motive',
    "j'aime les conseils",
    'text me more often',
  ])('is not heard where more is wished for: %j', (text) => {
    expect(leavingOf(text)).toBe('stays');
  });
});

describe('a wish to be left alone in a language that we do not speak', () => {
  it.each([
    'bitte keine Nachrichten mehr',
    'geen berichten meer aub',
    'basta messaggi per favore',
    'não quero mais mensagens',
  ])('is heard all the same: %j', (text) => {
    expect(leavingOf(text)).toBe('leaves');
  });

  it.each(['keine Schmerzen heute', 'guten Morgen'])('is not %j', (text) => {
    expect(leavingOf(text)).toBe('stays');
  });
});

describe('who does not smoke', () => {
  it.each(['non smoker here', 'non fumeur ici', 'I quit smoking 10 years ago', "j'ai arrêté de fumer en 2009"])(
    'says so, and leaves nothing: %j',
    (text) => {
      expect(saysNoSmoker(text)).toBe(true);
      expect(leavingOf(text)).toBe('stays');
    },
  );

  it.each(['I quit smoking 10 times', 'quit smoking tips', "j'ai arrêté de fumer, 6"])('is not %j', (text) => {
    expect(saysNoSmoker(text)).toBe(false);
  });
});

describe('an hour that is to be another', () => {
  it.each([
    '6am is a joke make it 10',
    '7am is too early, make it 9',
    "6h c'est trop tôt, mets 9",
    'can you make it 10 instead of 6am',
  ])('is no score: TIME is named for %j', (text) => {
    expect(parseReply(text, lexicon).intent).toMatchObject({ kind: 'suggest', command: 'time' });
  });

  it.each([
    'at 8pm please',
    '8pm would be better',
    'plutôt vers 19h',
    '20h svp',
    'could u text me round tea time instead',
  ])('is asked for by itself: %j', (text) => {
    expect(parseReply(text, lexicon).intent).toMatchObject({ kind: 'suggest', command: 'time' });
  });

  it.each(['7am is daft, do 10', '6am no thanks, 9 is better'])('may be what a number stands for: %j', (text) => {
    expect(parseReply(text, lexicon).intent).toMatchObject({ kind: 'score-in-doubt' });
  });

  it.each([
    ['woke at 5am, 7', 7],
    ['5h du mat et déjà 7', 7],
  ])('is none where it tells of the night: %j', (text, score) => {
    expect(parseReply(text, lexicon).intent).toMatchObject({ kind: 'score', score });
  });

  it('is not meant by an hour of pain, or one alone', () => {
    for (const text of ['8pm', 'pain at 8pm', 'hurts at 8pm'])
      expect(parseReply(text, lexicon).intent).toMatchObject({ kind: 'unclear' });
  });

  it('is not meant where a score is put right', () => {
    expect(parseReply('make it 6', lexicon).intent).toMatchObject({ score: 6 });
    expect(parseReply('sorry, make that a 5', lexicon).intent).toMatchObject({ kind: 'fix', score: 5 });
  });
});
