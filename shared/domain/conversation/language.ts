import type { Correspondent } from '../person.ts';
import type { Language } from '../subscriber.ts';
import type { IncomingReply } from './conversation.ts';
import { isForeignPhone, phoneIsInDoubt } from './whose-phone.ts';

/** What a stranger is spoken to in who has not said a word that tells. */
export const defaultLanguage: Language = 'en';

/** The language that a reply is answered in: the subscriber's own, or a stranger's by what they said. */
export const languageOf = (
  { subscriber }: Pick<Correspondent, 'subscriber'>,
  incoming: Pick<IncomingReply, 'channel' | 'address' | 'reply'>,
): Language => {
  const isStranger =
    !subscriber || isForeignPhone(subscriber, incoming) || (incoming.channel === 'sms' && phoneIsInDoubt(subscriber));
  return isStranger ? (incoming.reply.language ?? defaultLanguage) : subscriber.language;
};
