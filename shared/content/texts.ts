import { read as readEnglishMessages } from '../../content/compiled/en/messages.js';
import { read as readEnglishTips } from '../../content/compiled/en/tips.js';
import { memoize } from '../domain/memoize.ts';
import type { Channel, Language } from '../domain/people/subscriber.ts';
import type { Texts } from '../domain/tips/texts.ts';
import { once } from '../platform/once.ts';

/** The tips are unpacked when somebody asks for one: few texts do. */
const textsOf = (messages: Texts['messages'], readTips: () => Texts['tips']): Texts => {
  const tips = memoize(readTips);
  return {
    messages,
    get tips() {
      return tips();
    },
  };
};

/** What the content build wrote and checked. English comes with the function; another language is read when somebody speaks it. */
const reading: Readonly<Record<Language, () => Promise<Texts>>> = {
  en: once(async () => textsOf(readEnglishMessages(), readEnglishTips)),
  fr: once(async () => {
    const [messages, tips] = await Promise.all([
      import('../../content/compiled/fr/messages.js'),
      import('../../content/compiled/fr/tips.js'),
    ]);
    return textsOf(messages.read(), tips.read);
  }),
};

/** What is said otherwise by mail: nothing of texting, nor of what a text costs. */
const readingByMail: Readonly<Record<Language, () => Promise<Partial<Texts['messages']>>>> = {
  en: once(async () => (await import('../../content/compiled/en/messages-by-mail.js')).read()),
  fr: once(async () => (await import('../../content/compiled/fr/messages-by-mail.js')).read()),
};

/** The messages that are said by mail, in the place of those of their names. */
export const messagesByMail = (language: Language): Promise<Partial<Texts['messages']>> => readingByMail[language]();

/**
 * What is answered by mail. Where there are texts too (`only` is not `email`), what leads from a mail to a phone is said as
 * in a text: that the clinic may call, and that a command may come from the phone.
 */
export const textsByMail = async (language: Language, only?: Channel): Promise<Texts> => {
  const [texts, otherwise] = await Promise.all([reading[language](), messagesByMail(language)]);
  const { redFlagTold, needsOwnMailbox } = texts.messages;
  const ofPhones = only === 'email' ? {} : { redFlagTold, needsOwnMailbox };
  return textsOf({ ...texts.messages, ...otherwise, ...ofPhones }, () => texts.tips);
};

/**
 * Everything said in that language, as texts say it. Read when first asked for, once per environment. `only`: the one channel
 * of a deployment that has not both.
 */
export const textsFor = (language: Language, only?: Channel): Promise<Texts> =>
  only === 'email' ? textsByMail(language, only) : reading[language]();
