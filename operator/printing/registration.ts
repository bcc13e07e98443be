import type { CardPlace } from '../../functions/desk/cards/card-page.ts';
import { cardText, joinWords } from '../../functions/web/pages/text-link.ts';
import { textsIn } from '../../functions/web/pages/texts/texts-in.ts';
import { firstProgramme } from '../../shared/content/programmes.ts';
import { textsFor } from '../../shared/content/texts.ts';
import { renderMessage } from '../../shared/domain/answering/message.ts';
import { type Language, languages } from '../../shared/domain/people/subscriber.ts';
import type { Texts } from '../../shared/domain/tips/texts.ts';

/** What a field of Twilio's forms takes (`UsAppToPerson` and `TollfreeVerification` of its library), in characters. */
const limits = {
  description: [40, 4096],
  messageFlow: [40, 2048],
  sample: [20, 1024],
  answer: [20, 320],
  keywords: [1, 255],
} as const;

/** Words by which people come, leave and ask for help; each is read as what it stands for (registration.test.ts). */
export const registeredKeywords = {
  optIn: ['JOIN', 'START', 'SUBSCRIBE', 'INSCRIPTION'],
  optOut: ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT', 'ARRET'],
  help: ['HELP', 'INFO', 'AIDE'],
} as const;

/** The sentences that a reviewer looks for, out of the welcome: its whole length is three segments, and the field takes 320. */
const neededSentences = /welcome|bienvenue|a day|par jour|rates|Frais|HELP|AIDE|STOP/;
const shortened = (text: string): string =>
  text
    .split(/(?<=\.) /)
    .filter((sentence) => neededSentences.test(sentence))
    .join(' ');

const fits = (text: string, [least, most]: readonly [number, number]): string =>
  text.length < least || text.length > most
    ? ` **(${text.length} characters: the field takes ${least} to ${most})**`
    : ` (${text.length} of ${most} characters)`;

const field = (name: string, text: string, limit: readonly [number, number]): string =>
  `### ${name}${fits(text, limit)}\n\n\`\`\`\n${text}\n\`\`\`\n`;

const samplesIn = (language: Language, texts: Texts): readonly string[] => {
  const [first] = firstProgramme().tips;
  const tip = texts.tips.find(({ id }) => id === first?.tip) ?? texts.tips[0];
  // A score of 4 is no hard day.
  const logged = { score: '4', hardDay: '', mean: '4.5', days: '7' };
  return [
    renderMessage(texts.messages, 'tip', { tip: tip?.sms ?? '' }),
    renderMessage(texts.messages, 'scoreLogged', language === 'fr' ? { ...logged, mean: '4,5' } : logged),
  ];
};

const schedule: Readonly<Record<Language, { pace: string; time: string; place: string; first: string }>> = {
  en: { pace: 'One tip a day', time: '9:00 am', place: 'New York time', first: 'tomorrow' },
  fr: { pace: 'Un conseil par jour', time: '9h00', place: 'heure de Paris', first: 'demain' },
};

/** Where a registration is for. */
export interface RegistrationPlace extends CardPlace {
  readonly contact: string;
}

const messageFlow = ({ smsNumber, publicBaseUrl }: RegistrationPlace, consent: string): string =>
  [
    `People opt in themselves, by texting ${joinWords.en} (in French ${joinWords.fr}) to ${smsNumber} from their own phone. The word stands on cards and posters in the clinic, with a QR code that opens the text, and on ${publicBaseUrl}/, beside: "${consent}"`,
    `The form on that page takes a phone number too: it is neither stored nor texted; the page shows how to text ${joinWords.en}. The box of agreement is not ticked beforehand, and nothing else depends on it.`,
    'No number is ever texted first, bought, rented or imported. The first text to anybody answers their own, confirms what they joined, how often messages come, that message and data rates may apply, and HELP and STOP.',
    `Terms: ${publicBaseUrl}/terms Privacy: ${publicBaseUrl}/privacy`,
  ].join('\n');

