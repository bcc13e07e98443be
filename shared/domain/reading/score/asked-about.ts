import { isRequest } from './is-request.ts';
import type { NumberSpan } from './read-numbers.ts';
import type { Region } from './region.ts';
import { asksWithoutSign } from './scale-talk.ts';
import type { ScoreText } from './score-text.ts';

const predicates = /^(?:like|okay|ok|high|low|normal|good|bad|too|considered|when|the|best|worst|better|worse|right)$/;

/**
 * Whether the sentence asks in words, even without a question mark near the number: "est-ce que 6 c'est juste si je peux
 * travailler ?"
 */
const isAskedInWords = (text: ScoreText, number: NumberSpan, region: Region): boolean => {
  let at = number.from;
  while (at > 0 && text.tokens[at - 1]?.sentence === text.tokens[number.from]?.sentence) at -= 1;
  const words = [0, 1, 2].map((far) => text.tokens[at + far]?.text ?? '').join(' ');
  const asks = /^(?:est ce que?|does|do you|do i|whats?|why|how|pourquoi|comment|quand)\b/.test(words);
  // "C'est bien 6 qu'il faut mettre quand ça empêche de dormir ?"
  const asksWhich = text.tokens
    .slice(region.from, region.to)
    .some((token) => /^(?:faut|faudrait|dois|doit|should|supposed)$/.test(token.text));
  return (asks || asksWhich) && text.tokens.slice(region.from, region.to).some((token) => token.text === '?');
};

/**
 * Whether the sentence begins with a verb, as questions without their mark do: "is a 5 like when you can't sit still", "is
 * 10 the good end".
 */
const isVerbFirst = (text: ScoreText, number: NumberSpan): boolean => {
  const isBeside = number.from === 1 || (number.from === 2 && text.tokens[0]?.text === 'is');
  return text.tokens[0]?.text === 'is' && isBeside && predicates.test(text.tokens[number.to]?.text ?? '');
};

/** Whether a choice of what the number means follows it: "ten good or ten bad?", "10 c'est bien ou mal". */
const isChoice = (behind: readonly string[]): boolean =>
  /^(?:good|bad|best|worst|better|worse|high|low|great|terrible|bien|mal|bon|mauvais|mieux|pire|beaucoup|peu)$/.test(
    behind[0] ?? '',
  ) && /^(?:or|ou)$/.test(behind[1] ?? '');

/** Whether the question is what the number amounts to: "4 c'est beaucoup ?", "6 is that a lot?", "10 good or bad?" */
const isJudged = (text: ScoreText, number: NumberSpan): boolean => {
  const behind = text.tokens.slice(number.to, number.to + 10).map((token) => token.text);
  const lead = /^(?:c est|is (?:that|it|this)|its|est ce)/.exec(behind.slice(0, 3).join(' '))?.[0];
  const isAskedBehind = behind.includes('?');
  if (lead !== undefined && isAskedBehind) return true;
  return isAskedBehind && isChoice(behind);
};

/** Whether the question is for us: "I am at 5 and you?", "it was a 6 if you can still add it?" */
const asksUs = (text: ScoreText, at: number): boolean => {
  const [word, next] = [text.tokens[at]?.text ?? '', text.tokens[at + 1]?.text ?? ''];
  if (/^(?:and|et)$/.test(word)) return /^(?:you|u|vous|toi)$/.test(next);
  return /^(?:if|si)$/.test(word) && /^(?:you|u|ye|vous|tu)$/.test(next);
};

/** Whether a question mark closes the words of the number, and nothing else begins before it. */
const isClosedByQuestion = (text: ScoreText, number: NumberSpan, region: Region): boolean => {
  const isFirst = number.from === 0 || text.tokens[number.from - 1]?.sentence !== text.tokens[number.from]?.sentence;
  for (let at = number.to; at < Math.min(region.to, number.to + 8); at += 1) {
    const token = text.tokens[at];
    if (asksUs(text, at)) return false;
    if (token?.text === '?') return !isFirst || at - number.to <= 2;
    if (token?.kind === 'mark' || text.longestFrom(at, ['clause-start', 'right-now']) !== undefined) return false;
  }
  return false;
};

/** Whether a number is asked about rather than given: "is 6 high?", but not "6, why is it worse sitting?" */
export const isAsked = (text: ScoreText, number: NumberSpan, region: Region): boolean =>
  !isRequest(text, number) &&
  (isVerbFirst(text, number) ||
    isAskedInWords(text, number, region) ||
    isJudged(text, number) ||
    asksWithoutSign(text, number) ||
    isClosedByQuestion(text, number, region));
