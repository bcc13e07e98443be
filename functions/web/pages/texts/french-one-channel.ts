import type { OtherWords } from './page-texts.ts';

/** Other words for a deployment that sends texts and no mail. */
export const parTextoSeulement: OtherWords = {
  'landing.lead': [[' par texto ou par courriel,', ' par texto,']],
  'landing.cost': [[' Les courriels ne coûtent rien.', '']],
  'landing.privacy.0': [['votre numéro ou votre adresse de courriel', 'votre numéro']],
  'landing.mailTitle': 'Un exemple',
  'landing.mailRest': 'Lire la suite',
  'form.address': 'Votre numéro de téléphone mobile',
  'form.addressHint': [[' Une adresse de courriel reçoit un seul message, à confirmer.', '']],
  'form.errors.address': 'Merci d’écrire un numéro de téléphone mobile.',
  // A bot gets this page too.
  'mailSent.title': 'Maintenant, un texto depuis votre téléphone',
  'mailSent.text.0': 'Les conseils commencent dès que vous nous avez écrit.',
  'mailSent.text.1': 'Nous n’écrivons jamais à un numéro qui ne nous a pas écrit d’abord.',
  'unsubscribe.text.0': [[', ni par texto ni par courriel', '']],
  'notFound.text.0': [['par texto ou par courriel', 'par texto']],
  'pain.closed.text.0': [['par texto ou par courriel', 'par texto']],
  'diary.empty': [['par texto ou par courriel', 'par texto']],
  'settings.channelOne': 'Ici, les conseils arrivent par texto, et pas autrement.',
  'privacy.sections.0.text.0': [[' ou votre adresse de courriel', '']],
  'privacy.sections.0.text.1': [
    ['Nos courriels ne contiennent ni image de suivi ni lien de suivi, et ce site', 'Ce site'],
  ],
  'privacy.sections.1.text.0': [[', les courriels par Amazon SES', '']],
  'privacy.sections.1.text.1': [['Les textos et les courriels', 'Les textos']],
  'privacy.sections.3.text.0': [
    [' Une inscription par courriel qui n’est jamais confirmée est supprimée.', ''],
    [
      ' Si un centre vous a fait inviter d’après sa liste, nous gardons sous un tel code le fait de l’avoir fait, et rien d’autre, pour que cela n’arrive qu’une fois.',
      '',
    ],
  ],
  'terms.sections.1.text.0': [
    [', ni par texto ni par courriel', ''],
    [' Chaque courriel contient un lien de désabonnement.', ''],
  ],
  'terms.sections.4.text.0': [['qu’un numéro ou une adresse de courriel à vous', 'qu’un numéro à vous']],
};

/** Other words for a deployment that sends mails and no text. */
export const parCourrielSeulement: OtherWords = {
  'landing.lead': [[' par texto ou par courriel,', ' par courriel,']],
  'landing.cost': 'Backbeat est gratuit.',
  'landing.privacy.0': [['votre numéro ou votre adresse de courriel', 'votre adresse de courriel']],
  'form.address': 'Votre adresse de courriel',
  'form.addressHint': 'Elle reçoit un seul message, à confirmer.',
  'form.terms': [[' Des frais de messages et de données peuvent s’appliquer.', '']],
  'form.errors.address': 'Merci d’écrire une adresse de courriel, comme jo@example.org.',
  'unsubscribe.text.0': [[', ni par texto ni par courriel', '']],
  'notFound.text.0': [['envoyez JOURNAL par texto ou par courriel', 'répondez JOURNAL à l’un de nos courriels']],
  'pain.closed.text.0': [
    ['Envoyez INSCRIPTION par texto ou par courriel', 'Répondez INSCRIPTION à l’un de nos courriels'],
  ],
  'diary.empty': [['par texto ou par courriel', 'par courriel']],
  'settings.channelOne': 'Ici, les conseils arrivent par courriel, et pas autrement.',
  'readers.clinic': [
    ['à la place de votre numéro', 'à la place de votre adresse'],
    ['Si vous envoyez CLINIQUE OUI', 'Si vous répondez CLINIQUE OUI'],
    [' On n’y voit votre numéro que si vous envoyez RAPPELEZ-MOI, pendant sept jours.', ''],
  ],
  'privacy.sections.0.text.0': [['Votre numéro de téléphone mobile ou votre adresse', 'Votre adresse']],
  'privacy.sections.1.text.0': [
    [
      'Les textos passent par Twilio et par les opérateurs de téléphonie mobile, les courriels par Amazon SES. Ils traitent les messages pour notre compte et peuvent garder un certain temps leurs propres traces',
      'Les courriels passent par Amazon SES, qui traite les messages pour notre compte et peut garder un certain temps ses propres traces',
    ],
  ],
  'privacy.sections.1.text.1': [
    ['Les textos et les courriels', 'Les courriels'],
    [
      'les opérateurs, et toute personne qui a votre téléphone en main,',
      'les fournisseurs de messagerie, et toute personne qui ouvre votre boîte,',
    ],
  ],
  'privacy.sections.2.text.0': [
    ['jamais votre numéro, votre adresse,', 'jamais votre adresse,'],
    [
      'Les numéros de téléphone mobile et le fait que vous avez accepté de recevoir des textos',
      'Les adresses et le fait que vous avez demandé nos courriels',
    ],
  ],
  'privacy.sections.3.text.0': [
    ['sous un code à la place de votre numéro', 'sous un code à la place de votre adresse'],
    ['Une inscription par courriel qui', 'Une inscription qui'],
  ],
  'terms.sections.0.text.0': [
    [
      ' Des frais de messages et de données peuvent s’appliquer, selon votre forfait. Les opérateurs ne sont pas responsables des messages retardés ou non livrés.',
      '',
    ],
  ],
  'terms.sections.1.text.0': [
    [', ni par texto ni par courriel', ''],
    [
      'INSCRIPTION au {number} vous fait revenir.',
      'INSCRIPTION, en réponse à l’un de nos courriels, vous fait revenir.',
    ],
  ],
  'terms.sections.4.text.0': [
    ['qu’un numéro ou une adresse de courriel à vous', 'qu’une adresse de courriel à vous'],
    [' Si quelqu’un d’autre reprend votre numéro, envoyez d’abord STOP.', ''],
  ],
};
