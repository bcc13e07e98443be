/**
 * The most that each function's code may weigh, in KB of 1,000 bytes. A cold start reads and compiles all of it, while
 * somebody waits for an answer to a text. A change that needs more says why when it raises the number.
 */
export const bundleBudgets = {
  'sms-inbound': 450,
  'email-inbound': 830,
  'delivery-events': 300,
  'reconcile-inbound': 450,
  'schedule-tips': 300,
  'send-tips': 620,
  'erase-subscriber': 310,
  web: 560,
} as const;
