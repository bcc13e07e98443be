import { type AnswerContext, type Decision, type IncomingReply, keyOf } from '../domain/answering/conversation.ts';
import { decideOnPage, isOpenTo, type PageAct } from '../domain/answering/decide-on-page.ts';
import type { DiaryEvent } from '../domain/diary/diary.ts';
import { type DiaryFold, foldDiary } from '../domain/diary/fold-diary.ts';
import type { Language, Subscriber, SubscriberId } from '../domain/people/subscriber.ts';
import type { ParsedReply } from '../domain/reading/parsed-reply.ts';
import type { Log } from '../platform/log.ts';
import type { CountMessages } from '../platform/metrics.ts';
import type { Runtime } from '../platform/runtime.ts';
import type { ReplyStores } from './reply-stores.ts';
import type { ReportRedFlag } from './report-red-flag.ts';
import { retryOnConflict } from './retry-on-conflict.ts';

/** An act on a page that a token opened. `nonce`: drawn with the form, so that a double press is one act. */
export interface PageRequest {
  readonly id: SubscriberId;
  readonly epoch: string;
  readonly nonce: string;
  readonly act: PageAct;
  readonly words?: string;
}

/** The outcome. `gone`: the token opens nothing. `closed`: they have left, and nothing more is stored. */
export type PageOutcome =
  | { readonly kind: 'gone' }
  | { readonly kind: 'closed'; readonly subscriber: Subscriber }
  | {
      readonly kind: 'done';
      readonly subscriber: Subscriber;
      /** The diary after the act. */
      readonly diary: DiaryFold;
      /** What was stored, now or by an earlier press; undefined if there was no room, or what it is about is gone. */
      readonly event?: DiaryEvent;
      /** The fixed answer to a red flag in the words, to be said first. */
      readonly safetyAnswer?: string;
      /** Whether the words asked for no more messages, which was carried out. */
      readonly hasLeft: boolean;
      /** Whether there was no room for the words on that day's page. */
      readonly wordsLost: boolean;
    };

export interface ActOnPageDeps {
  readonly stores: Pick<ReplyStores, 'persons' | 'subscribers' | 'diary' | 'consents'>;
  readonly runtime: Runtime;
  readonly log: Log;
  readonly count: CountMessages;
  readonly contextIn: (language: Language) => Promise<AnswerContext>;
  readonly parse: (body: string) => ParsedReply;
  readonly reportRedFlag: ReportRedFlag;
}

// An act on a page begins no enrolment and asks for no ERASE word, so it needs no random values.
const draws = { epoch: '', eraseWord: '' };

/**
 * The fixed answer to a red flag with who at the clinic is told, where to turn, or the question about signs; undefined
 * for none of these.
 */
const safetyAnswerOf = ({ about, event, answers }: Decision, { readers }: AnswerContext): string | undefined => {
  // A score far above their usual may have been asked about before it.
  if (about?.kind === 'suspicion') return answers.join(' ');
  if (about?.kind !== 'red-flag') return event?.asks === undefined ? undefined : answers[0];
  return answers.slice(0, readers ? 2 : 1).join(' ') || undefined;
};

/** Carries out what somebody does on a page: reads, decides, writes, and says what came of it. */
export const createActOnPage = ({ stores, runtime, log, count, contextIn, parse, reportRedFlag }: ActOnPageDeps) => {
  const write = async (
    read: Subscriber,
    incoming: IncomingReply,
    { consent, next, event, about, alert }: Decision,
  ): Promise<void> => {
    const { id, epoch } = read;
    // First, as for a text: whatever fails later, the clinic has been told, and by the same form only once.
    if (alert) await reportRedFlag(id, alert, incoming);
    if (consent) await stores.consents.put(id, consent, epoch);
    if (next) await stores.subscribers.save(next, read);
    if (event) await stores.diary.append(id, epoch, event);
    if (about?.kind === 'red-flag') log('warn', 'safety-answered', { id, reason: about.flag });
  };

  const attempt = async ({ id, epoch, act }: PageRequest, incoming: IncomingReply): Promise<PageOutcome> => {
    const person = await stores.persons.readEnrolled(id, incoming.receivedAt);
    if (!person || person.subscriber.epoch !== epoch) return { kind: 'gone' };
    const { subscriber } = person;
    if (!isOpenTo(subscriber, act)) return { kind: 'closed', subscriber };
    // A correction may be about any day, so the whole diary is read, not only the last forty days.
    const events = await stores.persons.readEvents(subscriber.id, epoch);
    const context = await contextIn(subscriber.language);
    const decision = decideOnPage({ subscriber, events }, incoming, act, context, draws);
    await write(subscriber, incoming, decision);
    const { event, next = subscriber, about } = decision;
    const flag = about?.kind === 'red-flag' ? about.flag : undefined;
    const diary = foldDiary(event ? [...events, event] : events);
    const key = keyOf(incoming);
    const stored = diary.audit.find((line) => line.event.key === key)?.event;
    const safetyAnswer = safetyAnswerOf(decision, context);
    const hasLeft = next.status === 'stopped' && subscriber.status !== 'stopped';
    // These were not lost for want of room.
    const isHushed = flag === 'crisis' || flag === 'violence' || about?.kind === 'suspicion';
    const isNew = !events.some((one) => one.key === key);
    if (isNew && (flag || hasLeft))
      count(subscriber.tipsBy, { redFlags: Number(flag !== undefined), optOuts: Number(hasLeft) });
    return {
      kind: 'done',
      subscriber: next,
      diary,
      ...(stored ? { event: stored } : {}),
      ...(safetyAnswer === undefined ? {} : { safetyAnswer }),
      hasLeft,
      wordsLost: stored !== undefined && stored.note === undefined && incoming.reply.text !== '' && !isHushed,
    };
  };

  const carryOut = (request: PageRequest): Promise<PageOutcome> => {
    const incoming: IncomingReply = {
      channel: 'web',
      address: '',
      messageId: request.nonce,
      // Only the link tells who it is, and anybody it was forwarded to has it as well.
      proof: 'token',
      receivedAt: runtime.clock.now(),
      reply: parse(request.words ?? ''),
    };
    return retryOnConflict(runtime, () => attempt(request, incoming));
  };

  return async (request: PageRequest): Promise<PageOutcome> => {
    const { act, nonce } = request;
    const outcome = await carryOut(request);
    if (outcome.kind !== 'done' || !('score' in act) || !outcome.event || outcome.event.score === act.score)
      return outcome;
    // They went back to a form that was saved already and chose another number. They changed their mind, so the saved
    // score is corrected and no second one is added.
    const entry = act.kind === 'correct' ? act.entry : outcome.event.key;
    return carryOut({ ...request, nonce: `${nonce} ${act.score}`, act: { kind: 'correct', entry, score: act.score } });
  };
};

/** Carries out what somebody does on a page of their diary. */
export type ActOnPage = ReturnType<typeof createActOnPage>;
