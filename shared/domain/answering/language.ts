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

/** The language of a stranger whose words do not tell theirs. */
export const defaultLanguage: Language = 'en';

type Heard = Pick<IncomingReply, 'channel' | 'address' | 'reply' | 'country'>;

/**
 * The language of a stranger's country, for a cry for help in words that any language has ("suicide"): its sender must
 * be able to read the answer.
 */
const ofCountryInNeed = ({ channel, address, reply, country }: Heard): Language | undefined =>
  reply.danger.kind === 'flag' && channel === 'sms' && guessZones(address, country).country === 'FR' ? 'fr' : undefined;

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
