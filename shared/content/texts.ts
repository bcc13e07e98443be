import { read as readEnglishMessages } from '../../content/compiled/en/messages.js';
import { read as readEnglishTips } from '../../content/compiled/en/tips.js';
import { memoize } from '../domain/memoize.ts';
import type { Channel, Language } from '../domain/people/subscriber.ts';
import type { Texts } from '../domain/tips/texts.ts';
import { once } from '../platform/once.ts';

/** The texts of a language. The tips are decompressed when one is first needed: few replies need one. */
const textsOf = (messages: Texts['messages'], readTips: () => Texts['tips']): Texts => {
  const tips = memoize(readTips);
  return {
    messages,
    get tips() {
      return tips();
    },
  };
};

/**
 * The compiled texts by language. English comes with the function; another language is read when somebody speaks it.
 */
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

/** Messages that are worded differently by mail, where nothing is said of texting or of what a text costs. */
const readingByMail: Readonly<Record<Language, () => Promise<Partial<Texts['messages']>>>> = {
  en: once(async () => (await import('../../content/compiled/en/messages-by-mail.js')).read()),
  fr: once(async () => (await import('../../content/compiled/fr/messages-by-mail.js')).read()),
};

/** The messages that replace others of the same name in mails. */
export const messagesByMail = (language: Language): Promise<Partial<Texts['messages']>> => readingByMail[language]();

/**
 * The texts of answers by mail. Where there are texts too (`only` is not `email`), sentences that lead from a mail to a
 * phone stay as in a text: that the clinic may call, and that a command may come from the phone.
 */
export const textsByMail = async (language: Language, only?: Channel): Promise<Texts> => {
  const [texts, otherwise] = await Promise.all([reading[language](), messagesByMail(language)]);
  const { redFlagTold, needsOwnMailbox } = texts.messages;
  const ofPhones = only === 'email' ? {} : { redFlagTold, needsOwnMailbox };
  return textsOf({ ...texts.messages, ...otherwise, ...ofPhones }, () => texts.tips);
};

/**
 * All texts of that language, as they are worded in text messages; read when first needed, once per environment. `only`
 * is the channel of a deployment that has one.
 */
export const textsFor = (language: Language, only?: Channel): Promise<Texts> =>
  only === 'email' ? textsByMail(language, only) : reading[language]();
