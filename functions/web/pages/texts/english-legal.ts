/** Who is told of what sounds dangerous, as it fills `{readers}` in the texts below. */
export const readers = {
  nobody:
    'When something you write sounds dangerous, you are answered at once with where to turn. Nobody is told of it, and nobody looks.',
  clinic:
    'When something you write sounds dangerous, you are answered at once with where to turn, and {clinic} is told that there was something, how soon it matters and when it came, under a code in place of your number; never what you wrote. They look {hours}. If you text CLINIC YES, they are also told when your pain is 2 points or more above your own mean for three days in a row. They see your number only if you text CALL ME, for seven days. We ask you once, with an answer to a score of yours, whether their clinicians may read your scores and notes; no answer means no.',
} as const;

/** The pages of plain paragraphs. `{contact}`, `{number}` and `{readers}` are filled in. */
export const privacy = {
  title: 'Privacy',
  lead: 'What Backbeat knows about you, where it is, and how to make it go away.',
  sections: [
    {
      title: 'What is stored',
      text: [
        'Your mobile number or e-mail address; your language, time zone and the hour of your tip; the pain scores and notes you send, with the day and the time; which tips you were sent and whether they arrived; what you agreed to, and when.',
        'What you write about your pain is health data. It is stored because you agreed to it, and only to keep your diary, to answer you and to choose your tips; for research only if you say so. We do not ask for your name. Our mails have no tracking images and no tracked links, and this site sets no cookies.',
      ],
    },
    {
      title: 'Where it is',
      text: [
        'In the Amazon Web Services account of the organisation that runs this service for you ({contact}), encrypted. Texts travel through Twilio and the mobile carriers, e-mails through Amazon SES. They process messages on our behalf and may keep their own delivery records for a while.',
        'Text messages and e-mails are not encrypted from end to end: carriers and anybody who holds your phone can read them. If that worries you, leave out details you would not want read.',
      ],
    },
    {
      title: 'Who gets it',
      text: [
        'Nobody but you reads your scores and notes, unless you say so: whoever you give your private link or your exported files to, and, if you text CLINIC YES, the clinicians of the organisation above, until you text CLINIC NO or STOP. Its staff see your settings, which tips you were sent and whether they arrived, and act for you if you ask them to; each such look is recorded. If you text RESEARCH YES, that organisation may give your scores, your answers to the weekly question, which tips came and on which day after you joined to researchers, under a code and with made-up dates, never your number, address, name or notes; people who know several of your scores could still pick yours out. RESEARCH NO or STOP ends it for whatever is given out later; what was given out before cannot be called back. We do not sell or rent anything about you. Mobile numbers and the fact that you opted in to texts are not shared with third parties or affiliates for their own purposes, marketing included. {readers}',
      ],
    },
    {
      title: 'How long',
      text: [
        'Until you erase it. STOP ends the messages and keeps the diary in case you come back. ERASE deletes the diary and the subscription; for two days we remember, under a code in place of your number, which tip you had last, so that you never get two on one day. Backups of the database run out within 35 days after that. For as long, we keep a list, under the same code, of who sent STOP, came back, or sent ERASE, so that a backup brings nobody back; then that is deleted too, with no copy left. A sign-up by e-mail that is never confirmed is deleted. If a clinic has had you invited from its list, we keep under such a code that you were, and nothing else, so that it happens once.',
      ],
    },
    {
      title: 'Your rights',
      text: [
        'Reply EXPORT for a link to all your data, in files that people and programs can read. FIX and UNDO correct it. ERASE deletes it. STOP withdraws your agreement to messages. All of these work at once and without giving a reason.',
        'You can also write to {contact}, and complain to the data protection authority where you live.',
      ],
    },
  ],
} as const;

/** The terms, in English. */
export const terms = {
  title: 'Terms',
  lead: 'The whole agreement, in plain words.',
  sections: [
    {
      title: 'What you get',
      text: [
        'Backbeat is a programme of daily back-pain tips with a pain diary. It sends at most one message a day plus answers to what you write. Backbeat itself is free. Message and data rates may apply, depending on your plan. Carriers are not liable for delayed or undelivered messages.',
      ],
    },
    {
      title: 'How to stop, and how to get help',
      text: [
        'Reply STOP to any message and no more will come, by text or e-mail; END, QUIT, CANCEL, UNSUBSCRIBE or your own words do the same. Every e-mail has an unsubscribe link. Reply HELP, or write to {contact}, for help. JOIN to {number} brings you back.',
      ],
    },
    {
      title: 'Not an emergency service',
      text: [
        'No person reads what you write as it comes in. Call your emergency number (112, 911 or 999; 000 in Australia) at once if you lose feeling between your legs, cannot pass urine, lose control of bladder or bowel, have weakness in both legs, chest pain, or were in a serious accident. See a doctor the same day if your back pain comes with a fever, feeling unwell, weight loss you cannot explain, a past cancer, or a fall with weak bones. {readers}',
      ],
    },
    {
      title: 'Not medical advice',
      text: [
        'The tips are general information for adults. They do not know you and replace no doctor or physiotherapist. If a tip hurts, stop doing it. If pain is severe, new after a fall, comes with fever, or does not get better, see a clinician.',
      ],
    },
    {
      title: 'Your side',
      text: [
        'Sign up only with a number or mailbox of your own. If somebody else gets your number, text STOP first. Agreeing to be messaged is not a condition of any treatment or purchase.',
      ],
    },
  ],
} as const;
