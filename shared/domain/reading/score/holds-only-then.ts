import type { NumberSpan } from './read-numbers.ts';
import type { ScoreText } from './score-text.ts';

/** Movements of a moment. What hurts during one does not tell how the back is; "lifting boxes all day" does. */
const movement =
  /^(?:getting|bending|coughing|sneezing|reaching|rolling|turning|twisting|leaning|straightening|crouching|stooping|penchant|baissant|toussant|eternuant|retournant|tournant|relevant|levant|pliant|tordant|etirant|sortant|accroupissant)$/;
/** Words behind "getting" and its like that make no movement of it: "getting there", "getting better", "turning out fine". */
const onTheWay =
  /^(?:there|better|worse|on|old|older|stronger|by|used|through|nowhere|somewhere|easier|harder|sick|tired|fed|to|a|an|my|the|his|her|out|warmer|colder|late|dark)$/;
const outOfWhat = /^(?:of|bed|the|my|a|car|chair)$/;
/** Words that tell of more than the moment. */
const lasting =
  /^(?:now|still|today|all|since|same|pareil|depuis|maintenant|aujourd|aujourdhui|auj|encore|toujours|toute|journee|tonight|currently|constant)$/;
const postures = /^(?:sat|lying|laid|laying|seated|assise?|allongee?|couchee?|debout|immobile)$/;
const ofPosture =
  /^(?:still|down|flat|up|here|back|at|in|on|the|my|a|au|bureau|desk|bed|lit|canape|sofa|couch|chair|chaise|dans|sur|le|un|une|mon)$/;

const at = (text: ScoreText, where: number): string => text.tokens[where]?.text ?? '';

const isMovement = (text: ScoreText, where: number): boolean => {
  const [word, next] = [at(text, where), at(text, where + 1)];
  if (!movement.test(word)) return false;
  if (word === 'getting' && next === 'out') return outOfWhat.test(at(text, where + 2));
  return !/^(?:getting|turning)$/.test(word) || !onTheWay.test(next);
};

const sentenceStart = (text: ScoreText, { from }: NumberSpan): number => {
  let start = from;
  while (start > 0 && text.tokens[start - 1]?.sentence === text.tokens[from]?.sentence) start -= 1;
  return start;
};
const sentenceEnd = (text: ScoreText, { from }: NumberSpan): number => {
  let end = from;
  while (text.tokens[end]?.sentence === text.tokens[from]?.sentence && end < text.tokens.length) end += 1;
  return end;
};

/** How many tokens lead to a movement where it has one of these words before it: "en toussant", "en me levant". */
const leadTo = (text: ScoreText, where: number, words: RegExp): number => {
  if (!words.test(at(text, where))) return 0;
  return /^(?:me|m|se|s)$/.test(at(text, where + 1)) ? 2 : 1;
};

/** Whether a movement follows the number: "8 getting out of bed", "9 en toussant". */
const isMovementBehind = (text: ScoreText, number: NumberSpan): boolean => {
  const next = number.to;
  return isMovement(text, next + leadTo(text, next, /^(?:en|when|while)$/));
};

/** Whether the sentence begins with a movement: "getting off the toilet its a 7", "en sortant de la voiture c'est un 7". */
const isMovementBefore = (text: ScoreText, number: NumberSpan): boolean => {
  const start = sentenceStart(text, number);
  const first = start + leadTo(text, start, /^en$/);
  return first < number.from && isMovement(text, first);
};

/** Whether a posture alone stands before the number: "sitting 4", "standing: 7". In "sitting at 6" the number is the pain's. */
const isBareState = (text: ScoreText, number: NumberSpan): boolean => {
  const between = text.tokens.slice(1, number.from);
  return (
    /^(?:sitting|standing|stood|walking|moving|driving|resting|marchant|bougeant)$/.test(at(text, 0)) &&
    between.every(({ kind, text: word }) => kind === 'mark' || /^(?:up|down|still|is|its|about|around)$/.test(word))
  );
};

/** Whether the text is a short posture and the number: "sat still 3", "assis au bureau 5". */
const isOfPosture = (text: ScoreText, number: NumberSpan): boolean => {
  if (number.from === 0 || number.from > 4 || number.to < text.tokens.length) return false;
  if (isBareState(text, number)) return true;
  if (!postures.test(at(text, 0))) return false;
  return text.tokens.slice(1, number.from).every((token) => ofPosture.test(token.text));
};

/**
 * Whether a number is said of a movement or a posture alone. It then leaves open how the back is, and is asked about,
 * because some people mean the whole day by it.
 */
export const holdsOnlyThen = (text: ScoreText, number: NumberSpan): boolean => {
  const words = text.tokens.slice(sentenceStart(text, number), sentenceEnd(text, number));
  if (isOfPosture(text, number)) return true;
  if (words.some((token) => lasting.test(token.text))) return false;
  return isMovementBehind(text, number) || isMovementBefore(text, number);
};

const instant = /^(?:secs?|seconds?|secondes?|instant|moment|split|minute|minutes|min|mins)$/;
const lasts = /^(?:for|pendant|durant|juste|just|during)$/;
const few =
  /^(?:a|an|one|two|three|few|couple|un|une|deux|trois|quelques|about|only|like|just|brief|split|maybe|1|2|3)$/;
/**
 * Whether the number held for a moment only: "for a second there it was a 10", "9 for about two seconds", "10 pendant deux
 * secondes".
 */
export const isOfAnInstant = (text: ScoreText, number: NumberSpan): boolean => {
  const [start, end] = [sentenceStart(text, number), sentenceEnd(text, number)];
  for (let where = start + 1; where < end; where += 1) {
    if (!instant.test(at(text, where))) continue;
    let before = where - 1;
    while (before > start && few.test(at(text, before))) before -= 1;
    if (before < where - 1 && lasts.test(at(text, before)) && (before >= number.to || where < number.from)) return true;
  }
  return false;
};
