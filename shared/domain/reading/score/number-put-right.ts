import type { NumberSpan } from './read-numbers.ts';
import type { ScoreText } from './score-text.ts';

/** Why one of several numbers was not meant. */
export type Wrong = 'denied' | 'echo' | 'sent' | 'was-wrong';

const denial = /^(?:not|no|nope|never|pas|non|nan|naw|pa|ni)$/;
const small = /^(?:a|an|the|le|la|un|une|de|du|c|est|its|it|is|and|et|but|mais|at)$/;

/** Whether only a no stands between two numbers: "5 pas 6", "3 and not 8", "c'est 6 pa 66". */
const isDenied = (text: ScoreText, number: NumberSpan): boolean => {
  let at = number.from - 1;
  while (at >= 0 && number.from - at <= 3 && small.test(text.tokens[at]?.text ?? '')) at -= 1;
  return denial.test(text.tokens[at]?.text ?? '');
};

/** Whether the number is replaced by another: "5 instead of 8", "8 au lieu de 3". */
const insteadAt = (text: ScoreText, number: NumberSpan): boolean => {
  const [three, two, one] = [-3, -2, -1].map((far) => text.tokens[number.from + far]?.text ?? '');
  const joined = `${three} ${two} ${one}`;
  return (
    /\b(?:instead of|rather than|au lieu d[eu]|a la place d[eu])$/.test(joined) ||
    / instead of (?:a|an|the)$/.test(joined)
  );
};

/** Whether a number is a slip of the thumb for another: 44 for 4, 66 for 6, 10 for 1, sixty for six. */
const isEcho = (number: NumberSpan, others: readonly NumberSpan[]): boolean => {
  const { whole } = number;
  if (whole === null || whole <= 10) return false;
  return others.some(
    ({ value }) => value !== null && (whole === value * 11 || whole === value * 10 || whole === value * 111),
  );
};

const wrote =
  /^(?:typed|wrote|sent|put|entered|heard|hit|pressed|gave|texted|logged|keyed|tapped|said|tape|ecrit|envoye|mis|saisi|note|marque|entendu|compris|appuye)$/;
const writers = /^(?:i|ai|a|avais|as|phone|it|he|she|j|thing|typing|tel|telephone)$/;

/** Whether the number is what was sent: "I typed 9", "j'ai mis 8", "the phone heard nine". */
const isSent = (text: ScoreText, number: NumberSpan): boolean => {
  for (let at = number.from - 1; at >= Math.max(0, number.from - 4); at -= 1) {
    const token = text.tokens[at];
    if (token === undefined || token.kind === 'mark') return false;
    if (!wrote.test(token.text)) continue;
    return [1, 2, 3].some((far) => writers.test(text.tokens[at - far]?.text ?? ''));
  }
  return false;
};

/** Whether the number is called wrong: "the 9 I sent", "that 8 was wrong", "my 4 from this morning", "disregard the 7". */
const isCalledWrong = (text: ScoreText, number: NumberSpan): boolean => {
  const words = [0, 1, 2, 3].map((far) => text.tokens[number.to + far]?.text ?? '').join(' ');
  if (
    /^(?:(?:that |which )?i (?:sent|put|gave|typed|wrote)|(?:was|is) (?:wrong|a mistake|a typo|not right)|que j ai|from (?:this|earlier|before)|de (?:ce|tout|tantot))/.test(
      words,
    )
  )
    return true;
  const [two, one] = [text.tokens[number.from - 2]?.text ?? '', text.tokens[number.from - 1]?.text ?? ''];
  return (
    /^(?:the|that|my|le|mon)$/.test(one) &&
    /^(?:disregard|ignore|scrap|forget|delete|oubliez|ignorez|annulez|effacez)$/.test(two)
  );
};

/**
 * The numbers of a text that were not meant, and why. "I wrote 8 instead of 3" means the second, "put 3 instead of 8" the
 * first.
 */
export const wrongNumbers = (text: ScoreText): ReadonlyMap<NumberSpan, Wrong> => {
  const wrong = new Map<NumberSpan, Wrong>();
  const { numbers } = text;
  for (const [at, number] of numbers.entries()) {
    const others = numbers.filter((other) => other !== number);
    const earlier = numbers[at - 1];
    if (insteadAt(text, number) && earlier !== undefined) {
      if (isSent(text, earlier)) wrong.set(earlier, 'sent');
      else wrong.set(number, 'denied');
    } else if (isEcho(number, others)) wrong.set(number, 'echo');
    else if (isDenied(text, number) && others.length > 0) wrong.set(number, 'denied');
    else if (isCalledWrong(text, number)) wrong.set(number, 'was-wrong');
    else if (at < numbers.length - 1 && isSent(text, number)) wrong.set(number, 'sent');
  }
  return wrong;
};
