import type { Language } from '../../../shared/domain/people/subscriber.ts';

/** The words that stand on paper only; the others are taken from the sign-up page. */
interface CardTexts {
  readonly from: string;
  readonly text: string;
  readonly to: string;
  readonly scan: string;
  readonly qrLabel: string;
  readonly noPhone: string;
  /** `begins`: where the code has people begin with another programme than everybody. */
  readonly whatComes: { readonly usual: string; readonly begins: string; readonly stop: string };
  readonly ask: string;
  readonly agree: string;
  readonly legal: string;
}

/** The words of a card, by language. */
export const cardTexts: Readonly<Record<Language, CardTexts>> = {
  en: {
    from: 'offered by {clinic}',
    text: 'Text',
    to: 'to',
    scan: 'or point your phone’s camera at the square: the text is written for you. Press send.',
    qrLabel: 'QR code that opens a text message to {number} with the words {words}',
    noPhone: 'Rather by e-mail? Go to {link}',
    whatComes: {
      usual: 'You get one tip a day{hour}. Answer it with a number from 0 to 10, and you have a pain diary.',
      begins: 'You begin with {name}{hour}. Answer with a number from 0 to 10, and you have a pain diary.',
      stop: 'STOP ends it at once. We never text a number that has not texted us.',
    },
    ask: 'Questions? Ask {clinic}: {contact}',
    agree: 'What you agree to when you text us',
    legal: 'Privacy: {privacy} · Terms: {terms}',
  },
  fr: {
    from: 'proposé par {clinic}',
    text: 'Envoyez',
    to: 'au',
    scan: 'ou visez le carré avec l’appareil photo de votre téléphone : le texto est déjà écrit. Appuyez sur envoyer.',
    qrLabel: 'Code QR qui ouvre un texto au {number} avec les mots {words}',
    noPhone: 'Plutôt par courriel ? Allez sur {link}',
    whatComes: {
      usual:
        'Vous recevez un conseil par jour{hour}. Répondez-y par un chiffre de 0 à 10, et vous tenez un journal de la douleur.',
      begins:
        'Vous commencez par {name}{hour}. Répondez par un chiffre de 0 à 10, et vous tenez un journal de la douleur.',
      stop: 'STOP y met fin aussitôt. Nous n’écrivons jamais à un numéro qui ne nous a pas écrit.',
    },
    ask: 'Des questions ? Demandez à {clinic} : {contact}',
    agree: 'Ce que vous acceptez en nous écrivant',
    legal: 'Confidentialité : {privacy} · Conditions : {terms}',
  },
};
