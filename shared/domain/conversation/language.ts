import type { Correspondent } from '../person.ts';
import type { Language } from '../subscriber.ts';
import {
  answerOnly,
  type Conversation,
  changeProfile,
  type Decision,
  type IncomingReply,
  say,
} from './conversation.ts';
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

/** FRANCAIS, LANG EN: tips and answers come in that language. */
export const changeLanguage = (conversation: Conversation, language: Language): Decision => {
  const answer = say(conversation.programme, 'languageSet', {});
  return conversation.subscriber.language === language
    ? answerOnly(conversation, answer)
    : changeProfile(conversation, { language }, answer);
};
