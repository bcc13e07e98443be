/**
 * The most that each function's code may weigh, in KB of 1,000 bytes, what is loaded only when it is needed included.
 * The rest a cold start reads and compiles while somebody waits for an answer to a text. A change that needs more says
 * why when it raises the number.
 */
export const bundleBudgets = {
  'sms-inbound': 450,
  'email-inbound': 815,
  'delivery-events': 272,
  'reconcile-inbound': 446,
  'schedule-tips': 267,
  'send-tips': 570,
  'erase-subscriber': 263,
  // 15 of them are the pages in French, which only those load who read French.
  web: 524,
} as const;
