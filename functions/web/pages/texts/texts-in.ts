import { memoize } from '../../../../shared/domain/memoize.ts';
import type { Channel, Language } from '../../../../shared/domain/people/subscriber.ts';
import { english } from './english.ts';
import { type PageTexts, withWords } from './page-texts.ts';

const load: Readonly<Record<Language, () => Promise<PageTexts>>> = {
  en: async () => english,
  // French is a file of its own in the bundle, which an English cold start does not read.
  fr: async () => (await import('./french.ts')).french,
};

const ofOneChannel = (language: Language, channel: Channel) =>
  memoize(async () => {
    const { oneChannelWords } = await import('./one-channel.ts');
    return withWords(await load[language](), oneChannelWords[language][channel]);
  });
const ofOne = {
  en: { sms: ofOneChannel('en', 'sms'), email: ofOneChannel('en', 'email') },
  fr: { sms: ofOneChannel('fr', 'sms'), email: ofOneChannel('fr', 'email') },
};

/**
 * Loads the words of the pages in a language; with `only`, those of a deployment that has no other channel and must not
 * name one.
 */
export const textsIn = (language: Language, only?: Channel): Promise<PageTexts> =>
  only === undefined ? load[language]() : ofOne[language][only]();
