/**
 * What is said in place of a day's tip: it takes that tip's claim, so that nobody gets two messages unasked on one local
 * date. `nudge`: a question after a week of silence. `fewer`, `fewest`: that four tips a week come from now on, or one.
 * `goodbye`: that none do. `ease`: that the tips which are left ask for an effort, and wait while their pain is well above their
 * usual. `summary`: that they have had the whole programme, what it came to, and what they want next. `weekly`: how their week was, and a
 * question about what they could do.
 */
export const prompts = ['nudge', 'fewer', 'fewest', 'goodbye', 'ease', 'summary', 'weekly'] as const;

export type Prompt = (typeof prompts)[number];

/** What a message of ours that nobody asked for is called towards a provider, whose receipts bring it back. */
export const dayMessageKinds = ['tip', 'nudge', 'goodbye', 'summary', 'weekly'] as const;

export type DayMessageKind = (typeof dayMessageKinds)[number];

/** What the message of a day is called. */
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

/** Whether a message that a receipt is about was that of a day: a tip, or what came in its place. */
export const isDayMessage = (kind: string): boolean => kinds.has(kind);
