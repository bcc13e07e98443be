import { languages } from '../domain/people/subscriber.ts';
import { createPrintedText, type PrintedText } from '../domain/reading/own-text/printed-text.ts';
import { mailWords } from '../mails/mail-words.ts';
import { once } from '../platform/once.ts';
import { mailsFor } from './mails.ts';
import { loadLexicon } from './safety.ts';
import { messagesByMail, textsFor } from './texts.ts';

const textsIn = async (language: (typeof languages)[number]): Promise<readonly string[]> => {
  const [{ messages, tips }, byMail, mails] = await Promise.all([
    textsFor(language),
    messagesByMail(language),
    mailsFor(language),
  ]);
  const { answers, countries } = loadLexicon().safety;
  return [
    ...Object.values(messages),
    ...Object.values(byMail),
    ...tips.flatMap(({ sms, more }) => [sms, more]),
    ...mails.flatMap((mail) => [mail.title, mail.subject, mail.text, mail.evidence, mail.caution]),
    ...mails.flatMap(({ sources }) => sources.map(({ name }) => name)),
    ...Object.values(mailWords[language]),
    ...Object.values(answers[language]),
    ...Object.values(countries).flatMap((help) =>
      [help.now, help.crisis, help.today, help.violence, help.line].flatMap((line) => line?.[language] ?? []),
    ),
  ];
};

/** Loads every line that goes out by mail or text, in all languages, from what the content build compiled. */
export const loadPrintedText: () => Promise<PrintedText> = once(async () =>
  createPrintedText((await Promise.all(languages.map(textsIn))).flat()),
);
