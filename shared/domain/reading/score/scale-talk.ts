import type { NumberSpan } from './read-numbers.ts';
import type { ScoreText } from './score-text.ts';

const joins = /^(?:(?:c est|is|being|means|meaning|equals|would be|etant|ca veut dire|=) )?(?:the |le |la |as |a )?/;
const ends =
  /^(?:worst|pire|maximum|max|most|best|mieux|top|highest|lowest|agony|unbearable|insupportable|good end|bad end|bad one|good one|no pain|aucune douleur|pas de douleur|rien du tout|nothing|plus fort|plus mal)\b/;
const isEnd = (value: number | null): boolean => value === 10 || value === 0 || value === 1;

const wordsFrom = (text: ScoreText, from: number, count: number): string =>
  text.tokens
    .slice(from, from + count)
    .map((token) => token.text)
    .join(' ');

/** Whether the number explains an end of the scale and is nobody's pain: "10 being the worst", "10 c'est le pire". */
export const explainsScale = (text: ScoreText, number: NumberSpan): boolean => {
  if (!isEnd(number.value) || number.outOfTen) return false;
  const behind = wordsFrom(text, number.to, 7);
  const lead = joins.exec(behind)?.[0] ?? '';
  return lead.trim().includes(' ') || /^(?:is|being|means|equals|=) /.test(behind)
    ? ends.test(behind.slice(lead.length))
    : false;
};

const asksFirst =
  /^(?:est ce que?|what does|what is|whats|what would|does|how bad is|how much is|is that|c est quoi|quest ce que?|qu est ce que?|ca correspond a quoi|comment)\b/;
const asksBehind =
  /^(?:(?:ca|cela|c) )?(?:veut dire|signifie|correspond a|represente|est|vaut) (?:quoi|beaucoup c?|combien)\b|^(?:is|means|stands for) what\b|^mean\b/;

/**
 * Whether the meaning of the number is asked without a question mark: "what does 7 mean", "est-ce que 6 ça passe", "7 ça
 * veut dire quoi".
 */
export const asksWithoutSign = (text: ScoreText, number: NumberSpan): boolean => {
  let start = number.from;
  while (start > 0 && text.tokens[start - 1]?.sentence === text.tokens[number.from]?.sentence) start -= 1;
  const isNear = number.from - start <= 6;
  return (
    (isNear && start < number.from && asksFirst.test(wordsFrom(text, start, 4))) ||
    asksBehind.test(wordsFrom(text, number.to, 4))
  );
};
