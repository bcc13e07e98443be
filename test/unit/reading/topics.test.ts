import { describe, expect, it } from 'vitest';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';
import type { Lexicon } from '../../../shared/domain/reading/reader-content.ts';
import { topicFeaturesOf } from '../../../shared/domain/reading/second-opinion/topic-features.ts';
import { topicModel } from '../../../shared/domain/reading/second-opinion/topic-model.ts';
import { chooseTopic } from '../../../shared/domain/reading/talk/choose-topic.ts';
import { roundedModel, trainTopics } from '../../corpus/train-topics.ts';
import { lexicon } from './fresh-lexicon.ts';

/** A lexicon whose model is sure of one topic, whatever is said. */
const sureOf = (topic: string): Lexicon => ({ ...lexicon, topics: () => new Map([[topic, 1]]) });

const samples = (
  [
    ['cost', 'what does the wombat cost'],
    ['cost', 'a wombat costs money'],
    ['who', 'a stranger at the door'],
    ['who', 'stranger who are you'],
    ['note', 'nice walk with tea'],
    ['note', 'tea and a long walk'],
  ] as const
).map(([topic, text]) => ({ voice: 'anna', topic, weight: 1, features: topicFeaturesOf(lexicon.words(text)) }));

describe('the model of topics', () => {
  it('is the same for the same texts', () => {
    expect(roundedModel(trainTopics(samples))).toEqual(roundedModel(trainTopics(samples)));
  });

  it('knows what is like what it learnt', () => {
    const shares = topicModel(() => roundedModel(trainTopics(samples)))(lexicon.words('how much is a wombat, money?'));
    expect([...shares].toSorted((a, b) => b[1] - a[1])[0]?.[0]).toBe('cost');
    expect([...shares.values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  });

  it.each(['cost', 'request:undo', 'leaving', 'bad-day'])(
    'never beats a command, a score, a red flag or an opt-out: %s',
    (topic) => {
      const kindOf = (text: string) => parseReply(text, sureOf(topic)).intent.kind;
      expect(kindOf('PAIN 6 bad night')).toBe('score');
      expect(kindOf('6 or 7')).toBe('unclear');
      expect(kindOf('PAUSE 7')).toBe('pause');
      expect(kindOf('delete all my data please')).toBe('erase');
      const danger = parseReply('I cannot feel my groin and I wet myself', sureOf(topic));
      expect(danger).toMatchObject({ leaving: { kind: 'stays' }, danger: { kind: 'flag', flag: 'now' } });
      expect(parseReply('please stop texting me', sureOf(topic)).leaving.kind).toBe('leaves');
    },
  );

  it('only names a command, and says that it guesses', () => {
    expect(chooseTopic(new Map([['request:erase', 1]]), undefined)).toEqual({
      kind: 'suggest',
      command: 'erase',
      isGuess: true,
    });
  });

  it('leaves a text a note that is likest to one, or to nothing that is answered', () => {
    for (const topic of ['note', 'leaving', 'crisis', 'sign', 'courtesy']) {
      expect(
        chooseTopic(
          new Map([
            ['note', 0.01],
            [topic, 0.99],
          ]),
          undefined,
        ),
      ).toBeUndefined();
    }
  });

  it('does not guess at one word, whose likeness to others says little', () => {
    expect(parseReply('ayuda', sureOf('thanks')).intent.kind).toBe('note');
    expect(parseReply('any', sureOf('leaving')).leaving.kind).not.toBe('in-doubt');
  });

  it('asks whether they want to leave, and not where they say that they stay', () => {
    const likely = (share: number): Lexicon => ({ ...lexicon, topics: () => new Map([['leaving', share]]) });
    expect(parseReply('thou hast vexed me sorely', likely(0.5)).leaving.kind).toBe('in-doubt');
    expect(parseReply("please don't stop these", sureOf('leaving')).leaving.kind).not.toBe('in-doubt');
    expect(parseReply('6', sureOf('leaving')).leaving.kind).not.toBe('in-doubt');
  });

  it('is heard beside the rules about leaving: agreed it is carried out, at odds it is asked about', () => {
    const unmoved = { of: () => undefined, doubts: () => false, mayBeLastWords: () => false, leaving: () => undefined };
    const read = (text: string, leaving: number, more: readonly (readonly [string, number])[] = []) => {
      const shares = new Map([['leaving', leaving], ...more]);
      return parseReply(text, { ...lexicon, secondOpinion: unmoved, topics: () => shares }).leaving.kind;
    };
    expect(read('thou hast vexed me sorely with thy messages', 0.9)).toBe('leaves');
    expect(read('thou hast vexed me sorely', 0.9)).toBe('in-doubt');
    expect(read('I have had enough of this', 0.9)).toBe('leaves');
    expect(read('I have had enough of this', 0.3)).toBe('in-doubt');
    expect(read('kindly cease these messages forthwith my good man', 0.3)).toBe('leaves');
    expect(read('kindly cease these messages forthwith my good man', 0.01)).toBe('in-doubt');
    // A few words say too little for a model.
    expect(read('stop', 0.01)).toBe('leaves');
    expect(read('no more texts', 0.01)).toBe('leaves');
    // A goodbye that may be one to life must not end in silence.
    expect(read('thou hast vexed me sorely with thy messages', 0.9, [['crisis', 0.08]])).toBe('in-doubt');
  });
});
