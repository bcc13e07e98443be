import {
  type CarrierAct,
  hearText,
  type SubjectWords,
  withCarrierAct,
  withHeard,
  withSubject,
} from '../domain/answering/combine-reply.ts';
import { type Decision, type Draws, type IncomingReply, keyOf, type Proof } from '../domain/answering/conversation.ts';
import { wasHandled } from '../domain/answering/decide-reply.ts';
import { isForeignPhone, newcomerWhileErasing, phoneIsInDoubt } from '../domain/answering/phone-ownership.ts';
import type { JoinLimits } from '../domain/people/limits.ts';
import type { Person } from '../domain/people/person.ts';
import type { Channel, Language, Subscriber, SubscriberId } from '../domain/people/subscriber.ts';
import type { Countries } from '../domain/people/textable-number.ts';
import { epochOf } from '../domain/people/token.ts';
import type { SafetyFlag } from '../domain/reading/intent.ts';
import { parseByFirstLine } from '../domain/reading/own-text/first-line.ts';
import type { Heard, ParsedReply } from '../domain/reading/parsed-reply.ts';
import { dayMs } from '../domain/time/durations.ts';
import { withHeardFrom } from '../domain/tips/failing-address.ts';
import { erasureOf } from '../domain/tips/job.ts';
import type { CountMessages } from '../platform/metrics.ts';
import type { Runtime } from '../platform/runtime.ts';
import { createAdmitJoins } from './admit-joins.ts';
import { type ContextIn, createDecideInLanguage } from './decide-in-language.ts';
import { lookUpCohort } from './join-cohort.ts';
import { retryOnConflict } from './retry-on-conflict.ts';
import type { SpendMeter } from './spend-meter.ts';
import { createWriteDecision, type WriteDecisionDeps } from './write-decision.ts';

/** A reply as its channel delivers it, with the pseudonym of the address it came from. */
export interface InboundReply {
  readonly channel: Channel;
  readonly id: SubscriberId;
  readonly address: string;
  readonly messageId: string;
  /** A text as it came; for a mail, the writer's own words. */
  readonly body: string;
  readonly subject?: SubjectWords;
  /** The opt-out or red flag that was found in the parts of a mail that are not the writer's own words. */
  readonly heard?: Heard;
  /** Whether it is a mail with nothing but an emoji under one of ours. */
  readonly isReaction?: boolean;
  /** How the sender is known; by the address it came from if left out. */
  readonly proof?: Proof;
  /** What Twilio has done about it, and answered, by itself. */
  readonly carrierAct?: CarrierAct | undefined;
  /** Whether Twilio leaves opt-outs on this channel to us (WhatsApp), whatever it does for texts. */
  readonly carrierIsSilent?: true;
  readonly country?: string;
  /** When it was sent, if not now: a text that is found later belongs to the day on which it was written. */
  readonly receivedAt?: number;
}

/** The answers, in order; empty when none is called for. */
export interface ReplyOutcome {
  readonly answers: readonly string[];
  /** The language of the answers. */
  readonly language: Language;
  readonly subscriber?: Subscriber;
  /** The red flag that they answer, if they do. */
  readonly safety?: SafetyFlag;
  /** Whether they name where to turn, for what is only suspected. */
  readonly namesLine?: true;
  /** Whether this call stored it: false if it had been handled before, or leaves no trace. */
  readonly isNew: boolean;
}

/** What a reply is read, decided, written and counted with. */
export interface HandleReplyDeps extends WriteDecisionDeps {
  readonly runtime: Runtime;
  readonly count: CountMessages;
  readonly contextIn: ContextIn;
  readonly carrierAnswersOptOut: boolean;
  /** The countries from which people may join by text; without it numbers are not checked. */
  readonly countries?: Countries;
  /** How many strangers may join by text. */
  readonly joins: JoinLimits;
  /** Counts answers, which are never capped. */
  readonly spend: Pick<SpendMeter, 'countAnswers'>;
  readonly parse: (body: string) => ParsedReply;
}

const silentMs = 90 * dayMs;
// No 0/O, 1/I/L: the word is read off a small screen and typed again.
const wordAlphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

const drawFrom = (runtime: Runtime): Draws => ({
  epoch: epochOf((length) => runtime.randomBytes(length)),
  eraseWord: [...runtime.randomBytes(4)].map((byte) => wordAlphabet.charAt(byte % wordAlphabet.length)).join(''),
});

