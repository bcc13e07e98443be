import type { Person } from '../people/person.ts';
import type { ParsedReply } from '../reading/parsed-reply.ts';
import type { Suspicion } from '../reading/second-opinion/checks.ts';
import { countryOf } from './answer-red-flag.ts';
import { type AnswerContext, type Decision, type IncomingReply, say } from './conversation.ts';
import { type MessageKey, wordingKey, wordingsAnOccasion } from './message.ts';
import { withoutWords } from './without-words.ts';

/** The despair or violence that only a model suspects in a reply; undefined beside a red flag, which is answered as one. */
const suspectedIn = ({ danger }: ParsedReply): Suspicion | undefined =>
  danger.kind === 'suspected' && danger.of !== 'signs' ? danger.of : undefined;

/** Answers that say words were kept, and how they are worded where none are. */
const unkept = {
  scoreUnclear: 'scoreUnclearUnkept',
  scoreInDoubt: 'scoreInDoubtUnkept',
  scoreWhich: 'scoreWhichUnkept',
  scoreInDoubtYesterday: 'scoreInDoubtYesterdayUnkept',
  talkGoodNews: 'talkGoodNewsUnkept',
  talkBadDay: 'talkBadDayUnkept',
  talkMedicine: 'talkMedicineUnkept',
  suggestMore: 'suggestMoreUnkept',
  suggestTip: 'suggestTipUnkept',
  suggestResume: 'suggestResumeUnkept',
  optOutInDoubt: 'optOutInDoubtUnkept',
} as const satisfies Partial<Record<MessageKey, MessageKey>>;

/** The context in whose answers nothing is said to be kept, for a reply whose words are not; others get their own. */
export const contextOfSuspicion = (context: AnswerContext, reply: ParsedReply): AnswerContext => {
  if (suspectedIn(reply) === undefined) return context;
  const { texts } = context;
  const { messages, tips } = texts;
  const reworded = Object.entries(unkept).flatMap(([key, by]) =>
    Array.from({ length: wordingsAnOccasion }, (_, wording) => [wordingKey(key, wording), messages[by]]),
  );
  return { ...context, texts: { tips, messages: { ...messages, ...Object.fromEntries(reworded) } } };
};

/** Where despair is only suspected, the line is named gently; the answer to violence is neutral already. */
const answerKinds = { hopeless: 'gentle', hurt: 'violence' } as const satisfies Record<Suspicion, string>;

/** Words that were a goal or an activity, and are not kept, have set none. */
const losesItsAnswers = ({ event: before }: Decision, { event: after }: Decision): boolean =>
  before !== undefined && before.kind !== 'note' && before.kind !== after?.kind;

/**
 * Adds where to turn to a decision about a reply in which only a model suspects despair or violence. A model may ask and not
 * act, and in everyday life it is wrong far more often than right: what was asked for is carried out and answered, a score
 * is logged, tips go on, and the clinic is told nothing. Its words are kept nowhere all the same, for it may be right.
 */
export const withSuspicion = (
  decision: Decision,
  who: Person,
  incoming: IncomingReply,
  context: AnswerContext,
): Decision => {
  const suspected = suspectedIn(incoming.reply);
  if (suspected === undefined || decision.about?.kind === 'red-flag' || decision.about?.kind === 'question')
    return decision;
  const { event } = withoutWords(decision);
  // A question of ours has no words of theirs in it, and is still waiting for its answer.
  const asks = decision.event?.asks;
  const hushed =
    event === undefined ? decision : { ...decision, event: asks === undefined ? event : { ...event, asks } };
  const noted = say(context, 'noteKept', {});
  const answers = losesItsAnswers(decision, hushed) ? [] : decision.answers.filter((answer) => answer !== noted);
  return {
    ...hushed,
    about: { kind: 'suspicion' },
    answers: [...answers, context.safetyAnswer(answerKinds[suspected], countryOf(who, incoming))],
  };
};
