import type { Language } from '../../../shared/domain/people/subscriber.ts';
import { mailto, marked, us } from './layout.ts';

/** A tip of ours, as it is quoted. */
interface Quoted {
  readonly text: string;
  readonly html: string;
}

/** A mail as it arrives: its headers below From and To, and its body, as one program writes both. */
export interface WholeMail {
  readonly name: string;
  readonly language: Language;
  /** What its writer said; undefined: a machine wrote it, and nobody said anything. */
  readonly own: string | undefined;
  readonly write: (tip: Quoted) => { readonly headers: readonly string[]; readonly body: string };
}

const b64 = (text: string): string =>
  Buffer.from(text)
    .toString('base64')
    .replace(/(.{76})/g, '$1\r\n');
/** Quoted-printable as programs write it: soft line ends at 76, everything else than plain letters in hex. */
const qp = (text: string): string =>
  text
    .split('\n')
    .map((line) =>
      [...Buffer.from(line)]
        .map((byte) =>
          byte > 126 || byte < 32 || byte === 61
            ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
            : String.fromCharCode(byte),
        )
        .reduce<string[]>(
          (rows, sign) => {
            const last = rows.at(-1) ?? '';
            return last.length + sign.length > 75
              ? [...rows.slice(0, -1), `${last}=`, sign]
              : [...rows.slice(0, -1), last + sign];
          },
          [''],
        )
        .join('\r\n'),
    )
    .join('\r\n');

const asIs = (text: string): string => text.replaceAll('\n', '\r\n');
const encoded = { base64: b64, 'quoted-printable': qp, '7bit': asIs, '8bit': asIs } as const;
const part = (type: string, encoding: keyof typeof encoded, text: string): string =>
  [`Content-Type: ${type}`, `Content-Transfer-Encoding: ${encoding}`, '', encoded[encoding](text)].join('\r\n');
const multipart = (boundary: string, ...parts: readonly string[]): string =>
  `This is a multi-part message in MIME format.\r\n${parts.map((one) => `--${boundary}\r\n${one}\r\n`).join('')}--${boundary}--\r\n`;
const alternative = (boundary: string, ...parts: readonly string[]): string =>
  `Content-Type: multipart/alternative; boundary="${boundary}"\r\n\r\n${multipart(boundary, ...parts)}`;

const utf8 = 'text/plain; charset="UTF-8"';
const html8 = 'text/html; charset="UTF-8"';
const re = {
  en: 'Subject: Re: A tip for your back',
  fr: 'Subject: =?UTF-8?Q?Re=3A_Un_conseil_pour_votre_dos?=',
} as const;
const asText = (headers: readonly string[], text: string) => ({
  headers: [
    ...headers,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
  ],
  body: text.replaceAll('\n', '\r\n'),
});
const asAlternative = (headers: readonly string[], text: string, html: string) => ({
  headers: [...headers, 'MIME-Version: 1.0', 'Content-Type: multipart/alternative; boundary="000000000000a1b2c3"'],
  body: multipart('000000000000a1b2c3', part(utf8, 'quoted-printable', text), part(html8, 'quoted-printable', html)),
});
const asHtml = (headers: readonly string[], html: string) => ({
  headers: [
    ...headers,
    'MIME-Version: 1.0',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  ],
  body: b64(html),
});
const lines = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');

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

const status = (boundary: string, words: string, kind: string, report: string): string =>
  multipart(
    boundary,
    part('text/plain; charset=us-ascii', '7bit', words),
    `Content-Type: message/${kind}\r\n\r\n${report}`,
    'Content-Type: text/rfc822-headers\r\n\r\nSubject: A tip for your back',
  );
const calendar =
  'BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:ana@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR';

