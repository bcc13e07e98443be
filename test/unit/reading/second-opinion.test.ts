import { describe, expect, it } from 'vitest';
import { modelsFor, type TrainingSample } from '../../../content/build/train-second-opinion.ts';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';
import type { Lexicon } from '../../../shared/domain/reading/reader-content.ts';
import type { Check } from '../../../shared/domain/reading/second-opinion/checks.ts';
import { featuresOf } from '../../../shared/domain/reading/second-opinion/features.ts';
import { type SecondOpinion, secondOpinion } from '../../../shared/domain/reading/second-opinion/second-opinion.ts';
import { lexicon, models as trained, words } from './fresh-lexicon.ts';

const samples = (['anna', 'bob', 'cleo'] as const).flatMap((voice): TrainingSample[] => {
  const of = (label: string, texts: readonly string[], wish = 'none') =>
    texts.map((text) => ({
      ...{ voice, label, wish, language: 'en' as const },
      features: Uint16Array.from(featuresOf(words(`${text} ${voice}`))),
    }));
  return [
    ...of('now', ['the wombat has no feeling', 'no feeling below', 'lost all feeling there']),
    ...of('crisis', ['all is so dark', 'so dark and empty']),
    ...of('violence', ['hit by the uncle', 'the uncle came with a belt', 'uncle and his belt again']),
    ...of('none', ['spare me the pigeons', 'no pigeons any longer', 'spare me all pigeons'], 'stop'),
    ...of('none', ['a lovely walk', 'slept well', 'pain six', 'thanks for the tip', 'off to the shops', 'nice tea']),
  ];
});
const few = { hard: 0.05, plain: 0 };
const allowed = { asking: few, sure: few };
const most = { weights: 8000, en: allowed, fr: allowed };
const models = () => modelsFor(samples, { signs: most, hopeless: most, hurt: most, leaving: most });
const noOpinion: SecondOpinion = {
  of: () => undefined,
  doubts: () => false,
  mayBeLastWords: () => false,
  leaving: () => undefined,
};
/** A lexicon whose second opinion is the same about every text. */
const withOpinion = (opinion: Partial<SecondOpinion>): Lexicon => ({
  ...lexicon,
  secondOpinion: { ...noOpinion, ...opinion },
});
const ofOpinion = (check: Check, isSure: boolean): Lexicon => withOpinion({ of: () => ({ check, isSure }) });

