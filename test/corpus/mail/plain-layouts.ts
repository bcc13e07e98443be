import { type Layout, mailto, marked, plain, us, wrapped } from './layout.ts';

/** The ways in which mail programs quote a mail in a text, in English, French and German. */
export const plainLayouts: readonly Layout[] = [
  plain('Gmail', 'en', (own, text) => `${own}\n\nOn Tue, Nov 24, 2026 at 9:00 AM ${us} wrote:\n\n${marked(text)}`),
  plain(
    'Gmail, wrapped',
    'en',
    (own, text) => `${own}\n\nOn Tue, Nov 24, 2026 at 9:00 AM Backbeat\n<${mailto}>\nwrote:\n\n${marked(text)}`,
  ),
  plain(
    'Gmail close by',
    'en',
    (own, text) => `${own}\nOn Tue, Nov 24, 2026 at 9:00 AM ${us}\nwrote:\n${marked(text)}`,
  ),
  plain(
    'Gmail on one line',
    'en',
    (own, text) => `${own} On Tue, Nov 24, 2026 at 9:00 AM ${us} wrote:\n${marked(text)}`,
  ),
  plain('Gmail', 'fr', (own, text) => `${own}\n\nLe mar. 24 nov. 2026 à 09:00, ${us} a écrit :\n\n${marked(text)}`),
  plain(
    'Gmail, wrapped',
    'fr',
    (own, text) => `${own}\n\nLe mar. 24 nov. 2026 à 09:00, Backbeat <${mailto}> a\nécrit :\n\n${marked(text)}`,
  ),
  plain(
    'Outlook',
    'en',
    (own, text) =>
      `${own}\n\nFrom: ${us}\nSent: Tuesday, November 24, 2026 9:00 AM\nTo: Ana Diaz <ana@example.org>\nSubject: Your tip\n\n${text}`,
  ),
  plain(
    'Outlook, name only',
    'en',
    (own, text) =>
      `${own}\n\n________________________________\nFrom: Backbeat\nSent: 24 November 2026 09:00\nTo: Ana Diaz\nSubject: Your tip\n\n${wrapped(text)}`,
  ),
  plain(
    'Outlook',
    'fr',
    (own, text) =>
      `${own}\n\nDe : ${us}\nEnvoyé : mardi 24 novembre 2026 09:00\nÀ : Ana Diaz <ana@example.org>\nObjet : Votre conseil\n\n${text}`,
  ),
  plain(
    'Outlook for Mac',
    'fr',
    (own, text) =>
      `${own}\n\nDe :${us}\nEnvoyé le :mardi 24 novembre 2026 09:00\nÀ :Ana Diaz\nObjet :Votre conseil\n\n${text}`,
  ),
  plain(
    'Outlook for iOS',
    'en',
    (own, text) =>
      `${own}\n\nGet Outlook for iOS<https://aka.ms/o0ukef>\n________________________________\nFrom: ${us}\nSent: Tuesday, November 24, 2026 9:00:00 AM\nTo: Ana <ana@example.org>\nSubject: Your tip\n\n${text}`,
  ),
  plain(
    'Outlook for iOS',
    'fr',
    (own, text) =>
      `${own}\n\nObtenir Outlook pour iOS<https://aka.ms/o0ukef>\n________________________________\nDe : ${us}\nEnvoyé : mardi, novembre 24, 2026 9:00 AM\nÀ : ana@example.org\nObjet : Votre conseil\n\n${text}`,
  ),
  plain(
    'Outlook in German',
    'en',
    (own, text) =>
      `${own}\n\nVon: ${us}\nGesendet: Dienstag, 24. November 2026 09:00\nAn: Ana\nBetreff: Your tip\n\n${text}`,
  ),
  plain(
    'old Outlook, AOL',
    'en',
    (own, text) =>
      `${own}\n\n-----Original Message-----\nFrom: ${us}\nTo: ana@example.org\nSent: Tue, Nov 24, 2026 9:00 am\nSubject: Your tip\n\n${text}`,
  ),
  plain('Apple Mail', 'en', (own, text) => `${own}\n\n> On 24 Nov 2026, at 09:00, ${us} wrote:\n> \n${marked(text)}`),
  plain('Apple Mail', 'fr', (own, text) => `${own}\n\n> Le 24 nov. 2026 à 09:00, ${us} a écrit :\n> \n${marked(text)}`),
  plain(
    'iPhone',
    'en',
    (own, text) =>
      `${own}\n\nSent from my iPhone\n\n> On Nov 24, 2026, at 9:00 AM, ${us} wrote:\n> \n> \u{feff}\n${marked(text)}`,
  ),
  plain(
    'iPhone',
    'fr',
    (own, text) => `${own}\n\nEnvoyé de mon iPhone\n\n> Le 24 nov. 2026 à 09:00, ${us} a écrit :\n> \n${marked(text)}`,
  ),
  plain(
    'Proton',
    'en',
    (own, text) =>
      `${own}\n\nSent with [Proton Mail](https://proton.me/mail/home) secure email.\n\nOn Tuesday, November 24th, 2026 at 9:00 AM, ${us} wrote:\n\n${marked(text)}`,
  ),
  plain(
    'Proton',
    'fr',
    (own, text) =>
      `${own}\n\nEnvoyé avec la messagerie sécurisée [Proton Mail](https://proton.me/mail/home).\n\nLe mardi 24 novembre 2026 à 09:00, ${us} a écrit :\n\n${marked(text)}`,
  ),
  plain(
    'Proton, older',
    'en',
    (own, text) =>
      `${own}\n\n------- Original Message -------\nOn Tuesday, November 24th, 2026 at 9:00 AM, ${us} wrote:\n\n\n${marked(text)}`,
  ),
  plain(
    'Yahoo',
    'en',
    (own, text) =>
      `${own}\n\n    On Tuesday, November 24, 2026 at 09:00:00 AM EST, ${us} wrote:\n \n ${text.replaceAll('\n', '\n ')}`,
  ),
  plain(
    'Yahoo',
    'fr',
    (own, text) =>
      `${own}\n\n    Le mardi 24 novembre 2026 à 09:00:00 UTC+1, ${us} a écrit :\n \n ${text.replaceAll('\n', '\n ')}`,
  ),
  plain(
    'Yahoo on Android',
    'fr',
    (own, text) =>
      `${own}\n\nYahoo Mail : Recherchez, organisez, maîtrisez \n \n  Le mar., nov. 24, 2026 à 9:00, Backbeat<${mailto}> a écrit :   ${text}`,
  ),
  plain(
    'Orange',
    'fr',
    (own, text) =>
      `${own}\n\n\n\n\n> Message du 24/11/26 09:00\n> De : "Backbeat" <${mailto}>\n> A : ana@example.org\n> Copie à : \n> Objet : Votre conseil\n> \n${marked(text)}`,
  ),
  plain(
    'Orange, newer',
    'fr',
    (own, text) =>
      `${own}\n\n\nenvoyé : 24 novembre 2026 à 09:00\nde : Backbeat <${mailto}>\nà : ana@example.org\nobjet : Votre conseil\n\n\n${text}`,
  ),
  plain(
    'Free (Zimbra)',
    'fr',
    (own, text) =>
      `${own}\n\n----- Mail original -----\nDe: "Backbeat" <${mailto}>\nÀ: ana@free.example\nEnvoyé: Mardi 24 Novembre 2026 09:00:00\nObjet: Votre conseil\n\n${text}`,
  ),
  plain(
    'Free (Roundcube)',
    'fr',
    (own, text) => `${own}\n\nLe 2026-11-24 09:00, Backbeat a écrit :\n\n${marked(text)}`,
  ),
  plain(
    'La Poste',
    'fr',
    (own, text) =>
      `${own}\n\nDe: "Backbeat" <${mailto}>\nA: "ana" <ana@laposte.example>\nEnvoyé: Mardi 24 Novembre 2026 09:00:00\nObjet: Votre conseil\n\n${text}`,
  ),
  plain(
    'La Poste, older',
    'fr',
    (own, text) =>
      `${own}\n\n> Message du 24/11/26 09:00\n> De : "Backbeat" \n> A : ana@laposte.example\n> Copie à : \n> Objet : Votre conseil\n> \n> \n${marked(text)}`,
  ),
  plain(
    'SFR',
    'fr',
    (own, text) =>
      `${own}\n\n\n========================================\n\nMessage du : 24/11/2026 09:00\nDe : "Backbeat" <${mailto}>\nA : ana@sfr.example\nCopie à : \nSujet : Votre conseil\n\n${text}`,
  ),
  plain(
    'SFR, newer',
    'fr',
    (own, text) =>
      `${own}\n\nDe : Backbeat <${mailto}>\nEnvoyé : mardi 24 novembre 2026 à 09:00\nÀ : ana@sfr.example\nObjet : Votre conseil\n${text}`,
  ),
  plain(
    'GMX',
    'en',
    (own, text) =>
      `${own}\n \n \n\nSent: Tuesday, November 24, 2026 at 9:00 AM\nFrom: "Backbeat" <${mailto}>\nTo: ana@gmx.example\nSubject: Your tip\n\n${text}`,
  ),
  plain(
    'GMX',
    'fr',
    (own, text) =>
      `${own}\n \n\nEnvoyé: mardi 24 novembre 2026 à 09:00\nDe: "Backbeat" <${mailto}>\nÀ: ana@gmx.example\nObjet: Votre conseil\n\n${text}`,
  ),
  plain(
    'GMX in German',
    'en',
    (own, text) =>
      `${own}\n \n\nGesendet: Dienstag, 24. November 2026 um 09:00 Uhr\nVon: "Backbeat" <${mailto}>\nAn: ana@gmx.example\nBetreff: Your tip\n\n${text}`,
  ),
  plain(
    'GMX on Android',
    'en',
    (own, text) =>
      `${own}\n-- \nDiese Nachricht wurde von meinem Android Mobiltelefon mit GMX Mail gesendet.\nAm 24.11.26, 09:00, ${us} schrieb:\n\n${marked(text)}`,
  ),
  plain('Thunderbird', 'en', (own, text) => `${own}\n\nOn 11/24/26 09:00, Backbeat wrote:\n${marked(text)}`),
  plain('Thunderbird', 'fr', (own, text) => `${own}\n\nLe 24/11/2026 à 09:00, Backbeat a écrit :\n${marked(text)}`),
  plain(
    'Samsung',
    'en',
    (own, text) =>
      `${own}\n\nSent from my Galaxy\n\n\n-------- Original message --------\nFrom: ${us} \nDate: 24/11/2026  09:00  (GMT+00:00) \nTo: ana@example.org \nSubject: Your tip \n\n${text}`,
  ),
  plain(
    'Samsung',
    'fr',
    (own, text) =>
      `${own}\n\nEnvoyé depuis mon appareil Galaxy\n\n\n-------- Message d'origine --------\nDe : ${us} \nDate : 24/11/2026  09:00  (GMT+01:00) \nÀ : ana@example.org \nObjet : Votre conseil \n\n${text}`,
  ),
  plain(
    'Windows Mail',
    'fr',
    (own, text) =>
      `${own}\n\nEnvoyé à partir de Courrier pour Windows\n\nDe : Backbeat\nEnvoyé le :mardi 24 novembre 2026 09:00\nÀ : ana@example.org\nObjet :Votre conseil\n\n${text}`,
  ),
  plain(
    'K-9 Mail',
    'en',
    (own, text) =>
      `${own}\n\nOn 24 November 2026 09:00:00 GMT, ${us} wrote:\n${marked(text)}\n\n-- \nSent from my Android device with K-9 Mail. Please excuse my brevity.`,
  ),
  plain(
    'Avast',
    'fr',
    (own, text) =>
      `${own}\n\n\n-- \nL'absence de virus dans ce courrier électronique a été vérifiée par le logiciel antivirus Avast.\nhttps://www.avast.com/antivirus\n\nLe 24/11/2026 à 09:00, Backbeat a écrit :\n${marked(text)}`,
  ),
  plain('Avast, bare', 'en', (own) => `${own}\n\nVirus-free.www.avast.com<https://www.avast.com/sig-email>`),
  plain('a language we do not know', 'en', (own, text) => `${own}\n\nDňa 24. 11. 2026 napísal ${us}:\n\n${text}`),
  plain(
    'an office',
    'en',
    (own, text) =>
      `${own}\n\nKind regards,\nAna\nTel. +1 (555) 123-4567\n\nCONFIDENTIALITY NOTICE: This e-mail and any attachments are confidential and\nintended only for the person named. If you have received it in error, delete it.\n\nOn 11/24/26 09:00, ${us} wrote:\n${marked(text)}`,
  ),
  plain(
    'a French office',
    'fr',
    (own) =>
      `${own}\n\nCordialement,\nAna Diaz\n06 12 34 56 78\n\nCe message et toutes les pièces jointes sont confidentiels et destinés exclusivement à leurs destinataires.\nN'imprimez ce message que si nécessaire.`,
  ),
  plain('no quote', 'en', (own) => own),
];
