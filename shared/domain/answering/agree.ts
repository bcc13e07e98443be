import type { Consent } from '../people/consent.ts';
import type { Agreement, Subscriber } from '../people/subscriber.ts';
import { answerOnly, type Conversation, changeProfile, type Decision, keyOf } from './conversation.ts';

/** An agreement besides the one to messages. */
interface Agreeable {
  /** The profile's field that holds it; the names of its consents begin with it. */
  readonly name: 'clinic' | 'research';
  /** The version of the wording that they are told and agree to. */
  readonly wording: string;
  /** Tells how the agreement stands, or how to give it. */
  readonly inWords: (held: Agreement | undefined) => readonly string[];
}

/**
 * Stores a yes or a no to an agreement, with the wording that they were told. The keyword alone, or an answer that
 * holds already, is answered with how it stands.
 */
export const agree = (
  conversation: Conversation,
  { name, wording, inWords }: Agreeable,
  agreed: boolean | undefined,
): Decision => {
  const { incoming, subscriber } = conversation;
  const said: Agreement = agreed ? 'yes' : 'no';
  const held = agreed === undefined ? subscriber[name] : said;
  const answers = inWords(held);
  if (held === undefined || held === subscriber[name]) return answerOnly(conversation, ...answers);
  const change: Pick<Subscriber, 'clinic' | 'research'> = { [name]: held };
  const act: Consent['act'] = held === 'yes' ? `${name}-given` : `${name}-withdrawn`;
  return {
    ...changeProfile(conversation, change, ...answers),
    consent: { at: incoming.receivedAt, act, version: wording, where: incoming.channel, message: keyOf(incoming) },
  };
};
