import { isUnfinished } from '../../shared/domain/answering/unfinished-command.ts';
import type { Person } from '../../shared/domain/people/person.ts';
import { pseudonymOf } from '../../shared/domain/people/pseudonym.ts';
import type { SubscriberId } from '../../shared/domain/people/subscriber.ts';
import type { ParsedReply } from '../../shared/domain/reading/parsed-reply.ts';
import type { Clock } from '../../shared/platform/clock.ts';
import { nameOf } from '../../shared/platform/error-name.ts';
import type { Log } from '../../shared/platform/log.ts';
import type { PersonStore } from '../../shared/store/person-store.ts';
import type { ReadText } from './judge-text.ts';
import type { ReceivedText } from './received-texts.ts';
import type { RecoverText } from './recover-text.ts';

export interface ReconcileSenderDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly pepper: string;
  readonly persons: Pick<PersonStore, 'readAnyone' | 'readReplyKeys'>;
  readonly parse: (body: string) => ParsedReply;
  readonly recoverText: RecoverText;
}

/** What came of one sender's texts. */
export interface SenderResult {
  /** When the oldest text was sent that could not be handled; it and those after it are left for the next run. */
  readonly failedAt?: number;
  /** Texts that were lost for good: Twilio no longer has their words. */
  readonly unrecoverable: number;
}

/**
 * What a text has left in the sender's profile and diary. `unfinished`: the webhook died after writing the profile and
 * before writing the diary page. `erasing`: the text asked to be forgotten, and the deletion is under way.
 */
type Trace = 'stored' | 'unfinished' | 'erasing' | 'none';

const isOnPage = ({ events }: Person, key: string): boolean => events.some((event) => event.key === key);

const traceOf = (who: Person, { key, reply }: ReadText): Trace => {
  const { subscriber } = who;
  if (subscriber?.status === 'erasing' && subscriber.commands.at(-1) === key) return 'erasing';
  if (isOnPage(who, key)) return 'stored';
  if (!subscriber?.commands.includes(key)) return 'none';
  return isUnfinished(subscriber, key, reply.intent) ? 'unfinished' : 'stored';
};

/**
 * Whether Twilio has redacted a text's words (docs/facts.md#c5). A message of nothing but a picture (MM…) has none
 * anyway.
 */
const wasRedacted = ({ sid, body }: ReceivedText): boolean => body.trim() === '' && sid.startsWith('SM');

/** Handles what one sender's texts left undone, in the order they were sent. */
export const createReconcileSender = (deps: ReconcileSenderDeps) => {
  const { clock, log, persons, recoverText } = deps;

  const read = (id: SubscriberId): Promise<Person> => persons.readAnyone(id, clock.now());

  /**
   * Carries out each text without a trace. Reads the sender once if there is none, and again after each text that was
   * carried out.
   */
  const reconcile = async (id: SubscriberId, due: readonly ReadText[], sent: readonly ReadText[], done: Progress) => {
    let who = await read(id);
    let heard: ReadonlySet<string> | undefined;
    for (const text of due) {
      done.current = text;
      const trace = traceOf(who, text);
      if (trace === 'stored') continue;
      if (trace === 'erasing') {
        await recoverText.finish(id, text);
        continue;
      }
      // The keys are read separately, because the diary has only the pages of the present subscription.
      heard ??= await persons.readReplyKeys(id);
      if (heard.has(text.key)) continue;
      if (trace === 'unfinished') {
        await recoverText.finish(id, text);
        continue;
      }
      if (wasRedacted(text)) done.unrecoverable += 1;
      if (text.body.trim() === '') continue;
      await recoverText.recover(id, who, text, sent);
      who = await read(id);
    }
  };

  return async (texts: readonly ReceivedText[], until: number): Promise<SenderResult> => {
    const sent = texts.map((text) => ({ ...text, reply: deps.parse(text.body) }));
    const due = sent.filter(({ at }) => at <= until);
    const [first] = due;
    if (!first) return { unrecoverable: 0 };
    const id = pseudonymOf(deps.pepper, 'sms', first.from);
    const done: Progress = { current: first, unrecoverable: 0 };
    try {
      await reconcile(id, due, sent, done);
      return { unrecoverable: done.unrecoverable };
    } catch (error) {
      log('error', 'text-not-handled', { id, error: nameOf(error) });
      return { failedAt: done.current.at, unrecoverable: done.unrecoverable };
    }
  };
};

/** How far one sender's texts have got. */
interface Progress {
  current: ReadText;
  unrecoverable: number;
}

/** Handles the texts of one sender that left no trace. */
export type ReconcileSender = ReturnType<typeof createReconcileSender>;
