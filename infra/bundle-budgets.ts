/**
 * The most that each function's code may weigh, in KB of 1,000 bytes, what is loaded only when it is needed included.
 * The rest a cold start reads and compiles while somebody waits for an answer to a text. A change that needs more says
 * why when it raises the number.
 */
export const bundleBudgets = {
  // 13 are answers and tips in French, packed, here and in the three others that speak.
  'sms-inbound': 440,
  'email-inbound': 812,
  'delivery-events': 256,
  'reconcile-inbound': 445,
  // 2 are every name of every zone and rules for ever in the table of clocks, here and wherever somebody's time is asked.
  'schedule-tips': 260,
  // 31 more are the mails in French.
  'send-tips': 590,
  'erase-subscriber': 253,
  // 15 are the pages in French.
  web: 498,
} as const;
