import { type Intent, type SuggestedCommand, suggestedCommands, type TalkAbout, talkTopics } from '../intent.ts';
import type { TopicShares } from '../second-opinion/topic-model.ts';

/** What a rule found counts for the odds of this topic so many times as much (e): 83 of 100 are right, 79 without. */
const ruleOdds = Math.E;
/** A plain note has to be likelier than any topic by this: of what is no talk, one text in seven is then answered as talk. */
const noteOdds = Math.exp(-0.5);
/** A command that nobody asked for puzzles more than a kind word. */
const requestOdds = 0.8;
/** A topic that no rule found has to be likely by itself, too: among thirty, the likeliest may still be a bad guess. */
const leastShare = 1 / 4;
/** Learnt to be kept apart, and answered by others; an "ok" keeps no note, so that it must never be guessed. */
const unguessed = new Set(['leaving', 'crisis', 'sign', 'courtesy']);

/** How a topic of the model is called that a rule's intent is of. */
const topicOf = (intent: Intent): string =>
  intent.kind === 'talk' ? intent.about : `request:${'command' in intent ? intent.command : intent.kind}`;

const isTalk = (topic: string): topic is TalkAbout => talkTopics.some((known) => known === topic);
const isSuggested = (command: string): command is SuggestedCommand =>
  suggestedCommands.some((known) => known === command);

/** The intent that a topic stands for. A guess never carries a command out: it names the one that does. */
const guessOf = (topic: string): Intent | undefined => {
  if (isTalk(topic)) return { kind: 'talk', about: topic, isGuess: true };
  const command = topic.replace(/^request:/, '');
  return isSuggested(command) ? { kind: 'suggest', command, isGuess: true } : undefined;
};

/** Wishes that are carried out or have values in them, and what concerns the rights over one's data, stay as they were read. */
const open: ReadonlySet<Intent['kind']> = new Set(['talk', 'suggest', 'diary', 'more', 'tip', 'join']);

/** What a text says to us, by the likeness to other texts and what a rule found in it; undefined for a note of the day. */
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
