import { type Cohort, cohortAfter } from '../people/cohort.ts';
import { type AnswerContext, type Decision, type IncomingReply, say } from './conversation.ts';

type WithCode = Pick<IncomingReply, 'code' | 'memberOf'>;

/** What the welcome says about the code: whose it is, that it is unknown, or that it changes nothing. */
const wordsOfCode = (context: AnswerContext, { code, memberOf }: WithCode): readonly string[] => {
  if (code === undefined) return [];
  if (code.cohort === undefined) return [say(context, 'codeUnknown', { code: code.code })];
  const through = cohortAfter(memberOf, code.cohort);
  return [say(context, 'joinedThrough', { clinic: through.clinic, contact: through.contact })];
};

/** The cohort that a code puts somebody into; undefined if it puts them nowhere new. */
const cohortOf = ({ code, memberOf }: WithCode): Cohort | undefined =>
  code?.cohort && code.cohort.code !== memberOf?.code && cohortAfter(memberOf, code.cohort) === code.cohort
    ? code.cohort
    : undefined;

/** The decision about a JOIN with what its code adds: the cohort, and a sentence behind the answer. */
export const withCode = (decision: Decision, context: AnswerContext, incoming: WithCode): Decision => {
  const words = wordsOfCode(context, incoming);
  if (words.length === 0) return decision;
  const cohort = cohortOf(incoming);
  return {
    ...decision,
    answers: [[...decision.answers, ...words].join(' ')],
    ...(cohort === undefined ? {} : { cohort }),
  };
};
