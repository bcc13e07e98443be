import type { Channel, Language } from '../../../../shared/domain/people/subscriber.ts';
import { byMailOnly, byTextOnly } from './english-one-channel.ts';
import { parCourrielSeulement, parTextoSeulement } from './french-one-channel.ts';
import type { OtherWords } from './page-texts.ts';

/** What is said otherwise where there is one channel: nothing of the other, which people would look for in vain. */
export const oneChannelWords: Readonly<Record<Language, Readonly<Record<Channel, OtherWords>>>> = {
  en: { sms: byTextOnly, email: byMailOnly },
  fr: { sms: parTextoSeulement, email: parCourrielSeulement },
};
