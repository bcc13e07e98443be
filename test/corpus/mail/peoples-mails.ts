import { mailto, marked, us } from './layout.ts';
import {
  alternative,
  asAlternative,
  asHtml,
  asText,
  lines,
  multipart,
  part,
  re,
  utf8,
  type WholeMail,
} from './whole-mail.ts';

/** Mails that people wrote, by the program and the place of their words. */
export const peoplesMails: readonly WholeMail[] = [
  {
    name: 'Gmail, above the quote, two parts',
    language: 'en',
    own: 'PAIN 6\nworse after the drive',
    write: ({ text, html }) =>
      asAlternative(
        [re.en, 'X-Gmail-Original-Message-ID: <CAB@mail.gmail.com>'],
        `PAIN 6\nworse after the drive\n\nOn Tue, Nov 24, 2026 at 9:00 AM Backbeat <\n${mailto}> wrote:\n\n${marked(text)}\n`,
        `<div dir="ltr">PAIN 6<div>worse after the drive</div></div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Tue, Nov 24, 2026 at 9:00 AM Backbeat &lt;<a href="mailto:${mailto}">${mailto}</a>&gt; wrote:<br></div><blockquote class="gmail_quote">${html}</blockquote></div>`,
      ),
  },
  {
    name: 'Gmail on Android, above, French, wrapped attribution',
    language: 'fr',
    own: 'Douleur 4 ce matin',
    write: ({ text, html }) =>
      asAlternative(
        [re.fr],
        `Douleur 4 ce matin\n\nLe mar. 24 nov. 2026, 09:00, Backbeat <${mailto}> a\nécrit :\n\n${marked(text)}\n`,
        `<div dir="auto">Douleur 4 ce matin</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">Le mar. 24 nov. 2026, 09:00, Backbeat a écrit :<br></div><blockquote>${html}</blockquote></div>`,
      ),
  },
  {
    name: 'Gmail, between the quoted lines',
    language: 'en',
    own: 'I did this one twice\n\n\nPAIN 5',
    write: ({ text }) => {
      const [first = '', ...rest] = lines(text);
      return asText(
        [re.en],
        `On Tue, Nov 24, 2026 at 9:00 AM ${us} wrote:\n\n> ${first}\n\nI did this one twice\n\n${rest.map((line) => `> ${line}`).join('\n')}\n\nPAIN 5\n`,
      );
    },
  },
  {
    name: 'Thunderbird, below the quote, flowed',
    language: 'en',
    own: 'PAIN 3, and I slept through for the first time in weeks, which I had not done since the summer.',
    write: ({ text }) => ({
      headers: [
        re.en,
        'User-Agent: Mozilla Thunderbird',
        'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=UTF-8; format=flowed',
        'Content-Transfer-Encoding: 8bit',
      ],
      body: `On 11/24/2026 9:00 AM, Backbeat wrote:\r\n${marked(text).replaceAll('\n', '\r\n')}\r\n\r\nPAIN 3, and I slept through for the first time in weeks, which I had \r\nnot done since the summer.\r\n`,
    }),
  },
  {
    name: 'Thunderbird, below the quote, French, signed',
    language: 'fr',
    own: 'DOULEUR 5',
    write: ({ text }) =>
      asText(
        [re.fr, 'User-Agent: Mozilla Thunderbird'],
        `Le 24/11/2026 à 09:00, Backbeat a écrit :\n${marked(text)}\n\nDOULEUR 5\n\n-- \nAna Diaz\n12 rue des Lilas\n75012 Paris\n06 12 34 56 78\n`,
      ),
  },
  {
    name: 'Outlook for Windows, Word HTML alone',
    language: 'en',
    own: 'PAIN 7\nleft leg too',
    write: ({ html }) =>
      asHtml(
        [
          'Subject: RE: A tip for your back',
          'X-MS-Has-Attach:',
          'Thread-Topic: A tip for your back',
          'Content-Language: en-US',
        ],
        `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal{margin:0cm} --></style><!--[if gte mso 9]><xml><o:shapedefaults v:ext="edit" spidmax="1026" /></xml><![endif]--></head><body lang="EN-GB" link="#0563C1"><div class="WordSection1"><p class="MsoNormal"><span style="font-size:11.0pt">PAIN 7<o:p></o:p></span></p><p class="MsoNormal"><span>left leg too<o:p></o:p></span></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b>From:</b> Backbeat &lt;${mailto}&gt; <br><b>Sent:</b> 24 November 2026 09:00<br><b>To:</b> Ana Diaz &lt;ana@example.org&gt;<br><b>Subject:</b> A tip for your back<o:p></o:p></p></div></div>${html}</div></body></html>`,
      ),
  },
  {
    name: 'Outlook on the web, French, two parts',
    language: 'fr',
    own: 'DOULEUR 6',
    write: ({ text, html }) =>
      asAlternative(
        ['Subject: RE: Un conseil pour votre dos', 'Accept-Language: fr-FR'],
        `DOULEUR 6\n________________________________\nDe : Backbeat <${mailto}>\nEnvoyé : mardi 24 novembre 2026 09:00\nÀ : Ana Diaz <ana@example.org>\nObjet : Un conseil pour votre dos\n\n${text}`,
        `<div class="elementToProof" style="font-family:Aptos">DOULEUR 6</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><b>De :</b> Backbeat</div>${html}`,
      ),
  },
  {
    name: 'Outlook on the web, HTML alone, with a signature of its own',
    language: 'fr',
    own: 'DOULEUR 2',
    write: ({ html }) =>
      asHtml(
        ['Subject: RE: Un conseil pour votre dos'],
        `<html><body dir="ltr"><div class="elementToProof">DOULEUR 2</div><div class="elementToProof"><br></div><div id="Signature"><div>Ana Diaz</div><div>Responsable logistique, 3e étage</div><div>Tél. 01 23 45 67 89</div></div><div id="appendonsend"></div><hr tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><b>De :</b> Backbeat &lt;${mailto}&gt;<br><b>Envoyé :</b> mardi 24 novembre 2026 09:00<br><b>À :</b> Ana</div>${html}</body></html>`,
      ),
  },
  {
    name: 'Outlook for iOS, HTML alone',
    language: 'fr',
    own: 'Douleur 3, marché une heure',
    write: ({ html }) =>
      asHtml(
        ['Subject: Re: Un conseil pour votre dos'],
        `<html><body><div dir="ltr">Douleur 3, marché une heure</div><div id="ms-outlook-mobile-body-separator-line" data-applydefaultfontstyles="true"><br></div><div id="ms-outlook-mobile-signature"><div>Télécharger <a href="https://aka.ms/o0ukef">Outlook pour iOS</a></div></div><div id="mail-editor-reference-message-container"><hr><div><b>De :</b> Backbeat &lt;${mailto}&gt;<br><b>Envoyé :</b> Tuesday, November 24, 2026 9:00:00 AM</div>${html}</div></body></html>`,
      ),
  },
  {
    name: 'Outlook for Android, plain',
    language: 'en',
    own: 'PAIN 4',
    write: ({ text }) =>
      asText(
        ['Subject: Re: A tip for your back'],
        `PAIN 4\n\nGet Outlook for Android<https://aka.ms/AAb9ysg>\n________________________________\nFrom: Backbeat <${mailto}>\nSent: Tuesday, November 24, 2026 9:00:00 AM\nTo: ana@example.org <ana@example.org>\nSubject: A tip for your back\n\n${text}`,
      ),
  },
  {
    name: 'iPhone, two parts, base64',
    language: 'fr',
    own: 'Ça va mieux, douleur 2',
    write: ({ text, html }) => ({
      headers: [
        re.fr,
        'X-Mailer: iPhone Mail (22B91)',
        'Mime-Version: 1.0 (1.0)',
        'Content-Type: multipart/alternative; boundary=Apple-Mail-1A2B',
      ],
      body: multipart(
        'Apple-Mail-1A2B',
        part(
          'text/plain; charset=utf-8',
          'base64',
          `Ça va mieux, douleur 2\n\nEnvoyé de mon iPhone\n\n> Le 24 nov. 2026 à 09:00, Backbeat <${mailto}> a écrit :\n> \n> \uFEFF\n${marked(text)}\n`,
        ),
        part(
          'text/html; charset=utf-8',
          'base64',
          `<html><body dir="auto">Ça va mieux, douleur 2<br><br><div dir="ltr">Envoyé de mon iPhone</div><blockquote type="cite">${html}</blockquote></body></html>`,
        ),
      ),
    }),
  },
  {
    name: 'Apple Mail with a photograph between words',
    language: 'en',
    own: 'PAIN 5\n\nafter this walk',
    write: ({ text }) => ({
      headers: [
        re.en,
        'Mime-Version: 1.0 (Mac OS X Mail 16.0)',
        'Content-Type: multipart/mixed; boundary="Apple-Mail=_9"',
      ],
      body: multipart(
        'Apple-Mail=_9',
        part('text/plain; charset=us-ascii', '7bit', 'PAIN 5\n\n'),
        'Content-Disposition: inline; filename=IMG_1.jpeg\r\nContent-Type: image/jpeg; name="IMG_1.jpeg"\r\nContent-Transfer-Encoding: base64\r\n\r\n/9j/4AAQSkZJRg==',
        part(
          'text/plain; charset=us-ascii',
          '7bit',
          `after this walk\n\nSent from my iPad\n\n> On 24 Nov 2026, at 09:00, Backbeat <${mailto}> wrote:\n> \n${marked(text)}`,
        ),
      ),
    }),
  },
  {
    name: 'Proton, two parts',
    language: 'fr',
    own: 'DOULEUR 8',
    write: ({ text, html }) =>
      asAlternative(
        [re.fr, 'X-Pm-Message-ID: 1'],
        `DOULEUR 8\n\nEnvoyé avec la messagerie sécurisée [Proton Mail](https://proton.me/mail/home).\n\nLe mardi 24 novembre 2026 à 09:00, ${us} a écrit :\n\n${marked(text)}`,
        `<div style="font-family: Arial">DOULEUR 8</div><div class="protonmail_quote">Le mardi<blockquote>${html}</blockquote></div>`,
      ),
  },
  {
    name: 'Yahoo, HTML alone',
    language: 'fr',
    own: 'Douleur 6 aujourd’hui',
    write: ({ html }) =>
      asHtml(
        [re.fr, 'X-Mailer: WebService/1.1.22876 YMailNorrin'],
        `<html><body><div class="ydp1yahoo-style-wrap" style="font-size:16px"><div dir="ltr" data-setdir="false">Douleur 6 aujourd’hui</div><div><br></div></div><div id="yahoo_quoted_1" class="yahoo_quoted"><div>Le mardi 24 novembre 2026 à 09:00:00 UTC+1, Backbeat &lt;${mailto}&gt; a écrit :</div>${html}</div></body></html>`,
      ),
  },
  {
    name: 'Yahoo on iPhone',
    language: 'en',
    own: 'PAIN 3',
    write: ({ text }) =>
      asText(
        [re.en],
        `PAIN 3\n\n\nSent from Yahoo Mail for iPhone\n\n\nOn Tuesday, November 24, 2026, 9:00 AM, Backbeat <${mailto}> wrote:\n\n${text}`,
      ),
  },
  {
    name: 'Orange webmail, two parts',
    language: 'fr',
    own: 'douleur 4',
    write: ({ text, html }) =>
      asAlternative(
        ['Subject: re: Un conseil pour votre dos', 'X-ORANGE-AUTH: YW5h'],
        `Bonjour,\ndouleur 4\n\n> Message du 24/11/26 09:00\n> De : "Backbeat" <${mailto}>\n> A : ana@orange.fr\n> Copie à : \n> Objet : Un conseil pour votre dos\n> \n${marked(text)}`,
        `<p>Bonjour,<br />douleur 4</p><blockquote style="padding-left: 5px; border-left: #ff0000 2px solid">&gt; Message du 24/11/26 09:00<br />&gt; De : Backbeat<br />${html}</blockquote>`,
      ),
  },
  {
    name: 'Orange webmail, new, HTML alone',
    language: 'fr',
    own: 'DOULEUR 5',
    write: ({ html }) =>
      asHtml(
        ['Subject: Re: Un conseil pour votre dos'],
        `<html><body><div>DOULEUR 5</div><div><br></div><div class="default-style"><div>envoyé : 24 novembre 2026 à 09:00<br>de : Backbeat &lt;${mailto}&gt;<br>à : ana@orange.fr<br>objet : Un conseil pour votre dos</div><div>${html}</div></div></body></html>`,
      ),
  },
  {
    name: 'Free (Zimbra)',
    language: 'fr',
    own: 'Douleur 7 au réveil, 4 ce soir',
    write: ({ text }) =>
      asText(
        [
          'Subject: Re: Un conseil pour votre dos',
          'X-Mailer: Zimbra 7.2.0-GA2598 (ZimbraWebClient - FF3.0 (Win)/7.2.0-GA2598)',
        ],
        `Douleur 7 au réveil, 4 ce soir\n\n----- Mail original -----\nDe: "Backbeat" <${mailto}>\nÀ: ana@free.fr\nEnvoyé: Mardi 24 Novembre 2026 09:00:00\nObjet: Un conseil pour votre dos\n\n${text}`,
      ),
  },
  {
    name: 'La Poste',
    language: 'fr',
    own: 'DOULEUR 6',
    write: ({ text }) =>
      asText(
        ['Subject: Re: Un conseil pour votre dos'],
        `DOULEUR 6\n\nde : "Backbeat" <${mailto}>\nenvoyé : mardi 24 novembre 2026 09:00\nà : ana@laposte.net\nobjet : Un conseil pour votre dos\n\n${text}`,
      ),
  },
  {
    name: 'SFR, older, under a double line',
    language: 'fr',
    own: 'Douleur 3',
    write: ({ text }) =>
      asText(
        ['Subject: Re: Un conseil pour votre dos'],
        `Douleur 3\n\n\n========================================\n\nMessage du : 24/11/2026 09:00\nDe : "Backbeat" <${mailto}>\nA : ana@sfr.fr\nCopie à : \nSujet : Un conseil pour votre dos\n\n${text}`,
      ),
  },
  {
    name: 'GMX in French, HTML alone',
    language: 'fr',
    own: 'DOULEUR 4',
    write: ({ html }) =>
      asHtml(
        ['Subject: Aw: Un conseil pour votre dos'],
        `<html><head></head><body><div style="font-family: Verdana"><div>DOULEUR 4</div><div>&nbsp;<div style="margin:10px 5px 5px 10px; padding: 10px 0 10px 10px; border-left:2px solid #C3D9E5;" name="quote"><div style="margin:0 0 10px 0;"><b>Envoyé:</b>&nbsp;mardi 24 novembre 2026 à 09:00<br/><b>De:</b>&nbsp;Backbeat<br/><b>À:</b>&nbsp;ana@gmx.fr</div><div name="quoted-content">${html}</div></div></div></div></body></html>`,
      ),
  },
  {
    name: 'Samsung',
    language: 'fr',
    own: 'Douleur 5',
    write: ({ text }) =>
      asText(
        ['Subject: RE: Un conseil pour votre dos'],
        `Douleur 5\n\n\nEnvoyé depuis mon appareil Galaxy\n\n\n-------- Message d'origine --------\nDe : Backbeat <${mailto}>\nDate : 24/11/2026 09:00 (GMT+01:00)\nÀ : ana@example.org\nObjet : Un conseil pour votre dos\n\n${text}`,
      ),
  },
  {
    name: 'Spark, HTML alone',
    language: 'en',
    own: 'PAIN 6',
    write: ({ html }) =>
      asHtml(
        [re.en, 'X-Readdle-Message-ID: 1@Spark'],
        `<html><body><div name="messageBodySection"><div dir="auto">PAIN 6</div></div><div name="messageSignatureSection"><br/><div class="matchFont">Sent from <a href="https://sparkmailapp.com">Spark</a></div></div><div name="messageReplySection">On Nov 24, 2026 at 9:00 AM +0100, Backbeat &lt;${mailto}&gt;, wrote:<br/><blockquote type="cite" style="border-left-color: grey">${html}</blockquote></div></body></html>`,
      ),
  },
  {
    name: 'BlueMail, HTML alone',
    language: 'en',
    own: 'PAIN 2',
    write: ({ html }) =>
      asHtml(
        [re.en],
        `<html><body><div dir="auto">PAIN 2</div><div dir="auto">Get <a href="http://www.bluemail.me/r?b=1">BlueMail for Android</a></div><div class="replyHeader" dir="auto">On Nov 24, 2026, at 9:00 AM, Backbeat &lt;<a href="mailto:${mailto}">${mailto}</a>&gt; wrote:</div><blockquote class="replyQuote">${html}</blockquote></body></html>`,
      ),
  },
  {
    name: 'an office’s long signature and legal notice',
    language: 'en',
    own: 'PAIN 5',
    write: ({ text }) =>
      asText(
        ['Subject: RE: A tip for your back'],
        `PAIN 5\n\nKind regards,\n\nAna Diaz\nHead of Logistics | Elm Street Ltd\nTel: +44 20 7946 0123 | Mobile: +44 7700 900123\nFloor 6, 10 Elm Street, London W1 4AB\nwww.example.org\n\nThis email and any attachments are confidential and intended solely for the addressee.\nIf you have received this email in error please notify the sender.\nElm Street Ltd is registered in England, No. 1234567.\n\n\nFrom: Backbeat <${mailto}>\nSent: 24 November 2026 09:00\nTo: Ana Diaz <ana@example.org>\nSubject: A tip for your back\n\n${text}`,
      ),
  },
  {
    name: 'a French office’s notice, above the quote',
    language: 'fr',
    own: 'DOULEUR 3',
    write: ({ text }) =>
      asText(
        ['Subject: RE: Un conseil pour votre dos'],
        `DOULEUR 3\n\nCordialement,\n\nAna Diaz\nChargée de clientèle\nTél. : 01 23 45 67 89\n\nCe message et toutes les pièces jointes sont confidentiels et établis à l'intention exclusive de ses destinataires.\nSi vous avez reçu ce message par erreur, merci d'en avertir l'expéditeur.\n\nDe : Backbeat <${mailto}>\nEnvoyé : mardi 24 novembre 2026 09:00\nÀ : Ana Diaz <ana@example.org>\nObjet : Un conseil pour votre dos\n\n${text}`,
      ),
  },
  {
    name: 'a tip forwarded to us with words above it',
    language: 'en',
    own: 'PAIN 4',
    write: ({ text }) =>
      asText(
        ['Subject: Fwd: A tip for your back'],
        `PAIN 4\n\n---------- Forwarded message ---------\nFrom: Backbeat <${mailto}>\nDate: Tue, Nov 24, 2026 at 9:00 AM\nSubject: A tip for your back\nTo: <ana@example.org>\n\n\n${text}`,
      ),
  },
  {
    name: 'a tip forwarded to us as an attachment, without a word',
    language: 'fr',
    own: '',
    write: ({ text }) => ({
      headers: [
        'Subject: TR: Un conseil pour votre dos',
        'MIME-Version: 1.0',
        'Content-Type: multipart/mixed; boundary="fw"',
      ],
      body: multipart(
        'fw',
        part(utf8, '8bit', '\n'),
        `Content-Type: message/rfc822\r\nContent-Disposition: attachment\r\n\r\nFrom: ${us}\r\nSubject: Un conseil\r\n\r\n${text}`,
      ),
    }),
  },
  {
    name: 'a mail signed with S/MIME',
    language: 'en',
    own: 'PAIN 6',
    write: ({ text }) => ({
      headers: [
        re.en,
        'MIME-Version: 1.0',
        'Content-Type: multipart/signed; protocol="application/pkcs7-signature"; micalg=sha-256; boundary="sig"',
      ],
      body: multipart(
        'sig',
        alternative('in', part(utf8, '7bit', `PAIN 6\n\nOn 24 Nov 2026, at 09:00, ${us} wrote:\n\n${marked(text)}`)),
        'Content-Type: application/pkcs7-signature; name=smime.p7s\r\nContent-Transfer-Encoding: base64\r\n\r\nMIAGCSqGSIb3DQEHAqCA',
      ),
    }),
  },
  {
    name: 'a list’s footer below the words',
    language: 'en',
    own: 'PAIN 6',
    write: ({ text }) =>
      asText(
        [re.en, 'Precedence: list'],
        `PAIN 6\n\nOn Tue, 24 Nov 2026, ${us} wrote:\n${marked(text)}\n_______________________________________________\nfriends mailing list\nfriends@example.org\n`,
      ),
  },
];
