/**
 * The most that each function's code may weigh, in KB of 1,000 bytes, what is loaded only when it is needed included.
 * The rest a cold start reads and compiles while somebody waits for an answer to a text. A change that needs more says
 * why when it raises the number.
 */
export const bundleBudgets = {
  // 13 are answers and tips in French, packed, here and in the three others that speak.
  // 11 part the writer's own words from footers, quotes and reactions, here and in the next two; 5 are ranges of numbers that
  // cost somebody; 245 are the lexicons of both
  // languages, packed, 48 the second opinion, 55 the topics, some 150 the deciders. The aim stays 450: docs/roadmap.md.
  'sms-inbound': 890,
  // 200 are all that we print, in both languages, loaded only to know it again in a quote above which little was written.
  'email-inbound': 1455,
  'delivery-events': 256,
  'reconcile-inbound': 896,
  // 2 are every name of every zone and rules for ever in the table of clocks, here and wherever somebody's time is asked.
  'schedule-tips': 260,
  // 31 more are the mails in French.
  'send-tips': 620,
  'erase-subscriber': 253,
  // 25 share a sheet for a visit, 14 are the settings, 10 what is held; 20 are the pages in French; 360 read and answer the
  // words of a form as those of a text, loaded by the first that is posted.
  web: 1140,
} as const;
