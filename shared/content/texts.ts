import { read as readEnglishMessages } from '../../content/compiled/en/messages.js';
import { read as readEnglishTips } from '../../content/compiled/en/tips.js';
import { memoize } from '../domain/memoize.ts';
import type { Language } from '../domain/people/subscriber.ts';
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

/** Everything said by text in that language. Read when first asked for, once per environment. */
export const textsFor = (language: Language): Promise<Texts> => reading[language]();
