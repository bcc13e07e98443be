import { mailsFor } from '../../../shared/content/mails.ts';
import type { Language } from '../../../shared/domain/people/subscriber.ts';
import type { MailSetting } from '../../../shared/mails/mail-frame.ts';
import { renderTipMail } from '../../../shared/mails/render-tip-mail.ts';

const template = { html: '<p>{{{html}}}</p>', placeholders: [] };
const setting = (language: Language): MailSetting => ({
  templates: { tip: template, answer: template, confirmation: template },
  language,
  contact: 'The Back Clinic, 1 Example Street, Sampletown',
});

const links = { diaryUrl: 'https://backbeat.example/diary/abc', unsubscribeUrl: 'https://backbeat.example/stop/abc' };

/** A tip as we mail it: the text that people's mail programs quote, and its HTML. */
export const tipMail = async (
  language: Language,
  at: number,
): Promise<{ readonly text: string; readonly html: string }> => {
  const tips = await mailsFor(language);
  const tip = tips[at % tips.length];
  if (!tip) throw new RangeError('no tips');
  const { text } = renderTipMail(setting(language), tip, links);
  return {
    text,
    html: text
      .split('\n')
      .map((line) => `<p>${line.replaceAll('<', '&lt;')}</p>`)
      .join(''),
  };
};

const marked = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
/** As programs that break lines at 72 characters quote: the rest of a long line stands on one of its own. */
const wrapped = (text: string): string => text.replace(/([^\n]{60,70}) /g, '$1\n');
const us = 'Backbeat <reply+abc234@backbeat.example>';
const mailto = 'reply+abc234@backbeat.example';

/** Where a mail program puts what somebody answers: above what it quotes, in its own manner. */
export interface Layout {
  readonly name: string;
  readonly language: Language;
  readonly type: 'text/plain' | 'text/html';
  readonly write: (own: string, quoted: { readonly text: string; readonly html: string }) => string;
}

const plain = (name: string, language: Language, write: (own: string, text: string) => string): Layout => ({
  name,
  language,
  type: 'text/plain',
  write: (own, { text }) => write(own, text),
});

const htmlOf = (own: string): string =>
  own
    .split('\n')
    .map((line) => `<div>${line === '' ? '<br>' : line.replaceAll('<', '&lt;')}</div>`)
    .join('');
const inHtml = (name: string, language: Language, write: (own: string, html: string) => string): Layout => ({
  name,
  language,
  type: 'text/html',
  write: (own, { html }) =>
    `<html><head><style>p{margin:9px}</style></head><body>${write(htmlOf(own), html)}</body></html>`,
});

/** The ways in which the mail programs that people have quote a mail, in English, French and German. */
export const layouts: readonly Layout[] = [
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
  inHtml(
    'Gmail',
    'en',
    (own, html) =>
      `<div dir="ltr">${own}</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Tue, Nov 24, 2026 at 9:00 AM Backbeat &lt;<a href="mailto:${mailto}">${mailto}</a>&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0">${html}</blockquote></div>`,
  ),
  inHtml(
    'Outlook',
    'en',
    (own, html) =>
      `<div class=WordSection1>${own}<p class=MsoNormal>&nbsp;</p><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in'><p class=MsoNormal><b>From:</b> Backbeat<br><b>Sent:</b> Tuesday, November 24, 2026 9:00 AM<br><b>To:</b> Ana<br><b>Subject:</b> Your tip</p></div>${html}</div>`,
  ),
  inHtml(
    'Outlook on the web',
    'fr',
    (own, html) =>
      `${own}<div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font><b>De&nbsp;:</b> Backbeat<br><b>Envoyé&nbsp;:</b> mardi 24 novembre 2026 09:00<br></font></div>${html}`,
  ),
  inHtml(
    'Apple Mail',
    'fr',
    (own, html) =>
      `${own}<br><div>Envoyé de mon iPhone</div><div><br><blockquote type="cite">Le 24 nov. 2026 à 09:00, Backbeat &lt;${mailto}&gt; a écrit :<br><br></blockquote></div><blockquote type="cite">${html}</blockquote>`,
  ),
  inHtml(
    'Thunderbird',
    'en',
    (own, html) =>
      `${own}<div class="moz-cite-prefix">On 11/24/26 09:00, Backbeat wrote:<br></div><blockquote type="cite" cite="mid:1">${html}</blockquote>`,
  ),
  inHtml(
    'Yahoo',
    'fr',
    (own, html) =>
      `<div class="yahoo-style-wrap">${own}</div><div id="yahoo_quoted_1" class="yahoo_quoted"><div>Le mardi 24 novembre 2026 à 09:00:00 UTC+1, Backbeat &lt;${mailto}&gt; a écrit :</div>${html}</div>`,
  ),
  inHtml(
    'Proton',
    'en',
    (own, html) =>
      `${own}<div class="protonmail_signature_block"><div class="protonmail_signature_block-proton">Sent with <a href="https://proton.me/mail/home">Proton Mail</a> secure email.</div></div><div class="protonmail_quote">On Tuesday, November 24th, 2026 at 9:00 AM, Backbeat wrote:<br><blockquote class="protonmail_quote" type="cite">${html}</blockquote></div>`,
  ),
  inHtml(
    'GMX',
    'en',
    (own, html) =>
      `${own}<div name="quote" style="margin:10px 5px; border-left:2px solid #C3D9E5;"><div><b>Gesendet:</b> Dienstag, 24. November 2026<br><b>Von:</b> Backbeat &lt;${mailto}&gt;</div>${html}</div>`,
  ),
  inHtml(
    'Zimbra',
    'fr',
    (own, html) =>
      `${own}<hr id="zwchr"><div><b>De: </b>"Backbeat" &lt;${mailto}&gt;<br><b>À: </b>"ana"<br><b>Envoyé: </b>Mardi 24 Novembre 2026 09:00:00<br><b>Objet: </b>Votre conseil<br></div>${html}`,
  ),
];

/** The whole mail, as it arrives. */
export const wholeMail = (
  layout: Layout,
  own: string,
  quoted: { readonly text: string; readonly html: string },
): string =>
  [
    'From: Ana Diaz <ana@example.org>',
    `To: Backbeat <${mailto}>`,
    'Subject: Re: A tip for your back',
    'Message-ID: <1@test.example>',
    'MIME-Version: 1.0',
    `Content-Type: ${layout.type}; charset=utf-8`,
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(layout.write(own, quoted))
      .toString('base64')
      .replace(/(.{76})/g, '$1\r\n'),
  ].join('\r\n');
