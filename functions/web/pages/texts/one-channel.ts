import type { Channel, Language } from '../../../../shared/domain/people/subscriber.ts';
import { byMailOnly, byTextOnly } from './english-one-channel.ts';
import { parCourrielSeulement, parTextoSeulement } from './french-one-channel.ts';
import type { OtherWords } from './page-texts.ts';

/** Other words for deployments of one channel, which must not name the other: people would look for it in vain. */
export const oneChannelWords: Readonly<Record<Language, Readonly<Record<Channel, OtherWords>>>> = {
  en: { sms: byTextOnly, email: byMailOnly },
  fr: { sms: parTextoSeulement, email: parCourrielSeulement },
};
