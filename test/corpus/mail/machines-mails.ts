import { alternative, asHtml, asText, multipart, part, re, utf8, type WholeMail } from './whole-mail.ts';

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
