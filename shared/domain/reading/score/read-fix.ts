import type { Intent } from '../intent.ts';
import { type Wrong, wrongNumbers } from './number-put-right.ts';
import type { NumberRole } from './number-role.ts';
import type { NumberSpan } from './read-numbers.ts';
import type { ScoreText } from './score-text.ts';

const unclear: Intent = { kind: 'unclear', about: 'score' };
const inDoubt = ({ number }: NumberRole): Intent =>
  number.value === null ? unclear : { kind: 'score-in-doubt', score: number.value, day: 'today' };
const apologies = new Set(
  `sorry pardon oops oups whoops scrub scratch typo excuse excusez desole desolee dsl correction erreur mistake wrong no non naw
  nope nan nah oups soz doigt doigts finger fingers thumb thumbs tape trompe trompee meant hold wait attends attend`.split(
    /\s+/,
  ),
);
/** Words between the old and the new number: "change the 9 I sent to a 6". */
const into = new Set(['to', 'par', 'en', 'pour', 'into', 'by']);
const sorries = /^(?:sorry|soz|pardon|desole|desolee|dsl|apologies|excuse|excusez)$/;
const slips = /^(?:thumbs?|fingers?|doigts?|pouces?|typo|autocorrect|correcteur)$/;
const changes =
  /^(?:change|replace|update|correct|amend|changer|changez|remplacer|remplacez|modifier|modifiez|corriger|corrigez)$/;
/**
 * Whether a word of correction begins the text or is asked for: "please change", "il faut remplacer". "My pain did change
 * to 6" tells something.
 */
const isWish = (text: ScoreText, at: number): boolean =>
  at === 0 ||
  /^(?:please|pls|plz|you|u|to|and|just|faut|pouvez|peux|svp|can|could|oops|sorry|no|merci|de)$/.test(
    text.tokens[at - 1]?.text ?? '',
  );
/** A text with more numbers is no correction. */
const mostNumbers = 3;

/** Whether the correction is named behind the number: "c'était cinq tantôt que je voulais dire". */
const isSaidBehind = (text: ScoreText): boolean =>
  text.tokens.some((_, from) => text.startsAt(from, 'fixes-behind') !== undefined);

/**
 * Whether an excuse stands around the number, or the wish to change it: "pardon 5 gros doigts", "oops 6*", "change what I
 * sent to 4".
 */
const isExcused = (text: ScoreText): boolean => {
  const [number, ...more] = text.numbers;
  if (number === undefined || more.length > 0) return false;
  if (number.from === 1 && apologies.has(text.tokens[0]?.text ?? '')) {
    const next = text.tokens[number.to];
    const behind = text.tokens.slice(number.to, number.to + 4);
    if (next?.text === '*' || behind.some((token) => slips.test(token.text))) return true;
  }
  const isInto = [1, 2].some((far) => into.has(text.tokens[number.from - far]?.text ?? ''));
  return isInto && text.tokens.some((token, at) => at < number.from && changes.test(token.text) && isWish(text, at));
};

const ofDiary =
  /^(?:score|scores|note|notes|chiffre|number|answer|reponse|pain|douleur|entry|one|mien|mienne|precedente?|dernier|derniere|last|first|previous)$/;
/** Whether a thing is changed and no number: "changé le traitement". Its article follows the words of correction. */
const changesAThing = (text: ScoreText, from: number): boolean => {
  const to = text.startsAt(from, 'fixes') ?? from;
  const thing = text.tokens[to];
  const isArticle = to > from + 1 && /^(?:le|la|les|the|mon|ma|my)$/.test(text.tokens[to - 1]?.text ?? '');
  return (
    isArticle &&
    thing?.kind === 'word' &&
    text.numberAt(to) === undefined &&
    thing.text.length > 3 &&
    !ofDiary.test(thing.text)
  );
};

/** Whether somebody else did it to the person: "l'équipe m'a remplacé". */
const isDoneToOneself = (text: ScoreText, from: number): boolean =>
  /^(?:a|ont|avait|avaient)$/.test(text.tokens[from - 1]?.text ?? '') &&
  /^(?:m|l|t|nous|vous|les)$/.test(text.tokens[from - 2]?.text ?? '');

const slipWords = /^(?:oups|oops|whoops|ouups)$/;
const afterSlip =
  /^(?:oups|oops|whoops|ouups|sorry|scuse|excuse|excusez|pardon|dsl|desole|desolee|c|est|its|it|is|no|non|a)$/;
