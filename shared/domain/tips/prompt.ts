/**
 * What may come in place of a day's tip. It takes that tip's claim, so that nobody gets two unasked messages on one
 * local date. `nudge`: a question after a week of silence. `fewer`, `fewest`: four tips a week come from now on, or
 * one. `goodbye`: none do. `ease`: the remaining tips ask for an effort, and wait while their pain is well above their
 * usual. `summary`: they have had the whole programme; how it went, and what they want next. `weekly`: how their week
 * was, and a question about what they could do.
 */
export const prompts = ['nudge', 'fewer', 'fewest', 'goodbye', 'ease', 'summary', 'weekly'] as const;

/** What comes in place of a tip. */
export type Prompt = (typeof prompts)[number];

/** The kinds of unasked messages by which a provider knows them; its receipts name them again. */
export const dayMessageKinds = ['tip', 'nudge', 'goodbye', 'summary', 'weekly'] as const;

/** The kind of an unasked message. */
export type DayMessageKind = (typeof dayMessageKinds)[number];

/** The kind of a day's message. */
export const dayMessageKind = (prompt: Prompt | undefined): DayMessageKind => {
  switch (prompt) {
    case undefined:
      return 'tip';
    case 'goodbye':
    case 'summary':
    case 'weekly':
      return prompt;
    case 'nudge':
    case 'ease':
    case 'fewer':
    case 'fewest':
      return 'nudge';
  }
};

const kinds: ReadonlySet<string> = new Set(dayMessageKinds);

/** Whether a receipt's message was a day's: a tip, or what came in its place. */
export const isDayMessage = (kind: string): boolean => kinds.has(kind);
