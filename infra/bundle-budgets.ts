/**
 * The most that each function's code may weigh, in KB of 1,000 bytes, including what is loaded only when it is needed.
 * The rest a cold start reads and compiles while somebody waits for an answer to a text. Above each number stands what
 * weighs most in it; a commit that needs more says why in its message.
 */
export const bundleBudgets = {
  // What reads a text: the lexicons of both languages, the deciders (and in what words each says how often messages come), the
  // classes of games that have points of their own (1), the second opinion, the topics; and the places of the world, 245 here and below, loaded only by who names one. The aim
  // stays 450
  // (docs/roadmap.md).
  'sms-inbound': 1366,
  // The same, a reader of mails, the marks of machines' (3), and all that we print, to know it again in a quote.
  'email-inbound': 1981,
  // The client of DynamoDB, the zones' table and the readers of zod: every function's least.
  'delivery-events': 269,
  // What reads a text.
  'reconcile-inbound': 1371,
  // The least.
  'schedule-tips': 268,
  // The least, and the client of SNS.
  'alert-clinic': 281,
  // The least, and the client of S3, which signs and reads streams whether or not it is used.
  'keep-ledger': 337,
  // The least.
  'keep-tallies': 263,
  // The tips of both programmes as texts and as mails, and the words of an invitation, in both languages.
  'send-tips': 736,
  // The least.
  'erase-subscriber': 279,
  // What makes a PDF and its fonts (Devanagari 92, order from the right 12), loaded by who asks for one; what reads a text, by who posts words; pages in French.
  web: 3273,
  // Lists of people, previews of tips, the card of a code, the client of OpenID Connect, how every country writes its numbers
  // (128): each loaded by who asks for it. In what words people, codes and faults of delivery are told, in both languages (16).
  desk: 1511,
} as const;