/** Whether a slip is named and then only the right number: "oups c 3", "oops, sorry, it's 6". */
const isAfterSlip = (text: ScoreText): boolean => {
  const [number, ...more] = text.numbers;
  if (number === undefined || more.length > 0 || number.to < text.tokens.length) return false;
  const words = text.tokens.slice(0, number.from).filter(({ kind }) => kind !== 'mark');
  return slipWords.test(words[0]?.text ?? '') && words.every(({ text: word }) => afterSlip.test(word));
};

const supposes = (text: ScoreText): boolean =>
  text.tokens.some(
    (_, at) => text.startsAt(at, 'conditional') !== undefined || text.startsAt(at, 'supposed') !== undefined,
  );

/** Where the words begin that announce a correction. "*5" is one without words. */
const cueAt = (text: ScoreText): number | undefined => {
  const [first, second] = text.tokens;
  if (first?.text === '*' && second?.kind === 'number') return 0;
  // "Plutôt 7 si je devais monter" is an estimate.
  if (
    first?.text === 'plutot' &&
    !supposes(text) &&
    text.numbers.some(({ from }) => from <= 2 && text.tokens[from - 1]?.kind === 'word')
  )
    return 0;
  if (isExcused(text) || isAfterSlip(text)) return 0;
  if (isSaidBehind(text)) return 0;
  const at = text.tokens.findIndex(
    (token, from) =>
      text.startsAt(from, 'fixes') !== undefined &&
      // "Meant to text last night" corrects nothing.
      !(token.text === 'meant' && text.tokens[from + 1]?.text === 'to' && text.tokens[from + 2]?.kind === 'word') &&
      !changesAThing(text, from) &&
      !isDoneToOneself(text, from) &&
      // "I make it a 6 for the day" is an estimate.
      !(token.text === 'make' && /^(?:i|id|we|would|d)$/.test(text.tokens[from - 1]?.text ?? '')),
  );
  return at < 0 ? undefined : at;
};

/** A question corrects nothing ("what makes it a 5 and not a 6"). "Can you change it to 6?" is a request. */
const asks = /^(?:what|whats|why|how|when|who|which|does|do|is|pourquoi|comment|quand|combien)$/;
const isQuestion = (text: ScoreText): boolean => asks.test(text.tokens[0]?.text ?? '');

const denials = /^(?:not|no|pas|non)$/;
const isReplacement = (text: ScoreText, { number }: NumberRole): boolean =>
  [1, 2, 3].some((far) => into.has(text.tokens[number.from - far]?.text ?? ''));

/** Whether the words before make a correction of "its 6" behind what was sent: "meant", "said", "should be", "it is". */
const isPutRight = ({ before }: NumberRole): boolean => before.kind === 'said' && !before.isPast;

/** The number that is meant and the wrong one, with the reason why that is wrong. */
interface Contrast {
  readonly said: NumberRole;
  readonly bad: NumberSpan;
  readonly why: Wrong;
}

/** The one wrong and the one right number of a text, if nothing leaves either in doubt. */
const contrastIn = (text: ScoreText, roles: readonly NumberRole[], hasCue: boolean): Contrast | undefined => {
  const wrong = wrongNumbers(text);
  if (wrong.size !== 1 || text.tokens.some((_, at) => text.startsAt(at, 'in-doubt') !== undefined)) return undefined;
  const [said, ...more] = roles.filter(({ number }) => !wrong.has(number));
  const [bad, why] = [...wrong][0] ?? [];
  if (said === undefined || more.length > 0 || bad === undefined || why === undefined) return undefined;
  const { number, before, behind } = said;
  const isDoubtful = before.doubtful || (before.denied && why !== 'sent') || (said.isOtherDay && !hasCue);
  const isOfADay = before.kind === 'now' || behind.now || said.day === 'yesterday';
  const isSame = number.value === null || number.value === bad.value;
  return isSame || isDoubtful || isOfADay || text.tokens[number.to]?.text === '/' ? undefined : { said, bad, why };
};

