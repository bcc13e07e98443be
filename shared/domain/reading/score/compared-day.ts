import type { ScoreText } from './score-text.ts';

const ours =
  /^(?:text|texts|message|messages|msg|sms|question|one|number|score|answer|reply|entry|rating|reading|pain|was|is)$/;
/** "Yesterday's gardening", "le jardinage d'hier": a thing of that day, whose number is today's. */
const isDayOfThing = (text: ScoreText, at: number): boolean => {
  const [token, next] = [text.tokens[at], text.tokens[at + 1]];
  if (/^(?:yesterdays|ydays)$/.test(token?.text ?? ''))
    return next?.kind === 'word' && next.text.length > 4 && !ours.test(next.text);
  const [two, one] = [text.tokens[at - 2], text.tokens[at - 1]];
  return (
    token?.text === 'hier' &&
    one?.text === 'd' &&
    two?.kind === 'word' &&
    !/^(?:note|score|douleur|chiffre|celle|celui|case|mal|soir|pour|niveau|reponse)$/.test(two.text)
  );
};

/** They make a day what a number is compared with, or the cause of it: "same as yesterday", "after Monday's walk". */
export const isCompared = (text: ScoreText, at: number): boolean => {
  if (isDayOfThing(text, at)) return true;
  for (let before = at; before > Math.max(0, at - 5); before -= 1) {
    // "Put me down as 3 for last night": the number stands between.
    if (text.tokens[before - 1]?.kind === 'mark' || text.numberAt(before - 1) !== undefined) return false;
    // "The text from yesterday" is what was not answered.
    const isOurs = /^(?:text|texts|message|messages|msg|sms|question|one|number|score|answer|reply)$/.test(
      text.tokens[before - 2]?.text ?? '',
    );
    if (!isOurs && text.endsAt(before, 'compared') !== undefined) return true;
  }
  return false;
};