/** Mails that machines wrote in somebody's name, with the headers that each program gives them, and without any. */
export const machinesMails: readonly WholeMail[] = [
  {
    name: 'Exchange, away',
    language: 'en',
    own: undefined,
    write: () =>
      asHtml(
        [
          'Subject: Automatic reply: A tip for your back',
          'X-Auto-Response-Suppress: All',
          'auto-submitted: auto-generated',
          'X-MS-Exchange-Inbox-Rules-Loop: ana@example.org',
        ],
        '<p>I am out of the office until 5 December. For pain in the billing call extension 6.</p>',
      ),
  },
  {
    name: 'Exchange in French, away',
    language: 'fr',
    own: undefined,
    write: () =>
      asHtml(
        ['Subject: =?utf-8?Q?R=C3=A9ponse_automatique_:_Un_conseil_pour_votre_dos?=', 'auto-submitted: auto-generated'],
        '<p>Absente jusqu’au 5. Douleur à l’idée de revenir : 8.</p>',
      ),
  },
  {
    name: 'Gmail, away',
    language: 'en',
    own: undefined,
    write: () =>
      asText(
        [
          'Subject: On holiday! Re: A tip for your back',
          'Auto-Submitted: auto-replied',
          'Precedence: bulk',
          'X-Autoreply: yes',
        ],
        'Back on the 6.',
      ),
  },
  {
    name: 'iCloud, away',
    language: 'en',
    own: undefined,
    write: () =>
      asText(['Subject: Re: A tip for your back', 'Auto-Submitted: auto-replied (vacation)'], 'I am away, 7 days.'),
  },
  {
    name: 'Free’s Zimbra, away',
    language: 'fr',
    own: undefined,
    write: () =>
      asText(
        [
          'Subject: Re: Un conseil pour votre dos',
          'Auto-Submitted: auto-replied (zimbra; vacation)',
          'Precedence: bulk',
        ],
        'Absent, 7 jours.',
      ),
  },
  {
    name: 'Orange, away, no header',
    language: 'fr',
    own: undefined,
    write: () => asText(['Subject: Répondeur : Un conseil pour votre dos'], 'De retour le 6.'),
  },
  {
    name: 'OVH, away, no header',
    language: 'fr',
    own: undefined,
    write: () => asText(['Subject: [Répondeur automatique] Un conseil'], 'De retour le 6.'),
  },
  {
    name: 'La Poste, away, no header',
    language: 'fr',
    own: undefined,
    write: () => asText(['Subject: Message automatique : absence'], 'De retour le 6.'),
  },
  {
    name: 'a French office, away, by its subject',
    language: 'fr',
    own: undefined,
    write: () => asText(['Subject: Absence du bureau Re: Un conseil'], 'Je reviens le 6.'),
  },
  {
    name: 'a French office, on leave, by its subject',
    language: 'fr',
    own: undefined,
    write: () => asText(['Subject: Absence pour congés : Un conseil'], 'Je reviens le 6.'),
  },
  {
    name: 'away, [Auto-Reply]',
    language: 'en',
    own: undefined,
    write: () => asText(['Subject: [Auto-Reply] Re: A tip for your back'], 'Back on the 6.'),
  },
  {
    name: 'away, OOO',
    language: 'en',
    own: undefined,
    write: () => asText(['Subject: OOO: A tip for your back'], 'Back on the 6.'),
  },
  {
    name: 'away, vacation',
    language: 'en',
    own: undefined,
    write: () => asText(['Subject: Vacation reply: A tip for your back'], 'Back on the 6.'),
  },
  {
    name: 'Precedence: auto-reply',
    language: 'en',
    own: undefined,
    write: () => asText([re.en, 'Precedence: auto-reply'], 'Back on the 6.'),
  },
  {
    name: 'X-Autoresponse',
    language: 'en',
    own: undefined,
    write: () => asText([re.en, 'X-Auto-Response: yes'], 'Back on the 6.'),
  },
  {
    name: 'away, no mark but the words',
    language: 'en',
    own: undefined,
    write: () =>
      asText(
        [re.en],
        'Hello,\n\nThank you for your email. I am currently out of the office with no access to email and will return on 5 December. If your request is urgent, please contact Jo Field on extension 6.\n\nKind regards,\nAna\n',
      ),
  },
  {
    name: 'away in French, no mark but the words',
    language: 'fr',
    own: undefined,
    write: () =>
      asText(
        [re.fr],
        'Bonjour,\n\nJe suis actuellement absente du bureau jusqu’au 5 décembre inclus. En cas d’urgence, vous pouvez contacter Jo au poste 6.\n\nCordialement,\nAna Diaz\n',
      ),
  },
  {
    name: 'on leave in French, no mark but the words',
    language: 'fr',
    own: undefined,
    write: () =>
      asText(
        [re.fr],
        'Bonjour,\nJe suis en congés du 1er au 6 décembre. Je prendrai connaissance de votre message à mon retour.\n',
      ),
  },
  {
    name: 'received, no mark but the words',
    language: 'fr',
    own: undefined,
    write: () =>
      asText(
        [re.fr],
        'Bonjour,\nNous avons bien reçu votre message et vous répondrons sous 5 jours.\nCeci est un message automatique, merci de ne pas y répondre.\n',
      ),
  },
  {
    name: 'a bounce by Postfix',
    language: 'en',
    own: undefined,
    write: () => ({
      headers: [
        'From: MAILER-DAEMON@mx.example.org',
        'Subject: Undelivered Mail Returned to Sender',
        'Auto-Submitted: auto-replied',
        'MIME-Version: 1.0',
        'Content-Type: multipart/report; report-type=delivery-status; boundary="r"',
      ],
      body: status('r', 'I could not deliver your message. 5', 'delivery-status', 'Status: 5.1.1'),
    }),
  },
  {
    name: 'a bounce by Exchange',
    language: 'fr',
    own: undefined,
    write: () => ({
      headers: [
        'Subject: =?utf-8?Q?Non_remis=C2=A0:_Un_conseil?=',
        'MIME-Version: 1.0',
        'Content-Type: multipart/report; report-type=delivery-status; boundary="r"',
        'X-MS-Exchange-Message-Is-Ndr:',
      ],
      body: status('r', 'Votre message n’a pas été remis. 5', 'delivery-status', 'Status: 5.4.1'),
    }),
  },
  {
    name: 'a bounce by Exim, no report',
    language: 'en',
    own: undefined,
    write: () =>
      asText(
        ['Subject: Mail delivery failed: returning message to sender', 'X-Failed-Recipients: tips@backbeat.example'],
        'A message that you sent could not be delivered. 5',
      ),
  },
  {
    name: 'a bounce by its subject',
    language: 'fr',
    own: undefined,
    write: () => asText(['Subject: Échec de remise : Un conseil'], 'Le message n’a pas été remis. 5'),
  },
  {
    name: 'a read receipt (MDN)',
    language: 'en',
    own: undefined,
    write: () => ({
      headers: [
        'Subject: Read: A tip for your back',
        'MIME-Version: 1.0',
        'Content-Type: multipart/report; report-type=disposition-notification; boundary="r"',
      ],
      body: status(
        'r',
        'Your message was read on 5.',
        'disposition-notification',
        'Disposition: manual-action/MDN-sent-manually; displayed',
      ),
    }),
  },
  {
    name: 'a read receipt of Outlook, no report',
    language: 'en',
    own: undefined,
    write: () =>
      asText(
        ['Subject: Read: A tip for your back'],
        'Your message \n\n   To: Ana Diaz\n   Subject: A tip for your back\n   Sent: Tuesday, November 24, 2026 9:00:00 AM\n\n was read on Tuesday, November 24, 2026 9:05:00 AM.',
      ),
  },
  {
    name: 'a read receipt of Outlook in French, no report',
    language: 'fr',
    own: undefined,
    write: () =>
      asText(
        ['Subject: Lu : Un conseil pour votre dos'],
        'Votre message \n\n   À : Ana Diaz\n   Objet : Un conseil\n   Envoyé : mardi 24 novembre 2026 09:00:00\n\n a été lu le mardi 24 novembre 2026 09:05:00.',
      ),
  },
  {
    name: 'a confirmation of reading, French',
    language: 'fr',
    own: undefined,
    write: () =>
      asText(
        ['Subject: Accusé de réception : Un conseil pour votre dos'],
        'Ceci est un accusé de réception pour le message envoyé le 24. Cet accusé de réception confirme que le message a été affiché.',
      ),
  },
  {
    name: 'a calendar’s reply in two parts',
    language: 'en',
    own: undefined,
    write: () => ({
      headers: [
        'Subject: Accepted: Physio @ Tue Nov 24, 2026 5pm',
        'MIME-Version: 1.0',
        'Content-Type: multipart/mixed; boundary="c"',
      ],
      body: multipart(
        'c',
        alternative(
          'd',
          part(utf8, '7bit', 'Ana Diaz has accepted this invitation.\n\nPhysio, room 5'),
          part('text/calendar; charset="UTF-8"; method=REPLY', '7bit', calendar),
        ),
        part('application/ics; name="invite.ics"', 'base64', calendar),
      ),
    }),
  },
  {
    name: 'a calendar’s reply alone',
    language: 'fr',
    own: undefined,
    write: () => ({
      headers: [
        'Subject: =?utf-8?Q?Accept=C3=A9=C2=A0:_Kin=C3=A9_5?=',
        'MIME-Version: 1.0',
        'Content-Type: text/calendar; charset=utf-8; method=REPLY',
      ],
      body: calendar,
    }),
  },
  {
    name: 'who asks senders to prove themselves',
    language: 'fr',
    own: undefined,
    write: () =>
      asText(
        ['Subject: Re: Un conseil pour votre dos'],
        'Bonjour,\nMa messagerie est protégée par Mailinblack. Pour que votre message me soit remis, cliquez sur ce lien pour vous authentifier : https://example.org/5\nCeci est un message automatique.',
      ),
  },
];

/** The mail as bytes that arrive. */
export const rawOf = ({ headers, body }: ReturnType<WholeMail['write']>): string => {
  const from = headers.some((line) => /^from:/i.test(line)) ? [] : ['From: Ana Diaz <ana@example.org>'];
  return [...from, `To: Backbeat <${mailto}>`, 'Message-ID: <1@test.example>', ...headers, '', body].join('\r\n');
};