/** Whether somebody thinks aloud, with a no parted from the number: "six, no, seven". */
const isThoughtAloud = (text: ScoreText, { said, bad }: Contrast): boolean =>
  /^(?:no|non|nan)$/.test(text.tokens[bad.from - 1]?.text ?? '') &&
  bad.from > said.number.from &&
  // "Huit et demi non huit" corrects itself too.
  ((bad.from === said.number.to + 1 && !text.tokens.some(({ text: word }) => sorries.test(word))) ||
    text.tokens.slice(said.number.to, bad.from).some(({ kind }) => kind === 'mark'));

/** The number that stands against a wrong one: "it's not 9, it's 6", "sorry, 3 not 8", "I typed 9 its 6", "4 I said. no 44". */
const readContrast = (text: ScoreText, roles: readonly NumberRole[], hasCue: boolean): Intent | undefined => {
  const contrast = contrastIn(text, roles, hasCue);
  if (contrast === undefined) return undefined;
  const { said, bad, why } = contrast;
  if (why === 'denied' && isThoughtAloud(text, contrast)) return undefined;
  const badRole = roles.find(({ number }) => number === bad);
  const isSorry = hasCue || text.tokens.some(({ text: word }) => apologies.has(word));
  const wordBefore = text.tokens[bad.from - 1]?.text ?? '';
  const isFix: Readonly<Record<Wrong, () => boolean>> = {
    // The second number may be a measure: "3, 30 min in the pool".
    echo: () => (isSorry || denials.test(wordBefore)) && badRole?.behind.kind !== 'counted',
    denied: () => {
      const isRestated = bad.from < said.number.from && isPutRight(said) && isPutRight(badRole ?? said);
      const isShortNo = bad.from > said.number.from && /^(?:no|non|nan)$/.test(wordBefore) && text.tokens.length < 5;
      return isRestated || (isSorry && (hasCue || !isShortNo));
    },
    sent: () => isSorry || isPutRight(said),
    'was-wrong': () => isSorry || isReplacement(text, said),
  };
  return isFix[why]() && said.number.value !== null ? { kind: 'fix', score: said.number.value } : undefined;
};

/** Whether the corrected number is in doubt, or its surroundings tell more than a correction. */
const isFixInDoubt = (text: ScoreText, chosen: NumberRole): boolean => {
  if (chosen.before.doubtful || chosen.isTakenBack || (chosen.isOtherDay && !isSaidBehind(text))) return true;
  const { number, behind } = chosen;
  // An apology behind a correction is a courtesy.
  const isSorry = text.tokens.slice(number.to, number.to + 2).some((token) => sorries.test(token.text));
  const isSure =
    (isSorry && isReplacement(text, chosen)) ||
    behind.kind === 'end' ||
    behind.kind === 'note' ||
    behind.now ||
    text.tokens[number.to]?.text === '?';
  return !isSure;
};

/** Whether the text also gives a score where none was sent before: "plutôt 4", "oups c 3". */
const isScoreByItself = (text: ScoreText): boolean => /^(?:plutot|oups|oops|whoops)$/.test(text.tokens[0]?.text ?? '');

/** The score that replaces one that was sent before: "FIX 5", "sorry, meant 5", "make that a 5", "*5". */
export const readFix = (text: ScoreText, roles: readonly NumberRole[]): Intent | undefined => {
  if (isQuestion(text) || roles.length === 0) return undefined;
  const cue = cueAt(text);
  const contrast = roles.length > mostNumbers ? undefined : readContrast(text, roles, cue !== undefined);
  if (contrast !== undefined || cue === undefined) return contrast;
  if (roles.some(({ number, certainty }) => number.value === null && certainty === 'doubtful')) return unclear;
  const scores = roles.filter(({ number, before }) => number.value !== null && !before.denied);
  const isTold = scores.some(({ certainty, before }) => certainty !== 'other' || before.kind !== 'bare');
  // A number before the words of correction is not the new one.
  if (!isTold || scores.some(({ number }) => number.from < cue)) return undefined;
  const [one, ...more] = scores;
  const chosen = more.length === 0 ? one : scores.findLast((role) => isReplacement(text, role));
  const score = chosen?.number.value ?? null;
  if (chosen === undefined || score === null) return unclear;
  // "Fix 5 to 6" may name a range.
  const isRange = more.length > 0 && one?.behind.kind === 'range';
  if (isRange || isFixInDoubt(text, chosen)) return inDoubt(chosen);
  return isScoreByItself(text) ? { kind: 'fix', score, isScoreByItself: true } : { kind: 'fix', score };
};
