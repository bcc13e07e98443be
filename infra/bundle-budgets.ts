/**
 * The most that each function's code may weigh, in KB of 1,000 bytes, including what is loaded only when it is needed.
 * The rest a cold start reads and compiles while somebody waits for an answer to a text. A change that needs more says
 * why when it raises the number.
 */
export const bundleBudgets = {
  // 8 are the prompts to silent people and at the programme's end, in functions that answer replies; in those that
  // send, 12.
  // 13 are answers and tips in French, packed, here and in the three others that speak.
  // 11 part the writer's own words from footers, quotes and reactions, here and in the next two; 5 are ranges of numbers that
  // cost somebody; 9 tell numbers that nobody gave, name a clock by its distance from Greenwich, and read an address; 245 are the lexicons of both
  // languages, packed, 69 the second opinion, 55 the topics, some 150 the deciders. The aim stays 450: docs/roadmap.md.
  // 4 put red flags onto the clinic's worklist, here and in the others that hear people; erase-subscriber takes them off.
  // 4 ask about the week and read the answer, here and wherever people are heard or sent to; 1 more tells a flare from the
  // diary; 2 read, look up and answer the code on a clinic's card, here and in the next three, and in web; 1 hears CALL ME and
  // TIME in words; 1 asks once whether the clinic may read; 2 say what may be given
  // to researchers, here and wherever something is said; 6 tell whose and which day's a number is, slips of a spelled one,
  // and sayings; 5 are what is said otherwise where there are mails and no texts, here and wherever something is said, and
  // which channels there are.
  // 3 are second and third wordings of what supports somebody, here and wherever something is said.
  // 5 set a goal, ask about it and read the answer, here and wherever people are heard or sent to; web has its form as well.
  // 18 are the second programme, its 16 tips as texts in both languages, the choice of it and its minutes, here and in the next
  // two; 60 with the mails of them, in email-inbound, which knows again what we print, and in send-tips; 2 know of it elsewhere.
  // 25 are the finer second opinion, and its fourth model.
  // 1 takes a phone out of an enrolment that is being erased under a mailbox's name, here and in reconcile-inbound.
  // 5 tell whose a number is by who does what, and words of one language from those of the other spelled alike, wherever people are heard.
  // 26 join signs of danger from their parts; 9 name everybody a number may belong to, wherever people are heard.
  // 7 choose an activity of one's own, ask about it and tell its answer in three wordings, in both languages, wherever people are
  // heard or sent to; 1 of them tells where WALK is asked for, and what fewer messages there are; web has its form and chart as well.
  // 5 are lists of danger, despair and violence in parts, and the everyday words that tell a text's language, wherever replies are read.
  // 2 are models that have read the newest corpora.
  // 1 hears that somebody does not smoke, and tells a tip that has no relative left, wherever people are heard.
  'sms-inbound': 1046,
  // 200 are all that we print, in both languages, loaded only to know it again in a quote above which little was written;
  // 1 judges a mail that is handed in late; 1 knows whose enrolment is erased, here and in erase-subscriber.
  // 2 say the answers as mail does, set French as print does, and answer MORE with all of a tip.
  'email-inbound': 1656,
  // 1 is the reader of the staff page's settings, here and elsewhere: all are read by one table.
  // 1 is what somebody lets others do, packed into one text, here and wherever profiles are read or written.
  'delivery-events': 268,
  'reconcile-inbound': 1052,
  // 2 are every name of every zone and rules for ever in the table of clocks, here and wherever somebody's time is asked.
  'schedule-tips': 267,
  // 12 are the client of SNS; profiles are read of those whose pain is worse, who may have said CLINIC NO since.
  // 1 is what a red flag is called in French, too.
  'alert-clinic': 280,
  // 80 are the client of S3, which signs and reads streams whether or not it is used.
  'keep-ledger': 336,
  'keep-tallies': 262,
  // 31 more are the mails in French.
  // 1 sets what a mail says in French as print does, and links whom to turn to.
  // 1 are the buttons of the weekly mail; 1 more wordings.
  'send-tips': 727,
  'erase-subscriber': 278,
  // 25 share a sheet for a visit, 14 are the settings, 10 what is held; 20 are the pages in French; 360 read and answer the
  // words of a form as those of a text, loaded by the first that is posted. 940 make a PDF and 480 are its fonts, 81 a workbook,
  // each loaded by who asks for one; 16 tell somebody what becomes of their tips, and why; 2 pack what is sent; 5 more are the
  // words of pages that speak of one channel.
  // 13 are the example on the start page, in both languages, and the words of mails around it.
  // 1 is what a whole diary comes to; 10 set all of it as a document of many pages, 3 of them its words in both languages.
  web: 2852,
  // 1 are the texts of an activity, which a preview prints.
  // 27 are the client of OpenID Connect, loaded by who signs in; 85 the card of a code, in the words of the pages in both
  // languages, loaded by who prints one, 5 of them what pages of one channel say otherwise. 150 are lists of people (the client of
  // SES and its address reader, the sign-up, CSV), loaded by who brings one; 9 what failed; 40 all that the desk says in French.
  // 2 are the words of the start page, which come with those of the card; 2 those of a diary as a document.
  // 340 are what is taken out and looked at, loaded by who asks: the tips as mails in both languages (180), their frame (34), the tips
  // as texts and the messages around them (62), what sends them and signs their links (38), the month's report (15), ZIP (9).
  // 2 are the programme of a code.
  desk: 1122,
} as const;
