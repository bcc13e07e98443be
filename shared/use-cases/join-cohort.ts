import type { IncomingReply } from '../domain/answering/conversation.ts';
import { type Cohort, cohortAfter, type GivenCode, type Membership } from '../domain/people/cohort.ts';
import type { ConfirmedLink } from '../domain/people/confirmed-mailbox.ts';
import type { Person } from '../domain/people/person.ts';
import type { Subscriber } from '../domain/people/subscriber.ts';
import type { ReplyStores } from './reply-stores.ts';

type CohortStores = Pick<ReplyStores, 'codes' | 'cohorts'>;

/** Looks a code up. */
export const lookUpCode = async ({ codes }: CohortStores, code: string): Promise<GivenCode> => {
  const cohort = await codes.find(code);
  return { code, ...(cohort ? { cohort } : {}) };
};

/** The code of a JOIN: the one in it, or where it answers a confirmation mail, the one that the sign-up page was filled in with. */
const codeOfJoin = async (
  { cohorts }: CohortStores,
  { subscriber }: Person,
  { intent }: IncomingReply['reply'],
): Promise<string | undefined> => {
  if (intent.kind !== 'join') return undefined;
  const waits = subscriber?.status === 'pending' ? subscriber.signUp : undefined;
  if (intent.code !== undefined || !subscriber || !waits) return intent.code;
  return (await cohorts.readAsked(subscriber.id, waits.askedAt)).code;
};

/**
 * Looks up what a reply's answer needs to know of cohorts: for JOIN the code's, for HELP also the one they are in.
 * Other replies are spared the reads.
 */
export const lookUpCohort = async (
  stores: CohortStores,
  who: Person,
  reply: IncomingReply['reply'],
): Promise<Pick<IncomingReply, 'code' | 'memberOf'>> => {
  const said = await codeOfJoin(stores, who, reply);
  if (said === undefined && reply.intent.kind !== 'help') return {};
  const [code, memberOf] = await Promise.all([
    said === undefined ? undefined : lookUpCode(stores, said),
    who.subscriber && stores.cohorts.read(who.subscriber),
  ]);
  return { ...(code ? { code } : {}), ...(memberOf ? { memberOf } : {}) };
};

/** How somebody came into a cohort. */
interface Joining extends Pick<Membership, 'at' | 'where'> {
  /** Names the message or link by which they did; counted once. */
  readonly key: string;
  /** When they gave the code, epoch ms, which decides on which day they are counted. It is the same however often they are handled. */
  readonly gaveAt: number;
}

/**
 * Puts an enrolment into a cohort, and counts it; repeated with the same key it changes nothing. It is counted first,
 * so that everybody in a cohort is counted, whatever fails in between.
 */
export const joinCohort = async (
  { codes, cohorts }: CohortStores,
  enrolled: Pick<Subscriber, 'id' | 'epoch'>,
  { code, clinic, contact, arm }: Cohort,
  { at, where, key, gaveAt }: Joining,
): Promise<void> => {
  await codes.countJoin(code, gaveAt, key);
  await cohorts.put(enrolled, { code, clinic, contact, ...(arm === undefined ? {} : { arm }), at, where });
};

/**
 * Puts somebody whose mailbox has confirmed at `at` into the cohort of the code that the sign-up page was filled in with at
 * `askedAt` (both epoch ms), unless they are in it, or stay in the arm of a study. Answers what the code stands for.
 */
export const confirmCohort = async (
  stores: CohortStores,
  subscriber: Subscriber,
  { link, wish }: ConfirmedLink,
  { at, askedAt }: { readonly at: number; readonly askedAt: number },
): Promise<Cohort | undefined> => {
  const { cohort } = wish?.code === undefined ? {} : await lookUpCode(stores, wish.code);
  if (!cohort || link === undefined) return undefined;
  const memberOf = await stores.cohorts.read(subscriber);
  if (memberOf?.code === cohort.code || cohortAfter(memberOf, cohort) !== cohort) return cohort;
  await joinCohort(stores, subscriber, cohort, { at, where: 'web', key: link, gaveAt: askedAt });
  return cohort;
};

/** Gives the cohort of a subscription to another that it is merged into and that has none; it was counted before. */
export const carryCohort = async (
  { cohorts }: Pick<CohortStores, 'cohorts'>,
  from: Subscriber,
  to: Subscriber,
): Promise<void> => {
  const membership = await cohorts.read(from);
  if (membership && !(await cohorts.read(to))) await cohorts.put(to, membership);
};