const answersIn = async (language: Language, { contact }: RegistrationPlace): Promise<string> => {
  const texts = await textsFor(language);
  const welcome = renderMessage(texts.messages, 'welcome', schedule[language]);
  return [
    field(`Opt-in message (${language}), shortened to its field`, shortened(welcome), limits.answer),
    `The whole of it, as it is sent:\n\n> ${welcome}\n`,
    field(`Opt-out message (${language})`, renderMessage(texts.messages, 'stopped', {}), limits.answer),
    field(
      `Help message (${language})`,
      renderMessage(texts.messages, 'help', { pace: renderMessage(texts.messages, 'paceDaily', {}), contact }),
      limits.answer,
    ),
    ...samplesIn(language, texts).map((text, at) =>
      field(`Sample message ${at + 1} (${language})`, text, limits.sample),
    ),
  ].join('\n');
};

/**
 * What Twilio asks for an A2P 10DLC campaign or a toll-free verification, as Markdown, made of the content and the settings
 * as they are: what is registered is what is sent (docs/facts.md#c2).
 */
export const registrationPacket = async (place: RegistrationPlace): Promise<string> => {
  const { landing, form } = await textsIn('en');
  const { smsNumber, publicBaseUrl, contact } = place;
  const tips = firstProgramme().tips.length;
  const description = `Backbeat is a self-care programme for people with back pain, offered by a clinic. It sends one short tip a day (${tips} in all) at the hour that the subscriber chose, and answers what they write: a pain score from 0 to 10 is kept as a diary that they can see and show to their clinician. ${form.terms} It is not medical advice, advertises nothing, and carries no content for adults only.`;
  const answers = await Promise.all(languages.map((language) => answersIn(language, place)));
  return `# Registration of ${smsNumber}

Made by \`npm run operator -- registration\` from the content and settings of this deployment. Copy each block into the field of its name: Twilio console, Messaging, Regulatory compliance. Make it anew when messages change.

## Yours to fill in

Nothing of this is known to the service.

- Legal name of the clinic, its address, its website, and its EIN (without one: Sole Proprietor)
- Who is asked for in case of questions: name, mailbox, phone
- An address that anybody can open (toll-free: *opt-in image URLs*) for the picture of the live page ${publicBaseUrl}/ that \`registration --out\` writes beside this file, and for one of the printed card (\`operator cards\`)

## Campaign (A2P 10DLC)

- Use case: Low Volume Mixed; Mixed for more than a few hundred people. The tip informs, answers serve: no marketing
- Embedded links: yes (the private diary, on ${publicBaseUrl}, no shortener). Embedded phone numbers: yes (emergency and crisis lines)
- Age-gated content: no. Direct lending: no. Subscriber opt-in, opt-out and help: yes
- Languages: English, French
- Contact named in HELP: ${contact}
- Privacy policy: ${publicBaseUrl}/privacy
- Terms: ${publicBaseUrl}/terms

${field('Description', description, limits.description)}
${field('Message flow (how people opt in)', messageFlow(place, landing.textUsTerms), limits.messageFlow)}
${answers.join('\n')}
${field('Opt-in keywords', registeredKeywords.optIn.join(','), limits.keywords)}
${field('Opt-out keywords', registeredKeywords.optOut.join(','), limits.keywords)}
${field('Help keywords', registeredKeywords.help.join(','), limits.keywords)}
## Toll-free verification

A toll-free number needs no campaign but this. Texts from one that is not verified are blocked (error 30032).

- Opt-in type: VIA_TEXT; further ways: MOBILE_QR_CODE (\`${cardText('en', 'KNEE7', undefined)}\` on a card)
- Use case summary, opt-in, samples, help and opt-out: as above. The carrier itself answers STOP on toll-free numbers
- Message volume a month: people × 31, and the answers to what they write

## Evidence of opt-in

What stands beside the word ${joinWords.en} on ${publicBaseUrl}/:

> ${landing.textUsTerms}

What is agreed to in the form (the box is empty, and required):

> ${form.consent} ${form.terms}

Of each person is kept: when they agreed, by which message, in which version of this wording. STOP is kept likewise.
`;
};
