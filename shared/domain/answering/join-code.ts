import { type Cohort, cohortAfter } from '../people/cohort.ts';
import { begunBy, programmeOf, type TipProgramme } from '../tips/tip-programme.ts';
import {
  type AnswerContext,
  type Conversation,
  type Decision,
  eventOf,
  type IncomingReply,
  say,
} from './conversation.ts';
import { offerMark } from './programme-offer.ts';

type WithCode = Pick<IncomingReply, 'code' | 'memberOf'>;

/** What the welcome says about the code: whose it is, that it is unknown, or that it changes nothing. */
const wordsOfCode = (context: AnswerContext, { code, memberOf }: WithCode): readonly string[] => {
  if (code === undefined) return [];
  if (code.cohort === undefined) return [say(context, 'codeUnknown', { code: code.code })];
  const through = cohortAfter(memberOf, code.cohort);
  return [say(context, 'joinedThrough', { clinic: through.clinic, contact: through.contact })];
};

/** What a newcomer is told who begins with another programme than everybody, and how they get that one instead. */
const wordsOfProgramme = (context: AnswerContext, begun: TipProgramme | undefined): readonly string[] => {
  const [own, usual] = [begun, context.programme].map((programme) => programme?.choice?.[context.language]);
  if (!own) return [];
  return [
    say(context, 'beginsWith', { name: own.name }),
    ...(usual ? [say(context, 'beginsInstead', { name: usual.name, back: usual.word })] : []),
  ];
};

/** The cohort that a code puts somebody into; undefined if it puts them nowhere new. */
const cohortOf = ({ code, memberOf }: WithCode): Cohort | undefined =>
  code?.cohort && code.cohort.code !== memberOf?.code && cohortAfter(memberOf, code.cohort) === code.cohort
    ? code.cohort
    : undefined;

/**
 * The decision about a JOIN with what its code adds: the cohort, and sentences behind the answer. `begun`: the programme that it
 * has them begin with, of a newcomer.
 */
export const withCode = (
  decision: Decision,
  context: AnswerContext,
  incoming: WithCode,
  begun?: TipProgramme,
): Decision => {
  const words = [...wordsOfCode(context, incoming), ...wordsOfProgramme(context, begun)];
  if (words.length === 0) return decision;
  const cohort = cohortOf(incoming);
  return {
    ...decision,
    answers: [[...decision.answers, ...words].join(' ')],
    ...(cohort === undefined ? {} : { cohort }),
  };
};

/**
 * The decision about the JOIN of somebody who goes on where they are, by a code that has newcomers begin with another programme:
 * they are told the word that changes over to it. The page of that day remembers that they were, for it counts only then.
 */
export const withOffer = (decision: Decision, conversation: Conversation): Decision => {
  const { context, incoming, subscriber } = conversation;
  const offered = begunBy(incoming.code?.cohort ?? {}, context.programme);
  if (!offered?.choice || offered === programmeOf(subscriber, context.programme)) return decision;
  const { name, word } = offered.choice[context.language];
  const told = say(context, 'programmeOffered', { name, word });
  const event = decision.event ?? eventOf(conversation, { kind: 'command' });
  return {
    ...decision,
    answers: [[...decision.answers, told].join(' ')],
    event: { ...event, note: offerMark(offered) },
  };
};
