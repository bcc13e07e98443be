import { type AnswerContext, type IncomingReply, say } from '../domain/answering/conversation.ts';
import { defaultLanguage } from '../domain/answering/language.ts';
import { ever, type JoinLimits, utcDayOf } from '../domain/people/limits.ts';
import type { Person } from '../domain/people/person.ts';
import type { Language, SubscriberId } from '../domain/people/subscriber.ts';
import { type Countries, mayJoin } from '../domain/people/textable-number.ts';
import type { Log } from '../platform/log.ts';
import type { LimitStore } from '../store/limit-store.ts';

export interface AdmitJoinsDeps {
  readonly log: Log;
  readonly limits: LimitStore;
  readonly joins: JoinLimits;
  /** The countries that people may join from by text; left out, every number may. */
  readonly countries?: Countries;
  readonly contextIn: (language: Language) => Promise<AnswerContext>;
}

/** The answer to a refused JOIN. */
interface Refusal {
  readonly answers: readonly string[];
  readonly language: Language;
  readonly isNew: false;
}

/**
 * Whether a stranger wants to begin a subscription by text. STOP and cries for help are always obeyed, whatever stands
 * beside them.
 */
const isStrangersJoin = ({ subscriber }: Person, { channel, reply }: IncomingReply): boolean =>
  subscriber === undefined &&
  channel === 'sms' &&
  reply.intent.kind === 'join' &&
  reply.leaving.kind !== 'leaves' &&
  reply.danger.kind !== 'flag';

/** Decides who may begin a subscription by text, each of whose days is paid for. */
export const createAdmitJoins = ({ log, limits, joins, countries, contextIn }: AdmitJoinsDeps) => {
  /** Counts one; without a limit nothing is counted. */
  const take = async (name: string, span: Parameters<LimitStore['take']>[1], most: number): Promise<boolean> =>
    !Number.isFinite(most) || (await limits.take(name, span, most));

  /** The message that says there is no room; undefined if there is. */
  const fullFor = async (now: number): Promise<'joinTomorrow' | 'joinClosed' | undefined> => {
    if (!(await take('joins', utcDayOf(now), joins.aDay))) return 'joinTomorrow';
    return (await take('joins', ever, joins.inTotal)) ? undefined : 'joinClosed';
  };

  /** Counts a stranger's JOIN, and says what to answer if it must not begin anything; undefined for whoever may go on. */
  return async (id: SubscriberId, who: Person, incoming: IncomingReply): Promise<Refusal | undefined> => {
    if (!isStrangersJoin(who, incoming)) return undefined;
    const language = incoming.reply.language ?? defaultLanguage;
    if (countries !== undefined && !mayJoin(incoming.address, countries)) {
      log('warn', 'join-refused', { id, channel: 'sms', reason: 'country-or-number-type' });
      // Such a number gets no answer, which would be the first text that we pay for.
      return { answers: [], language, isNew: false };
    }
    const full = await fullFor(incoming.receivedAt);
    if (full === undefined) return undefined;
    log('error', 'join-refused', {
      id,
      channel: 'sms',
      reason: full === 'joinClosed' ? 'joins-in-total' : 'joins-a-day',
    });
    // As many again as may join are told that it is full. Later ones get no answer, because each answer is paid for.
    if (!(await take('joins-told', utcDayOf(incoming.receivedAt), joins.aDay)))
      return { answers: [], language, isNew: false };
    const context = await contextIn(language);
    const answer =
      full === 'joinClosed'
        ? say(context, 'joinClosed', { contact: context.contact })
        : say(context, 'joinTomorrow', {});
    return { answers: [answer], language, isNew: false };
  };
};
