import type { TwoScores } from '../../diary/diary.ts';
import { readNumbers } from '../score/read-numbers.ts';
import { normalise } from '../text/normalise.ts';
import { readTokens } from '../tokens.ts';

const lead =
  '(?:(?:yes|yeah|yep|no|ok|sorry|well|oui|ouais|non|it s|its|it is|i mean|i meant|that would be|c est|ce serait|je dirais|i d say|id say|make it|log|put|take|note|notez|mets|mettez) )*';
const tail =
  '(?: (?:one|number|of the two|of them|please|pls|thanks|thank you|today|now|svp|stp|merci|des deux|valeur|nombre|chiffre))*';
const whole = (words: string): RegExp => new RegExp(`^${lead}(?:${words})${tail}$`);

/** Which of the two a wording means. */
const wordings: readonly (readonly [pattern: RegExp, of: (scores: TwoScores) => number])[] = [
  [whole('(?:the )?(?:first|1st|former)|(?:le |la |l )?(?:premiere?|1ere?|1er)'), ([first]) => first],
  [
    whole('(?:the )?(?:second|2nd|latter|last|other)|(?:le |la |l )?(?:deuxieme|seconde?|2e|2eme|derniere?|autre)'),
    ([, second]) => second,
  ],
  [
    whole(
      '(?:the )?(?:lower|lowest|smaller|smallest|least|less|milder|better)|(?:le |la )?(?:plus )?(?:bas|basse|petite?|faible|moindre)',
    ),
    (scores) => Math.min(...scores),
  ],
  [
    whole(
      '(?:the )?(?:higher|highest|bigger|biggest|greater|larger|worse|worst)|(?:le |la )?(?:plus )?(?:haute?|elevee?|grande?|forte?|pire)',
    ),
    (scores) => Math.max(...scores),
  ],
];
/** Neither chosen: asked again. */
const undecided = whole(
  '(?:it is )?(?:both|both of them|neither|either|somewhere in between|in between|between|the average|the two|dunno|not sure|no idea|i do not know|i dont know|yes|yeah|ok|okay|les deux|les 2|ni l un ni l autre|entre les deux|la moyenne|je ne sais pas|je sais pas|jsp|sais pas|oui|d accord)',
);
/** More words than these say something of their own. */
const longest = 60;
const mostBeside = 4;

/**
 * What a whole text answers to "6 or 3?": the one that it means, by its place ("yes the first one", "le dernier"), its size ("the
 * lower one") or its value, or `again` where it chooses none ("both"). Undefined for whatever says something else.
 */
export const readWhich = (text: string, scores: TwoScores): number | 'again' | undefined => {
  if (text.length > longest) return undefined;
  const written = normalise(text).text;
  const plain = written.replace(/[^a-z0-9]+/g, ' ').trim();
  const byWords = wordings.find(([pattern]) => pattern.test(plain));
  if (byWords !== undefined) return byWords[1](scores);
  if (undecided.test(plain)) return 'again';
  const tokens = readTokens(written, {});
  const [number, ...more] = readNumbers(tokens, written);
  const isOneOfThem =
    number !== undefined && more.length === 0 && number.value !== null && scores.includes(number.value);
  if (!isOneOfThem || /[%?]/.test(written)) return undefined;
  const others = tokens.filter(({ kind }, at) => kind === 'word' && (at < number.from || at >= number.to));
  const isPlain =
    others.length <= mostBeside && !others.some(({ text: word }) => /^(?:not|no|non|pas|neither|ni)$/.test(word));
  return isPlain ? (number.value ?? undefined) : undefined;
};
