import type { Decision } from './conversation.ts';

/**
 * The decision without the reply's words: the page records that there was a reply, and its score, but none of its
 * words.
 */
export const withoutWords = (decision: Decision): Decision => {
  if (decision.event === undefined) return decision;
  const { note: _words, asks: _question, ...event } = decision.event;
  // An activity without its words would mean walking, and a goal without its words nothing, so both are stored as a plain command.
  const isOfWords =
    event.kind === 'note' ||
    event.kind === 'goal' ||
    (event.kind === 'function' && event.reach === undefined && event.minutes === undefined);
  return { ...decision, event: isOfWords ? { ...event, kind: 'command' } : event };
};
