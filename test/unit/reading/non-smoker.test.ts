import { describe, expect, it } from 'vitest';
import { loadReplyReading } from '../../../shared/content/reply-reading.ts';
import { saysNoSmoker } from '../../../shared/domain/reading/answer/says-no-smoker.ts';

describe('whoever does not smoke says so', () => {
  it.each([
    "I don't smoke",
    'i dont smoke',
    'I do not smoke.',
    'Don’t smoke',
    'btw I never smoked',
    "I've never smoked in my life",
    'never smoked',
    "I'm a non-smoker",
    'non smoker',
    "I'm not a smoker, thanks",
    'I no longer smoke',
    "I don't smoke any more",
    'I quit smoking years ago',
    'Je ne fume pas',
    'je fume pas',
    'j’fume pas !',
    "Bonjour, je n'ai jamais fumé",
    "j'ai jamais fumé de ma vie",
    'je ne fume plus',
    "J'ai arrêté de fumer il y a longtemps",
    'je suis non-fumeuse',
    'non fumeur',
    'jamais fumé, merci',
  ])('%j', (text) => expect(saysNoSmoker(text)).toBe(true));

  it.each([
    'I smoke',
    "I don't smoke much",
    "I don't smoke when it hurts",
    'my wife does not smoke',
    'I quit smoking yesterday and it is hard',
    'I never smoke in bed',
    'should I stop smoking?',
    'do non-smokers have less pain?',
    'PAIN 6',
    'je fume',
    'je ne fume pas beaucoup',
    'mon mari ne fume pas',
    "j'ai arrêté de fumer hier, c'est dur",
    'dois-je arrêter de fumer ?',
    'je ne fume pas au lit',
    '',
  ])('but %j does not', (text) => expect(saysNoSmoker(text)).toBe(false));

  const { parse } = loadReplyReading();

  it.each(['je ne fume plus', 'I no longer smoke', 'btw I have never smoked, thanks', 'jamais fumé, merci'])(
    '%j is asked about neither as a wish to leave nor as despair',
    (text) => {
      const { leaving, danger } = parse(text);
      expect([leaving.kind, danger.kind]).toEqual(['stays', 'none']);
    },
  );
});
