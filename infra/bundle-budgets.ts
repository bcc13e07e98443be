/**
 * The most that each function's code may weigh, in KB of 1,000 bytes, what is loaded only when it is needed included.
 * The rest a cold start reads and compiles while somebody waits for an answer to a text. A change that needs more says
 * why when it raises the number.
 */
export const bundleBudgets = {
  // 13 are answers and tips in French, packed, here and in the three others that speak.
  // 11 part the writer's own words from footers, quotes and reactions, here and in the next two.
  'sms-inbound': 434,
  // 200 are all that we print, in both languages, loaded only to know it again in a quote above which little was written.
  'email-inbound': 991,
  'delivery-events': 243,
  'reconcile-inbound': 439,
  'schedule-tips': 234,
  // 31 more are the mails in French.
  'send-tips': 571,
  'erase-subscriber': 233,
  // 15 are the pages in French.
  web: 479,
} as const;
