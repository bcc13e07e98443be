import { normalise } from '../text/normalise.ts';

/** What a short text answers to a question. `any` and `none` are the words that a check of danger signs asks for. */
export type ShortAnswer = 'yes' | 'no' | 'any' | 'none' | 'ok';

const wordings: Readonly<Record<ShortAnswer, string>> = {
  yes: 'yes y yep yeah yup yea ya aye oui ouais ouai ouep wi si|yes it is|yes i do|yes i have|thats right|that is right|correct|right|exactly|exact|cest ca|c est ca|tout a fait|affirmatif|oui cest ca|oui c est ca|i do|i have|indeed|sure|of course|bien sur|oui jai|oui j ai|j en ai|jen ai|some|one of them|yes one|yes some|oui un|oui une',
  no: 'no n nope nah non nan|no i dont|not at all|no its not|no it isnt|pas du tout|ce nest pas ca|non pas ca',
  any: 'any|all|all of them|tous|toutes|any of them|anything|any yes|some of them',
  none: 'none|none of them|none of those|none of these|nothing|no none|none thanks|none thank god|aucun|aucune|aucun deux|aucun de ces signes|aucun signe|rien|rien de tout ca|non aucun|non rien|no nothing|zero signs',
  ok: 'ok okay k oki okey okie okk|alright|all right|fine|got it|daccord|d accord|entendu|ca marche|bien recu|noted|understood|compris',
};

const meanings = new Map<string, ShortAnswer>();
for (const answer of ['yes', 'no', 'any', 'none', 'ok'] as const) {
  for (const wording of wordings[answer].split('|').flatMap((words, at) => (at === 0 ? words.split(' ') : [words])))
    meanings.set(wording, answer);
}

const courtesies = /\b(?:please|pls|thanks?|thank you|thx|ty|merci|svp|sir|madam|madame|monsieur|doc|backbeat)\b/g;
/** A thumb may be followed by its skin colour and by the mark that shows it as a picture. */
const colour = String.raw`(?:[\u{1F3FB}-\u{1F3FF}]|\uFE0F)?`;
const thumbs: readonly (readonly [RegExp, ShortAnswer])[] = [
  [new RegExp(`^(?:\\s|(?:👍|👌|✅|✔|🆗)${colour})+$`, 'u'), 'ok'],
  [new RegExp(`^(?:\\s|(?:👎|❌)${colour})+$`, 'u'), 'no'],
];

/** A text in the form in which answers are compared: lower case, without accents, signs, numbers and courtesies. */
export const plainAnswer = (text: string): string =>
  normalise(text)
    .text.replaceAll("'", '')
    .replace(/[^a-z]+/g, ' ')
    .replace(courtesies, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** The answer that a whole text gives, apart from courtesies. A text that says anything more is undefined. */
export const readAnswer = (text: string): ShortAnswer | undefined => {
  if (text.length > 60) return undefined;
  const thumb = text.trim() === '' ? undefined : thumbs.find(([signs]) => signs.test(text))?.[1];
  if (thumb !== undefined) return thumb;
  return meanings.get(plainAnswer(text));
};
