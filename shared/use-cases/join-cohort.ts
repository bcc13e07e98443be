import type { IncomingReply } from '../domain/answering/conversation.ts';
import type { Cohort, GivenCode, Membership } from '../domain/people/cohort.ts';
import type { ConfirmedLink } from '../domain/people/confirmed-mailbox.ts';
import type { Person } from '../domain/people/person.ts';
import type { Subscriber } from '../domain/people/subscriber.ts';
import type { ReplyStores } from './reply-stores.ts';

type CohortStores = Pick<ReplyStores, 'codes' | 'cohorts'>;

/** A code, and what it stands for. */
export const lookUpCode = async ({ codes }: CohortStores, code: string): Promise<GivenCode> => {
  const cohort = await codes.find(code);
  return { code, ...(cohort ? { cohort } : {}) };
};

/** The code of a JOIN: the one in it, or where it answers a confirmation mail, the one that the sign-up page was filled in with. */
const codeOf = ({ cohorts }: CohortStores, { subscriber }: Person, { intent }: IncomingReply['reply']) => {
  if (intent.kind !== 'join') return undefined;
  const waits = subscriber?.status === 'pending' ? subscriber.signUp : undefined;
  return intent.code ?? (subscriber && waits && cohorts.readAsked(subscriber.id, waits.askedAt));
};

/**
 * What a reply needs to know of cohorts to be answered: of JOIN the code's, of HELP too the one they are in. Everybody else
 * is spared the reads.
 */
export const lookUpCohort = async (
  stores: CohortStores,
  who: Person,
  reply: IncomingReply['reply'],
): Promise<Pick<IncomingReply, 'code' | 'memberOf'>> => {
  const said = await codeOf(stores, who, reply);
  if (said === undefined && reply.intent.kind !== 'help') return {};
  const [code, memberOf] = await Promise.all([
    said === undefined ? undefined : lookUpCode(stores, said),
    who.subscriber && stores.cohorts.read(who.subscriber),
  ]);
  return { ...(code ? { code } : {}), ...(memberOf ? { memberOf } : {}) };
};

/**
 * Puts an enrolment into a cohort, and counts it; done again with the same key, it changes nothing. Counted first: whatever
 * dies in between, who is in is counted.
 */
export const joinCohort = async (
  { codes, cohorts }: CohortStores,
  enrolled: Pick<Subscriber, 'id' | 'epoch'>,
  { code, clinic, contact, arm }: Cohort,
  { at, where, key }: Pick<Membership, 'at' | 'where'> & { readonly key: string },
): Promise<void> => {
  await codes.countJoin(code, at, key);
  await cohorts.put(enrolled, { code, clinic, contact, ...(arm === undefined ? {} : { arm }), at, where });
};

/** What the sign-up page was filled in with holds once its mailbox has confirmed: they are in the cohort of that code, which is given back. */
export const confirmCohort = async (
  stores: CohortStores,
  subscriber: Subscriber,
  { link, wish }: ConfirmedLink,
  at: number,
): Promise<Cohort | undefined> => {
  const { cohort } = wish?.code === undefined ? {} : await lookUpCode(stores, wish.code);
  if (!cohort || link === undefined) return undefined;
  await joinCohort(stores, subscriber, cohort, { at, where: 'web', key: link });
  return cohort;
};

/** The cohort of a subscription, for another that it becomes part of and that is in none; it was counted before. */
export const carryCohort = async (
  { cohorts }: Pick<CohortStores, 'cohorts'>,
  from: Subscriber,
  to: Subscriber,
): Promise<void> => {
  const membership = await cohorts.read(from);
  if (membership && !(await cohorts.read(to))) await cohorts.put(to, membership);
};
