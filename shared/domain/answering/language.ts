import type { Person } from '../people/person.ts';
import type { Language } from '../people/subscriber.ts';
import { guessZones } from '../people/zone-guess.ts';
import {
  answerOnly,
  type Conversation,
  changeProfile,
  type Decision,
  type IncomingReply,
  say,
} from './conversation.ts';
import { isForeignPhone, phoneIsInDoubt } from './phone-ownership.ts';

/** What a stranger is spoken to in who has not said a word that tells. */
export const defaultLanguage: Language = 'en';

type Heard = Pick<IncomingReply, 'channel' | 'address' | 'reply' | 'country'>;

/** Whoever cries for help in words that any language has ("suicide") is not asked to read another one than their country's. */
const ofCountryInNeed = ({ channel, address, reply, country }: Heard): Language | undefined =>
  reply.safety && channel === 'sms' && guessZones(address, country).country === 'FR' ? 'fr' : undefined;

/** The language that a reply is answered in: the subscriber's own, or a stranger's by what they said. */
export const languageOf = ({ subscriber }: Pick<Person, 'subscriber'>, incoming: Heard): Language => {
  const isStranger =
    !subscriber || isForeignPhone(subscriber, incoming) || (incoming.channel === 'sms' && phoneIsInDoubt(subscriber));
  return isStranger ? (incoming.reply.language ?? ofCountryInNeed(incoming) ?? defaultLanguage) : subscriber.language;
};

/** FRANCAIS, LANG EN: tips and answers come in that language. */
export const changeLanguage = (conversation: Conversation, language: Language): Decision => {
  const answer = say(conversation.context, 'languageSet', {});
  return conversation.subscriber.language === language
    ? answerOnly(conversation, answer)
    : changeProfile(conversation, { language }, answer);
};
