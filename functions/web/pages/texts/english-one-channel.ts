import type { OtherWords } from './page-texts.ts';

/** Other words for a deployment that sends texts and no mail. */
export const byTextOnly: OtherWords = {
  'landing.lead': [[' by text or e-mail,', ' by text,']],
  'landing.cost': [[' E-mails cost nothing.', '']],
  'landing.privacy.0': [['your number or address', 'your number']],
  'landing.mailTitle': 'An example',
  'landing.mailRest': 'Read the rest',
  'form.address': 'Your mobile number',
  'form.addressHint': [[' A mailbox gets one mail to confirm.', '']],
  'form.errors.address': 'Please write a mobile number.',
  // A bot gets this page too.
  'mailSent.title': 'Now text us from your phone',
  'mailSent.text.0': 'The tips begin once you have texted us.',
  'mailSent.text.1': 'We never text a number that has not texted us first.',
  'unsubscribe.text.0': [[', by text or by mail', '']],
  'notFound.text.0': [['text or mail DIARY', 'text DIARY']],
  'pain.closed.text.0': [['Text or mail JOIN', 'Text JOIN']],
  'diary.empty': [['Text or mail us', 'Text us']],
  'settings.channelOne': 'Tips come by text here, and in no other way.',
  'privacy.sections.0.text.0': [['Your mobile number or e-mail address', 'Your mobile number']],
  'privacy.sections.0.text.1': [['Our mails have no tracking images and no tracked links, and this site', 'This site']],
  'privacy.sections.1.text.0': [[', e-mails through Amazon SES', '']],
  'privacy.sections.1.text.1': [['Text messages and e-mails', 'Text messages']],
  'privacy.sections.3.text.0': [
    [' A sign-up by e-mail that is never confirmed is deleted.', ''],
    [
      ' If a clinic has had you invited from its list, we keep under such a code that you were, and nothing else, so that it happens once.',
      '',
    ],
  ],
  'terms.sections.1.text.0': [
    [' will come, by text or e-mail;', ' will come;'],
    [' Every e-mail has an unsubscribe link.', ''],
  ],
  'terms.sections.4.text.0': [['a number or mailbox of your own', 'a number of your own']],
};

/** Other words for a deployment that sends mails and no text. */
export const byMailOnly: OtherWords = {
  'landing.lead': [[' by text or e-mail,', ' by e-mail,']],
  'landing.cost': 'Backbeat is free.',
  'landing.privacy.0': [['your number or address', 'your address']],
  'form.address': 'Your e-mail address',
  'form.addressHint': 'It gets one mail to confirm.',
  'form.terms': [[' Message and data rates may apply.', '']],
  'form.errors.address': 'Please write an e-mail address such as jo@example.org.',
  'unsubscribe.text.0': [[', by text or by mail', '']],
  'notFound.text.0': [['text or mail DIARY', 'answer DIARY to any of our mails']],
  'pain.closed.text.0': [['Text or mail JOIN', 'Answer JOIN to any of our mails']],
  'diary.empty': [['Text or mail us', 'Answer our mails with']],
  'settings.channelOne': 'Tips come by e-mail here, and in no other way.',
  'readers.clinic': [
    ['in place of your number', 'in place of your address'],
    ['If you text CLINIC YES', 'If you answer CLINIC YES'],
    [' They see your number only if you text CALL ME, for seven days.', ''],
  ],
  'privacy.sections.0.text.0': [['Your mobile number or e-mail address', 'Your e-mail address']],
  'privacy.sections.1.text.0': [
    [
      'Texts travel through Twilio and the mobile carriers, e-mails through Amazon SES. They process',
      'E-mails travel through Amazon SES. It processes',
    ],
    ['may keep their own delivery records', 'may keep its own delivery records'],
  ],
  'privacy.sections.1.text.1': [
    [
      'Text messages and e-mails are not encrypted from end to end: carriers and anybody who holds your phone',
      'E-mails are not encrypted from end to end: mailbox providers and anybody who opens your mailbox',
    ],
  ],
  'privacy.sections.2.text.0': [
    ['if you text CLINIC YES', 'if you answer CLINIC YES'],
    ['until you text CLINIC NO', 'until you answer CLINIC NO'],
    ['If you text RESEARCH YES', 'If you answer RESEARCH YES'],
    ['never your number, address,', 'never your address,'],
    [
      'Mobile numbers and the fact that you opted in to texts are not shared',
      'Addresses and the fact that you asked for mails are not shared',
    ],
  ],
  'privacy.sections.3.text.0': [
    ['under a code in place of your number', 'under a code in place of your address'],
    ['A sign-up by e-mail that', 'A sign-up that'],
  ],
  'terms.sections.0.text.0': [
    [
      ' Message and data rates may apply, depending on your plan. Carriers are not liable for delayed or undelivered messages.',
      '',
    ],
  ],
  'terms.sections.1.text.0': [
    [' will come, by text or e-mail;', ' will come;'],
    ['JOIN to {number} brings you back.', 'JOIN, as an answer to any of our mails, brings you back.'],
  ],
  'terms.sections.4.text.0': [
    ['a number or mailbox of your own', 'a mailbox of your own'],
    [' If somebody else gets your number, text STOP first.', ''],
  ],
};