/** Handles one reply, whatever channel it came by: reads, decides, writes, and says what to answer. */
export const createHandleReply = (deps: HandleReplyDeps) => {
  const { stores, runtime, log } = deps;
  const decide = createDecideInLanguage(deps.contextIn);
  const write = createWriteDecision(deps);

  /** Whether a number that joins again may have changed hands meanwhile. Costs a read, only on that path. */
  const isSilent = async (who: Person, incoming: IncomingReply): Promise<boolean> => {
    const { subscriber, events } = who;
    if (!subscriber || incoming.reply.intent.kind !== 'join' || events.length > 0) return false;
    const since = incoming.receivedAt - silentMs;
    if (subscriber.joinedAt > since) return false;
    const all = await stores.persons.readEvents(subscriber.id, subscriber.epoch);
    return all.every((event) => event.at < since);
  };

  /**
   * The mailbox's subscription that a phone is an alias of, if the phone joins and may have a new owner: the two must
   * never read each other's diary.
   */
  const toPartFrom = (id: SubscriberId, who: Person, incoming: IncomingReply, silent: boolean) => {
    const { subscriber } = who;
    const { intent, leaving } = incoming.reply;
    if (!subscriber || who.id === id || incoming.channel !== 'sms') return undefined;
    if (intent.kind !== 'join' || leaving.kind === 'leaves') return undefined;
    if (!silent && !phoneIsInDoubt(subscriber) && !isForeignPhone(subscriber, incoming)) return undefined;
    return wasHandled(who, incoming) ? undefined : subscriber;
  };

  /** Separates a phone from the subscription that it is an alias of. */
  const partPhone = async (id: SubscriberId, number: string, subscriber: Subscriber): Promise<void> => {
    const { phone, ...mailOnly } = subscriber;
    if (phone?.number === number) await stores.subscribers.save({ ...mailOnly, tipsBy: 'email' }, subscriber);
    await stores.subscribers.deleteAlias(id, subscriber.id);
  };

  /** The newcomer that JOIN makes of a phone whose subscription is being erased under a mailbox's id. */
  const leaveErasing = async (id: SubscriberId, who: Person, incoming: IncomingReply): Promise<Person | undefined> => {
    const newcomer = newcomerWhileErasing(id, who, incoming);
    if (newcomer && who.subscriber) await deps.eraseLater(erasureOf(who.subscriber));
    return newcomer;
  };

  /** Somebody who writes to us can be reached, so tips that were paused because they failed go on. */
  const heardFrom = (who: Person, decision: Decision, incoming: IncomingReply): Decision => {
    const subscriber = decision.next ?? who.subscriber;
    const next = subscriber?.status === 'active' ? withHeardFrom(subscriber) : undefined;
    if (!next || wasHandled(who, incoming)) return decision;
    log('info', 'tips-resumed', { id: who.id, reason: 'reply' });
    return { ...decision, next };
  };

  /** Logs that a red flag was answered or an answer held back, with the pseudonym and never a word of the text. */
  const tell = ({ id }: Person, { about }: Decision): void => {
    if (about?.kind === 'red-flag') log('warn', 'safety-answered', { id, reason: about.flag });
    if (about?.kind === 'held-back') log('warn', 'answer-held-back', { id, reason: 'too-many-today' });
  };

  /** Counts a new reply; one that was handled before was counted then. */
  const countNew = (who: Person, { next, about }: Decision, incoming: IncomingReply): void => {
    if (wasHandled(who, incoming)) return;
    const hasLeft = next?.status === 'stopped' && who.subscriber?.status !== 'stopped';
    deps.count(incoming.channel === 'email' ? 'email' : 'sms', {
      replies: 1,
      heldBack: Number(about?.kind === 'held-back'),
      redFlags: Number(about?.kind === 'red-flag'),
      optOuts: Number(hasLeft),
    });
  };

  const carrierAnswers = ({ carrierIsSilent }: InboundReply): boolean => deps.carrierAnswersOptOut && !carrierIsSilent;

  const hear = ({ channel, body, subject, heard, isReaction = false }: InboundReply) => {
    if (channel === 'sms') return hearText(body, deps.parse);
    const said = parseByFirstLine(body, deps.parse);
    const reply = subject ? withSubject(said, deps.parse(subject.words), subject) : said;
    return { reply: heard ? withHeard(reply, heard) : reply, isReaction };
  };

  const receive = (message: InboundReply): IncomingReply => {
    const { channel, address, messageId, country, proof = 'address', receivedAt = runtime.clock.now() } = message;
    const { reply, isReaction } = hear(message);
    return { channel, address, messageId, proof, receivedAt, reply, isReaction, ...(country ? { country } : {}) };
  };

  const admitJoin = createAdmitJoins({ ...deps, limits: stores.limits });

  return async (message: InboundReply): Promise<ReplyOutcome> => {
    const { id, carrierAct } = message;
    const received = receive(message);
    // A JOIN is counted once, however often it is decided about again.
    let admission: ReturnType<typeof admitJoin> | undefined;
    return retryOnConflict(runtime, async () => {
      const found = await stores.persons.readAnyone(id, received.receivedAt);
      const heard = { ...received, reply: withCarrierAct(received.reply, carrierAct, found.subscriber) };
      admission ??= admitJoin(id, found, heard);
      const refusal = await admission;
      if (refusal) return refusal;
      const incoming = { ...heard, ...(await lookUpCohort(stores, found, heard.reply)) };
      const isErasing = found.subscriber?.status === 'erasing';
      const who = (isErasing && (await leaveErasing(id, found, incoming))) || found;
      const silent = await isSilent(who, incoming);
      const former = toPartFrom(id, who, incoming, silent);
      if (former) {
        await partPhone(id, incoming.address, former);
        // The phone is nobody's by now, so it is read and decided about anew.
        return undefined;
      }
      const rules = {
        carrierAnswersOptOut: carrierAnswers(message),
        carrierHasAnswered: carrierAct !== undefined,
        silent,
      };
      const { decision, language } = await decide(who, incoming, drawFrom(runtime), rules);
      await write(who, heardFrom(who, decision, incoming), incoming);
      tell(who, decision);
      countNew(who, decision, incoming);
      await deps.spend.countAnswers(message.channel, keyOf(incoming), decision.answers);
      const subscriber = decision.next ?? who.subscriber;
      const isNew = !wasHandled(who, incoming) && (decision.next ?? decision.event) !== undefined;
      const { answers, about } = decision;
      return {
        ...{ answers, language, isNew },
        ...(subscriber ? { subscriber } : {}),
        ...(about?.kind === 'red-flag' ? { safety: about.flag } : {}),
        ...(about?.kind === 'suspicion' ? { namesLine: true } : {}),
      };
    });
  };
};

/** Handles one reply, by whatever way it came, and returns its answers. */
export type HandleReply = ReturnType<typeof createHandleReply>;
