import { type Intent, type SuggestedCommand, suggestedCommands, type TalkAbout, talkTopics } from '../intent.ts';
import type { TopicShares } from '../second-opinion/topic-model.ts';

/** The odds of a topic that a rule found are multiplied by this. With it 83 texts of 100 are answered rightly, without it 79. */
const ruleOdds = Math.E;
/**
 * The odds of a plain note are multiplied by this, so that it must be clearly likelier than any topic. Of texts that are no
 * talk, one in seven is then answered as talk.
 */
const noteOdds = Math.exp(-0.5);
/** A wrong guess at a command puzzles people more than a kind word, so commands need better odds. */
const requestOdds = 0.8;
/** A topic that no rule found must also be likely in itself, because the likeliest of thirty may still be a bad guess. */
const leastShare = 1 / 4;
/**
 * Topics that are learnt only to be told apart, and are answered elsewhere. "ok" is never guessed, because its answer keeps
 * no note.
 */
const unguessed = new Set(['leaving', 'crisis', 'sign', 'courtesy']);

/** The model's name for the topic of a rule's intent. */
const topicOf = (intent: Intent): string =>
  intent.kind === 'talk' ? intent.about : `request:${'command' in intent ? intent.command : intent.kind}`;

const isTalk = (topic: string): topic is TalkAbout => talkTopics.some((known) => known === topic);
const isSuggested = (command: string): command is SuggestedCommand =>
  suggestedCommands.some((known) => known === command);

/** The intent that a topic stands for. A guess never carries out a command but names it. */
const guessOf = (topic: string): Intent | undefined => {
  if (isTalk(topic)) return { kind: 'talk', about: topic, isGuess: true };
  const command = topic.replace(/^request:/, '');
  return isSuggested(command) ? { kind: 'suggest', command, isGuess: true } : undefined;
};

/**
 * Rules' intents that a likeness may overrule. Wishes that are carried out, that hold values, or that concern rights over
 * one's data stay as they were read.
 */
const open: ReadonlySet<Intent['kind']> = new Set(['talk', 'suggest', 'diary', 'more', 'tip', 'join']);

/** What a text says to us, from its likeness to other texts and from what a rule found; undefined for a note of the day. */
export const chooseTopic = (shares: TopicShares, ruled: Intent | undefined): Intent | undefined => {
  if (ruled !== undefined && !open.has(ruled.kind)) return ruled;
  const ruledTopic = ruled === undefined ? undefined : topicOf(ruled);
  const oddsOf = (topic: string): number => {
    const share = shares.get(topic) ?? 0;
    if (topic === 'note') return share * noteOdds;
    if (topic === ruledTopic) return share * ruleOdds;
    if (share < leastShare) return 0;
    return share * (topic.startsWith('request:') ? requestOdds : 1);
  };
  const said = [...shares.keys()].filter((topic) => topic === ruledTopic || !unguessed.has(topic));
  const best = said.reduce((most, topic) => (oddsOf(topic) > oddsOf(most) ? topic : most), 'note');
  return best === ruledTopic ? ruled : guessOf(best);
};
