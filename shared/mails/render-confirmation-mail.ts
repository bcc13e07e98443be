import { notations } from '../domain/diary/notation.ts';
import type { Asker } from '../domain/people/pending-mailbox.ts';
import type { Language } from '../domain/people/subscriber.ts';
import { countryOfZone } from '../domain/people/zone-guess.ts';
import type { LocalDate, LocalTime } from '../domain/time/local-time.ts';
import { zoneLabel } from '../domain/time/zone-names.ts';
import { fillTemplate } from './fill-template.ts';
import { invitationWords } from './invitation-words.ts';
import {
  contactHtml,
  footer,
  type MailSetting,
  noLinks,
  oneLine,
  paragraphs,
  preview,
  type RenderedMail,
} from './mail-frame.ts';
import { mailWords } from './mail-words.ts';

const askerWords = (language: Language, asker: Asker): string => {
  const { confirmByPhone, confirmByMailbox } = mailWords[language];
  return asker.kind === 'phone'
    ? confirmByPhone.replace('{asker}', () => asker.ending)
    : confirmByMailbox.replace('{asker}', () => asker.masked);
};

/** What an invitation tells to somebody on a clinic's list. */
export interface Invitation {
  /** The clinic's name, and whom to ask there; left out where nobody named one. */
  readonly clinic?: string | undefined;
  readonly contact?: string | undefined;
  /** The day (ISO) and the way in which they agreed, as the list says. */
  readonly agreed: { readonly on: LocalDate; readonly how: string };
  readonly time: LocalTime;
  readonly zone: string;
}

interface Asked {
  readonly confirmUrl: string;
  readonly asker?: Asker | undefined;
  /** The programme that it begins with, in words, where that is not the one that everybody begins with. */
  readonly begins?: string | undefined;
  readonly invitation?: Invitation | undefined;
}

/** The sentences in which one kind of this mail differs from the other. */
interface Wording {
  readonly subject: string;
  readonly heading: string;
  readonly request: string;
  /** Why this person is asked, what comes of it, and whom to ask: one paragraph each. */
  readonly more: readonly string[];
  readonly ignore: string;
  readonly why: string;
}

/** The longest that a list's words of consent stand in a mail: a sentence, not a form. */
const longestHow = 200;
const shortened = (text: string): string =>
  text.length > longestHow ? `${text.slice(0, longestHow - 1).trimEnd()}…` : text;

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const dayOf = (date: LocalDate, language: Language): string =>
  new Date(`${date}T00:00Z`)
    .toLocaleDateString(language === 'en' ? 'en-GB' : 'fr', { dateStyle: 'long', timeZone: 'UTC' })
    .replace(/^1 (?=\p{Ll})/u, '1er ');

const requestWording = (language: Language, { asker, begins }: Asked): Wording => {
  const words = mailWords[language];
  const what = begins === undefined ? words.confirmDaily : words.confirmOther.replace('{name}', () => begins);
  return {
    subject: words.confirmSubject,
    heading: words.confirmHeading,
    request: words.confirmRequest.replace('{what}', () => what),
    more: asker ? [askerWords(language, asker)] : [],
    ignore: words.confirmIgnore,
    why: words.whyConfirmation,
  };
};

const invitationWording = (language: Language, begins: string | undefined, invitation: Invitation): Wording => {
  const words = invitationWords[language];
  const { clinic = words.nobodyNamed, contact, agreed, time, zone } = invitation;
  const { time: written } = notations[language];
  return {
    subject: oneLine(words.subject(capitalised(clinic))),
    heading: words.heading,
    request: words.request({ clinic: capitalised(clinic), what: begins ?? mailWords[language].confirmDaily }),
    more: [
      words.why({ clinic, on: dayOf(agreed.on, language), how: shortened(oneLine(agreed.how)) }),
      words.comes({ time: written(time, countryOfZone(zone)), place: zoneLabel(zone, language) }),
      ...(contact === undefined ? [] : [words.questions(capitalised(clinic), contact)]),
    ],
    ignore: words.ignore,
    why: words.whyMail(clinic),
  };
};

/**
 * Renders the mail that asks the owner of a mailbox whether they want this, and says who else will read what they
 * write, or which clinic invites them and why; nothing else is sent to the mailbox before.
 */
export const renderConfirmationMail = ({ templates, language, contact }: MailSetting, asked: Asked): RenderedMail => {
  const { confirmUrl, begins, invitation } = asked;
  const { confirmButton, notAdvice } = mailWords[language];
  const wording = invitation ? invitationWording(language, begins, invitation) : requestWording(language, asked);
  const { subject, heading, request, more, ignore, why } = wording;
  const [askedBy = ''] = invitation ? [] : more;
  const [because = '', comes = '', questions = ''] = invitation ? more : [];
  return {
    subject,
    text: paragraphs(request, ...more, confirmUrl, ignore, footer(notAdvice, why, contact)),
    html: fillTemplate(templates.confirmation, {
      language,
      subject,
      preview: preview(request),
      heading,
      request,
      askedBy,
      because,
      comes,
      questions,
      button: confirmButton,
      confirmUrl,
      ignore,
      notAdvice,
      redFlags: '',
      why,
      ...noLinks,
      contact: contactHtml(contact),
    }),
  };
};
