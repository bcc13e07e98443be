/**
 * The most that each function's code may weigh, in KB of 1,000 bytes, what is loaded only when it is needed included.
 * The rest a cold start reads and compiles while somebody waits for an answer to a text. A change that needs more says
 * why when it raises the number.
 */
export const bundleBudgets = {
  'sms-inbound': 450,
  // 30 are the answers and tips in French, which only those load who speak it.
  'email-inbound': 838,
  'delivery-events': 272,
  // 30 are French here too.
  'reconcile-inbound': 476,
  'schedule-tips': 267,
  // 167 are French: its mails are longer than its texts.
  'send-tips': 726,
  'erase-subscriber': 263,
  web: 503,
} as const;
