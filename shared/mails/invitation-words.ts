import type { Language } from '../domain/people/subscriber.ts';

/** Who invites, and what is begun by pressing the button; each as it is written in a sentence. */
interface Inviting {
  readonly clinic: string;
  readonly what: string;
}

interface Agreed {
  readonly clinic: string;
  readonly on: string;
  readonly how: string;
}

interface Beginning {
  readonly time: string;
  readonly place: string;
}

/** The sentences of the mail to somebody on a clinic's list. */
interface InvitationWords {
  readonly subject: (clinic: string) => string;
  readonly heading: string;
  readonly request: (of: Inviting) => string;
  readonly why: (of: Agreed) => string;
  readonly comes: (of: Beginning) => string;
  readonly questions: (clinic: string, contact: string) => string;
  readonly ignore: string;
  readonly whyMail: (clinic: string) => string;
  /** Who invites where neither a code nor the settings name a clinic. */
  readonly nobodyNamed: string;
}

/** The sentences of an invitation, in each language. */
export const invitationWords: Readonly<Record<Language, InvitationWords>> = {
  en: {
    subject: (clinic) => `${clinic} invites you: back-pain messages by e-mail`,
    heading: 'An invitation',
    request: ({ clinic, what }) =>
      `${clinic} invites you to Backbeat. It sends people with back pain short messages (${what}), and keeps a pain diary from what they answer.`,
    why: ({ clinic, on, how }) => `Why you: ${clinic} has noted that you agreed to this on ${on} (${how}).`,
    comes: ({ time, place }) =>
      `If you press the button, messages come to this address at ${time}, ${place}, and your diary begins. Answer STOP to any of them and they end. If you do not press it, nothing more is sent.`,
    questions: (clinic, contact) => `Questions? ${clinic}: ${contact}`,
    ignore: 'You do not want this, or know nothing of it? Ignore this mail: that is all it takes.',
    whyMail: (clinic) => `You get this mail because ${clinic} gave us your address.`,
    nobodyNamed: 'the organisation that offers Backbeat to you',
  },
  fr: {
    subject: (clinic) => `${clinic} vous invite : des messages pour le dos par courriel`,
    heading: 'Une invitation',
    request: ({ clinic, what }) =>
      `${clinic} vous invite à utiliser Backbeat, qui envoie de courts messages aux personnes qui ont mal au dos (${what}) et tient un journal de la douleur à partir de leurs réponses.`,
    why: ({ clinic, on, how }) => `Pourquoi vous : ${clinic} a noté votre accord du ${on} (${how}).`,
    comes: ({ time, place }) =>
      `Si vous appuyez sur le bouton, les messages arrivent à cette adresse à ${time}, ${place}, et votre journal commence. Répondez STOP à n’importe lequel et tout s’arrête. Si vous n’appuyez pas, rien d’autre n’est envoyé.`,
    questions: (clinic, contact) => `Des questions ? ${clinic} : ${contact}`,
    ignore: 'Vous n’en voulez pas, ou n’en savez rien ? Ignorez ce courriel, cela suffit.',
    whyMail: (clinic) => `Vous recevez ce courriel parce que ${clinic} nous a donné votre adresse.`,
    nobodyNamed: 'l’organisme qui vous propose Backbeat',
  },
};