describe('the second opinion', () => {
  it('is the same for the same texts', () => {
    expect(models()).toEqual(models());
  });

  it('flags what is like what it learnt, and nothing else', () => {
    const opinion = secondOpinion(models()).of;
    expect(opinion(words('i have no feeling in it'))?.check).toBe('signs');
    expect(opinion(words('it is so dark'))?.check).toBe('hopeless');
    expect(opinion(words('that uncle and his belt'))?.check).toBe('hurt');
    expect(opinion(words('a lovely tea'))).toBeUndefined();
    const { leaving } = secondOpinion(models());
    expect(leaving(words('spare me those pigeons'))).toMatchObject({ isSure: expect.any(Boolean) });
    expect(leaving(words('a lovely tea'))).toBeUndefined();
  });

  it('asks about a wish to be left alone that no rule knows, and carries it out where it is sure and ours is named', () => {
    const read = (text: string, isSure: boolean) =>
      parseReply(text, { ...withOpinion({ leaving: () => ({ isSure }) }), topics: () => new Map() });
    expect(read('the pigeons may fly home now', true)).toMatchObject({ leaving: { kind: 'in-doubt' } });
    expect(read('your messages to the pigeons may fly home now', false)).toMatchObject({
      leaving: { kind: 'in-doubt' },
    });
    expect(read('your messages to the pigeons may fly home now', true)).toMatchObject({
      leaving: { kind: 'leaves', by: 'ours' },
    });
    expect(read('your messages to the pigeons may fly home now', false)).not.toMatchObject({
      leaving: { kind: 'leaves' },
    });
    // A score is a score, whatever it is like.
    expect(read('PAIN 6', true)).toMatchObject({ leaving: { kind: 'stays' } });
  });

  it('is answered as a red flag, its words kept nowhere, where it is sure of despair or violence', () => {
    const read = (check: Check, isSure: boolean) =>
      parseReply('the wombat came by our garden again', ofOpinion(check, isSure));
    expect(read('hopeless', true)).toMatchObject({ danger: { kind: 'flag', flag: 'crisis', isPrivate: true } });
    expect(read('hurt', true)).toMatchObject({ danger: { kind: 'flag', flag: 'violence', isPrivate: true } });
    expect(read('hopeless', false)).toMatchObject({ danger: { kind: 'suspected', of: 'hopeless' } });
  });

  it('is no more than a guess where the rules saw it denied', () => {
    const read = (isSure: boolean) => parseReply('I do not want to die', ofOpinion('hopeless', isSure));
    expect(read(true)).toMatchObject({ danger: { kind: 'suspected', of: 'hopeless' } });
    expect(read(false)).toMatchObject({ danger: { kind: 'none' } });
  });

  it('hears no despair in two or three words that no rule knows', () => {
    expect(parseReply('my wombat', ofOpinion('hopeless', true))).not.toMatchObject({ danger: { kind: 'flag' } });
    expect(parseReply('my wombat', ofOpinion('signs', true))).toMatchObject({
      danger: { kind: 'suspected', of: 'signs' },
    });
  });

  it('only asks about signs of the body, however sure it is', () => {
    const read = parseReply('the wombat came by', ofOpinion('signs', true));
    expect(read).toMatchObject({ danger: { kind: 'suspected', of: 'signs' } });
  });

  it('makes a question of a sign of the body that it doubts, and takes nothing else back', () => {
    const harmless = withOpinion({ doubts: () => true });
    const fever = parseReply('I have a fever and my back is bad since the morning', harmless);
    expect(fever).toMatchObject({ danger: { kind: 'doubted', flag: 'today' } });
    // An emergency never; behind an opt-out nothing is asked.
    const groin = parseReply('I cannot feel my groin since the weekend came', harmless);
    expect(groin).toMatchObject({ danger: { kind: 'flag', flag: 'now' } });
    expect(parseReply('stop texting me, I have a fever and my back is bad', harmless)).toMatchObject({
      leaving: { kind: 'leaves', by: 'ours' },
      danger: { kind: 'flag', flag: 'today' },
    });
    // Despair, tablets and degrees the rules know better than letters do.
    expect(parseReply('I want to die and nobody is to know', harmless)).toMatchObject({
      danger: { kind: 'flag', flag: 'crisis' },
    });
    expect(parseReply('my husband beats me when he has been drinking', harmless)).toMatchObject({
      danger: { kind: 'flag', flag: 'violence' },
    });
    expect(parseReply('I took 30 paracetamol in one go last night', harmless)).toMatchObject({
      danger: { kind: 'flag', flag: 'now', isPrivate: true },
    });
    expect(parseReply('my temperature is 39.2 and the back is bad', harmless)).toMatchObject({
      danger: { kind: 'flag', flag: 'today' },
    });
    // A few words say too little for a model.
    expect(parseReply('I fainted', harmless)).toMatchObject({ danger: { kind: 'flag', flag: 'now' } });
  });

  it('takes veiled words back beside everyday things that it finds harmless, and plain ones never', () => {
    const harmless = withOpinion({ doubts: () => true });
    const roof = 'we jumped off the garage roof into the snow for a birthday';
    expect(parseReply(roof, withOpinion({}))).toMatchObject({ danger: { kind: 'flag', flag: 'crisis' } });
    expect(parseReply(roof, harmless)).toMatchObject({ danger: { kind: 'none' } });
    const stairs = 'he throws things at me all evening when the team has lost its match';
    expect(parseReply(stairs, withOpinion({}))).toMatchObject({ danger: { kind: 'flag', flag: 'violence' } });
    expect(parseReply(stairs, harmless)).not.toMatchObject({ danger: { kind: 'flag' } });
    // The same without anything of every day, and a wish to die beside it.
    expect(parseReply('I stand on the roof and think about jumping off it', harmless)).toMatchObject({
      danger: { kind: 'flag', flag: 'crisis' },
    });
    expect(parseReply('I want to die at this birthday, honestly I do', harmless)).toMatchObject({
      danger: { kind: 'flag', flag: 'crisis' },
    });
  });

  it('asks about an emergency joined from parts, beside everyday things that it finds harmless', () => {
    const harmless = withOpinion({ doubts: () => true });
    const film = 'my groin has been numb since the match with my team';
    expect(parseReply(film, withOpinion({}))).toMatchObject({ danger: { kind: 'flag', flag: 'now' } });
    expect(parseReply(film, harmless)).toMatchObject({ danger: { kind: 'doubted', flag: 'now' } });
    expect(parseReply('I fainted in the pub today, at the quiz with my team', harmless)).toMatchObject({
      danger: { kind: 'flag', flag: 'now' },
    });
  });

  it('is not asked about a place, an hour or a mailbox that a command names', () => {
    const grave = withOpinion({ of: () => ({ check: 'hopeless', isSure: true }) });
    for (const command of ['ZONE America/Rainy_River', 'TIME 7:30 pm please', 'EMAIL jo@the-end.example.org'])
      expect(parseReply(command, grave)).not.toMatchObject({ danger: { kind: 'flag' } });
    expect(parseReply('the river is calling me tonight again', grave)).toMatchObject({
      danger: { kind: 'flag', flag: 'crisis' },
    });
  });

  it('asks about few flags that a rule rightly found: what it takes for a sign it never doubts', () => {
    for (const { doubted, sure } of Object.values(trained.signs.limits)) expect(doubted ?? sure).toBeLessThan(sure);
    const doubts = (text: string, flag: 'now' | 'today', rule: string) =>
      secondOpinion(trained).doubts({ ...words(text), ruled: { rule, flag } }, flag);
    expect(doubts('since this morning i cannot feel my groin and cannot pee', 'now', 'saddle-numb')).toBe(false);
    expect(doubts('chute des feuilles, dix sacs, et le râteau trop court', 'today', 'fall')).toBe(true);
  });

  it('hears despair in a goodbye to us sooner than elsewhere', () => {
    const near = withOpinion({ mayBeLastWords: () => true });
    expect(parseReply('I have had enough of this', near)).toMatchObject({
      leaving: { kind: 'in-doubt' },
      danger: { kind: 'suspected', of: 'hopeless' },
    });
    expect(parseReply('a lovely walk by the sea', near)).toMatchObject({ danger: { kind: 'none' } });
    expect(parseReply('I have had enough of this', withOpinion({}))).toMatchObject({ danger: { kind: 'none' } });
  });

  it('speaks from another limit on in each language', () => {
    const model = models().signs;
    const shy = { threshold: 99, sure: 99 };
    const onlyInFrench = { ...models(), signs: { ...model, limits: { en: shy, fr: { threshold: -99, sure: 99 } } } };
    const opinion = secondOpinion({
      ...onlyInFrench,
      ...{ hopeless: { ...model, limits: { en: shy, fr: shy } }, hurt: { ...model, limits: { en: shy, fr: shy } } },
    }).of;
    expect(opinion(words('there is no feeling in it'))).toBeUndefined();
    expect(opinion(words('je ne sais pas ce que vous avez'))).toEqual({ check: 'signs', isSure: false });
  });

  it('takes 40 KB a language at most', () => {
    expect(JSON.stringify(trained).length).toBeLessThan(80_000);
  });

  it('is not asked beside a red flag, nor about a bare word or number', () => {
    expect(parseReply('I cannot feel my groin', lexicon)).toMatchObject({ danger: { kind: 'flag' } });
    for (const text of ['6', 'PAIN 6', 'HELP', 'ok', ''])
      expect(parseReply(text, lexicon)).toMatchObject({ danger: { kind: 'none' } });
  });
});
