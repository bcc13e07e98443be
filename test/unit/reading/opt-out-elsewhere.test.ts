import { describe, expect, it } from 'vitest';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';
import { lexicon } from './fresh-lexicon.ts';

describe('leaving, in the words of people from elsewhere', () => {
  it.each([
    'please not send more',
    'I resign from this',
    'I no want am again',
    "I don't want these on me phone any more",
    'this is not Mr Adeyemi he has changed number',
    'how do i make it stop sending',
    'how do I get it to stop texting me',
    'make it stop coming to my phone',
    'faites que ça arrete de menvoyer des trucs',
    "je veux que ça s'arrête de m'écrire",
    "fais que ca s'arrete de sonner svp",
    'Il y a erreur, je ne suis pas Mme Weber.',
    'fais sauter mon num de ta liste',
    'Pouvez-vous canceller ça svp',
    'Décrisse',
    'Je vous mets en demeure de cesser.',
    "M. de Brisson n'est plus joignable à ce numéro, qui est désormais le mien.",
  ])('%j is heard', (body) => {
    expect(parseReply(body, lexicon).leaving.kind).toBe('leaves');
  });

  it.each([
    "We've opted out of dairy",
    "I can't make it stop hurting",
    'je veux que ça arrête de me lancer',
    'The cramps stop coming when I rest',
    'I am not interested in surgery',
    'I stop smoking one month already',
    'I had to cease curling this winter.',
    'Pray do not discontinue these; they are most useful.',
    'so glad I signed up',
    'No more heavy bags for me',
    'arrête donc toi, vraiment?',
    "arrête t'es sérieux ? trop bien",
    "Lâchez pas, c'est bon vos affaires",
    "Le consentement pour l'opération est signé.",
    'Je ne supporte plus mon matelas.',
  ])('%j is none, and nothing is asked', (body) => {
    expect(parseReply(body, lexicon).leaving.kind).toBe('stays');
  });

  it.each(["I'm off to Skeggy for a week so don't bother while I'm back", 'I go to Poland two weeks, not send please'])(
    '%j is for a while, and ends nothing',
    (body) => {
      expect(parseReply(body, lexicon).leaving.kind).not.toBe('leaves');
    },
  );

  // Answers to the weekly question, and a wish that has a command of its own.
  it.each(['SOMETIMES', 'occasionally', 'could you send me fewer tips please', 'moins de conseils svp'])(
    '%j is not asked about as a wish to leave, nor as a goodbye',
    (body) => {
      const { leaving, danger } = parseReply(body, lexicon);
      expect(leaving.kind).not.toBe('in-doubt');
      expect(danger.kind).toBe('none');
    },
  );
});
