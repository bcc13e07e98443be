import { diaryPages } from './english-diary.ts';
import { helpedPages } from './english-helped.ts';
import { privacy, readers, terms } from './english-legal.ts';
import { settingsPages } from './english-settings.ts';
import { visitPages } from './english-visit.ts';
import { week } from './english-week.ts';

/** Every word on the web pages. `{names}` are filled in by `fill`. Another language is another object of this shape. */
export const english = {
  lang: 'en',
  brand: 'Backbeat',
  tagline: 'One small back-pain tip a day',
  skip: 'Skip to the content',
  languages: { title: 'Language of this page', names: { en: 'English', fr: 'Français' } },
  privacy,
  terms,
  readers,
  footer: {
    note: 'Backbeat is not medical advice and not an emergency service. In an emergency call your local emergency number.',
    home: 'Start page',
    privacy: 'Privacy',
    terms: 'Terms',
  },
  landing: {
    title: 'One small thing for your back, every day',
    lead: 'Backbeat sends you one short tip a day, by text or e-mail, at the hour you choose. Answer with a number from 0 to 10 and you have a pain diary that you can show to your doctor or physiotherapist.',
    promise: 'No app. No account. No password.',
    textUs: 'Text JOIN to {number}',
    textUsTerms:
      'By texting JOIN you ask Backbeat for one tip a day plus answers to what you write. Message and data rates may apply. Reply HELP for help, STOP to end.',
    orForm: 'or use the form below',
    chatTitle: 'An example: a tip, an answer, and what comes back',
    chatYou: 'You:',
    chatScore: 'PAIN 4 after gardening',
    mailTitle: 'An example: the same tip by e-mail',
    mailRest: 'Read the rest of this mail',
    whoTitle: 'Who is behind it',
    who: 'The people who run this service answer here: {contact}.',
    whoClinic: 'They work together with {clinic}.',
    costTitle: 'What it costs',
    cost: 'Backbeat is free. Your phone plan may count the texts: message and data rates may apply. E-mails cost nothing.',
    privacyTitle: 'What becomes of what you write',
    privacy: [
      'We keep your number or address, when and in which language your tips come, and the scores and notes that you send; no name, no cookie, no tracker.',
      'Nobody but you reads your scores and notes unless you say so.',
      'EXPORT gives you all that is kept, and ERASE deletes it, at once and without a reason.',
    ],
    privacyMore: 'All about privacy',
    stepsTitle: 'How it works',
    steps: [
      {
        title: 'A tip a day',
        text: 'Something small to try or to know, never two on one day, never at night. Thirty-six approaches, each weighed against the evidence.',
      },
      {
        title: 'A number when you like',
        text: 'Answer PAIN 6, or just 6, with a note if you want. Wrong? FIX 5 corrects it, UNDO takes it back.',
      },
      {
        title: 'A page for your visit',
        text: 'DIARY sends you a private link: how the pain went, in a chart and a table, to print or to download.',
      },
      {
        title: 'You stay in charge',
        text: 'PAUSE 7 for a week of quiet. STOP ends the messages at once. ERASE deletes everything.',
      },
    ],
  },
  form: {
    title: 'Start',
    address: 'Your mobile number or e-mail address',
    addressHint: 'We will not text your number: you will be shown how to text us. A mailbox gets one mail to confirm.',
    time: 'When should the tip come?',
    zone: 'A big city in your time zone',
    zoneHint: 'For example Chicago, or Paris.',
    zoneWhich: 'Which one do you mean?',
    language: 'Language of the tips',
    code: 'Code on your clinic’s card',
    codeHint: 'Leave it empty if you have none.',
    consentTitle: 'Your agreement',
    consent:
      'I agree that Backbeat stores what I write about my pain. This is health data; it is used only to keep my diary and to choose my tips. I can take this back at any time.',
    terms:
      'Backbeat sends at most one message a day plus answers to what you write. Message and data rates may apply. Reply HELP for help, STOP to end, ERASE to delete everything. Nothing else depends on your agreement.',
    readMore: 'Before you start:',
    submit: 'Start',
    trap: 'Leave this empty',
    problem: 'Something is missing or not quite right. Please look at what is marked.',
    errors: {
      address: 'Please write an e-mail address such as jo@example.org, or a mobile number.',
      time: 'Please choose a time between 8 in the morning and 8 in the evening.',
      zone: 'We could not place that for sure. Please write a big city near you, such as Chicago or Paris.',
      language: 'Please choose a language.',
      code: 'Please write the code as it stands on the card, such as KNEE7, or leave this empty.',
      consent: 'We may only keep your diary if you agree to it here.',
    },
  },
  mailSent: {
    title: 'Look in your mailbox',
    text: [
      'If that address can be signed up, a mail is on its way to it. Press the button in it, and the tips begin.',
      'Nothing there in a few minutes? Look among the spam. One mailbox is asked three times a day at most: after that, try again tomorrow.',
    ],
  },
  signUpsFull: {
    title: 'Too many sign-ups at the moment',
    text: [
      'So many mails have been asked for here in the last hour that we send no more for now. Nothing was stored.',
      'Please try again at {time}.',
    ],
  },
  textUs: {
    title: 'Now text us from your phone',
    lead: 'We never text a number that has not texted us first. So the last step is yours:',
    button: 'Text {word} to {number}',
    whichHour:
      'Your tip then comes at {time} by the clock of the place your number is from. Living elsewhere? Text ZONE and your city. TIME 7:30pm changes the hour.',
    qrTitle: 'Reading this on a computer?',
    qrText: 'Point your phone’s camera at this square: it opens a text with {word} in it.',
    qrLabel: 'QR code that opens a text message to {number} with the word {word}',
    terms:
      'At most one message a day plus answers to what you write. Message and data rates may apply. Reply HELP for help, STOP to end.',
  },
  confirm: {
    title: 'Start your daily tips?',
    // Where the code has them begin with another programme, which need not be daily.
    titleOther: 'Start your messages?',
    text: ['One press, and your first message comes at the hour you chose.'],
    wish: 'Tips would come at {time}, by the clock of {zone}.',
    through: 'You come through {clinic}. For questions: {contact}.',
    begins: 'You begin with {name}.',
    codeUnknown: 'We do not know the code {code}, or it has ended. You can start all the same, just not through it.',
    button: 'Yes, start',
    byPhone:
      'A phone whose number ends in ••{asker} asked for this. Whoever has that phone will be able to read this diary and to write in it. Go on only if that phone is yours.',
    byMailbox:
      'The mailbox {asker} asked for this. Whoever has that mailbox will be able to read this diary and to write in it. Go on only if that mailbox is yours.',
    shareTitle: 'Share your diary?',
    share:
      'You have a diary already. All that is in it, and all that you write from now on, will be open to them as well.',
    shareButton: 'Yes, that is me: share my diary',
    doneTitle: 'You are in',
    next: 'The next tip comes {date} at {time}, by the clock of {zone}.',
    toDiary: 'Open your diary',
    usedTitle: 'This link has been used',
    used: 'You are in already: nothing is left to press. To see your diary, answer DIARY to any of our messages.',
    done: [
      'Answer it with a number from 0 to 10 to keep your diary.',
      'STOP as an answer, or the link at the foot of every mail, ends it at any time.',
    ],
    bothTitle: 'You have two diaries',
    both: [
      'This mailbox and your phone each have a diary already, and we do not mix them.',
      'Decide which one you want to keep. Text or mail ERASE from the other one and confirm it, then ask for this link again: text EMAIL and your address.',
    ],
  },
  unsubscribe: {
    title: 'Stop all messages?',
    text: ['No more tips, by text or by mail. Your diary stays until you erase it.'],
    button: 'Yes, stop',
    doneTitle: 'Done: no more messages',
    done: ['You are unsubscribed. Answer JOIN to any of our messages if you ever want to come back.'],
  },
  ...diaryPages,
  week,
  ...visitPages,
  ...helpedPages,
  ...settingsPages,
  notFound: {
    title: 'There is nothing here',
    text: [
      'The link may be incomplete, or it was only meant to work for a while. Ask for a new one: text or mail DIARY.',
    ],
  },
  failed: {
    title: 'That did not work',
    text: ['The fault is ours, and we have been told. Please try again in a few minutes.'],
  },
  tooLarge: {
    title: 'That was too much',
    text: ['The form you sent is larger than this page takes. Please go back and shorten it.'],
  },
} as const;
