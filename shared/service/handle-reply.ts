import type { Decision, Draws, IncomingReply, Programme } from '../domain/conversation/conversation.ts';
import { decideReply } from '../domain/conversation/decide-reply.ts';
import type { ErasureJob, SendJob } from '../domain/job.ts';
import { type Correspondent, strangerEpoch } from '../domain/person.ts';
import type { ParsedReply, SafetyFlag } from '../domain/reply/intent.ts';
import type { Channel, Subscriber, SubscriberId } from '../domain/subscriber.ts';
import { epochOf } from '../domain/token.ts';
import { localDateTime } from '../domain/zone-clock.ts';
import { guessZones } from '../domain/zone-guess.ts';
import type { Log } from '../log.ts';
import type { Runtime } from '../runtime.ts';
import { RevisionConflict } from '../store/subscriber-store.ts';
import type { ReplyStores } from './reply-stores.ts';

/** A reply as its channel delivers it, with the pseudonym of the address it came from. */
export interface InboundReply {
  readonly channel: Channel;
  readonly id: SubscriberId;
  readonly address: string;
  readonly messageId: string;
  readonly body: string;
  readonly country?: string;
}

/** What to answer, in order; nothing when an answer is not called for. */
export interface ReplyOutcome {
  readonly answers: readonly string[];
  readonly subscriber?: Subscriber;
}

export interface HandleReplyDeps {
  readonly stores: ReplyStores;
  readonly runtime: Runtime;
  readonly log: Log;
  readonly programme: Programme;
  readonly carrierAnswersOptOut: boolean;
  readonly parse: (body: string) => ParsedReply;
  readonly safetyAnswer: (flag: SafetyFlag, country: string) => string;
  readonly sendLater: (job: SendJob) => Promise<void>;
  readonly eraseLater: (job: ErasureJob) => Promise<void>;
}

/** Answers to one address within 24 hours, safety answers not counted: two robots must not talk for ever (design, section 7). */
const answersADay = 20;
const dayMs = 86_400_000;
const silentMs = 90 * dayMs;
/** Tries to write a profile that others are writing too; each try reads again and decides again. */
const tries = 6;

/** The reply could not be stored for too many concurrent writers; the sender's provider is to deliver it again. */
export class ContentionError extends Error {
  override readonly name = 'ContentionError';
}

// No 0/O, 1/I/L: the word is read off a small screen and typed again.
const wordAlphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

const drawFrom = (runtime: Runtime): Draws => ({
  epoch: epochOf((length) => runtime.randomBytes(length)),
  eraseWord: [...runtime.randomBytes(4)].map((byte) => wordAlphabet.charAt(byte % wordAlphabet.length)).join(''),
});

/** Handles one reply, whatever channel it came by: reads, decides, writes, and says what to answer. */
export const createHandleReply = (deps: HandleReplyDeps) => {
  const { stores, runtime, log, programme } = deps;

  /** Whether a number that joins again may have changed hands meanwhile. Costs a read, only on that path. */
  const isSilent = async (who: Correspondent, incoming: IncomingReply): Promise<boolean> => {
    const { subscriber, events } = who;
    if (!subscriber || incoming.reply.intent.kind !== 'join' || events.length > 0) return false;
    const since = incoming.receivedAt - silentMs;
    if (subscriber.joinedAt > since) return false;
    const all = await stores.persons.readEvents(subscriber.id, subscriber.epoch);
    return all.every((event) => event.at < since);
  };

  const write = async (who: Correspondent, decision: Decision): Promise<void> => {
    // Consent first: a profile never stands without the proof of its consent, though proof may stand alone.
    if (decision.consent) await stores.consents.put(who.id, decision.consent);
    if (decision.next) await stores.subscribers.save(decision.next, who.subscriber);
    const epoch = decision.next?.epoch ?? who.subscriber?.epoch ?? strangerEpoch;
    if (decision.event) await stores.diary.append(who.id, epoch, decision.event);
    if (decision.outcome) await stores.tips.record([decision.outcome]);
    const subscriber = decision.next ?? who.subscriber;
    if (decision.job === 'erase') await deps.eraseLater({ kind: 'erase', id: who.id });
    if (decision.job === 'confirm' && subscriber) {
      await deps.sendLater({ kind: 'confirmation', id: who.id, epoch: subscriber.epoch });
    }
  };

  /** Red flags and crisis words make the tips pause for the day: nobody in an emergency gets a tip about shoes. */
  const withPause = (decision: Decision, who: Correspondent, incoming: IncomingReply): Decision => {
    const subscriber = decision.next ?? who.subscriber;
    if (!incoming.reply.safety || subscriber?.status !== 'active') return decision;
    const today = localDateTime(subscriber.zone, incoming.receivedAt).date;
    if ((subscriber.pausedUntil ?? '') >= today) return decision;
    return { ...decision, next: { ...subscriber, pausedUntil: today } };
  };

  const answersTo = (decision: Decision, who: Correspondent, incoming: IncomingReply): readonly string[] => {
    const { safety, optOut } = incoming.reply;
    if (safety) {
      const country =
        who.subscriber?.country ??
        (incoming.channel === 'sms' ? guessZones(incoming.address, incoming.country).country : 'ZZ');
      log('warn', 'safety-answered', { id: who.id, reason: safety });
      return [deps.safetyAnswer(safety, country), ...(optOut ? decision.answers : [])];
    }
    const recent = who.events.filter((event) => event.channel !== 'web' && event.at > incoming.receivedAt - dayMs);
    if (recent.length < answersADay || optOut) return decision.answers;
    log('warn', 'answer-held-back', { id: who.id, reason: 'too-many-today' });
    return [];
  };

  return async (message: InboundReply): Promise<ReplyOutcome> => {
    const { id, body, ...rest } = message;
    const incoming: IncomingReply = { ...rest, receivedAt: runtime.clock.now(), reply: deps.parse(body) };
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const who = await stores.persons.readCorrespondent(id, incoming.receivedAt);
      const rules = {
        carrierAnswersOptOut: deps.carrierAnswersOptOut,
        silent: await isSilent(who, incoming),
      };
      const decided = decideReply(who, incoming, programme, drawFrom(runtime), rules);
      const decision = withPause(decided, who, incoming);
      try {
        await write(who, decision);
      } catch (error) {
        if (error instanceof RevisionConflict) continue;
        throw error;
      }
      const subscriber = decision.next ?? who.subscriber;
      return { answers: answersTo(decision, who, incoming), ...(subscriber ? { subscriber } : {}) };
    }
    throw new ContentionError(`the profile changed ${tries} times while a reply to it was being handled`);
  };
};

export type HandleReply = ReturnType<typeof createHandleReply>;
