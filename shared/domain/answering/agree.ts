import type { Consent } from '../people/consent.ts';
import type { Agreement, Subscriber } from '../people/subscriber.ts';
import { answerOnly, type Conversation, changeProfile, type Decision, keyOf } from './conversation.ts';

/** Something that is agreed to apart from messages. */
interface Agreeable {
  /** Where the profile keeps how it stands; the consent's acts begin with it. */
  readonly name: 'clinic' | 'research';
  /** Which wording they are told, and agree to. */
  readonly wording: string;
  /** How it stands, or how to say. */
  readonly inWords: (held: Agreement | undefined) => readonly string[];
}

/**
 * A yes or a no to something apart from messages, kept with the wording that they were told. The keyword alone, or what holds
 * already, says how it stands.
 */
export const agree = (
  conversation: Conversation,
  { name, wording, inWords }: Agreeable,
  agreed: boolean | undefined,
): Decision => {
  const { incoming, subscriber } = conversation;
  const held = agreed === undefined ? subscriber[name] : agreed ? 'yes' : 'no';
  const answers = inWords(held);
  if (held === undefined || held === subscriber[name]) return answerOnly(conversation, ...answers);
  const change: Pick<Subscriber, 'clinic' | 'research'> = { [name]: held };
  const act: Consent['act'] = held === 'yes' ? `${name}-given` : `${name}-withdrawn`;
  return {
    ...changeProfile(conversation, change, ...answers),
    consent: { at: incoming.receivedAt, act, version: wording, where: incoming.channel, message: keyOf(incoming) },
  };
};
