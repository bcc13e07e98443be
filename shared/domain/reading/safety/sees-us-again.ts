import type { ReadWords } from '../read-words.ts';

const when =
  '(?:tomorrow|tmrw|tmw|soon|later|again|then|next week|next time|monday|tuesday|wednesday|thursday|friday|saturday|sunday)';
const quand =
  '(?:demain|bientot|plus|plus tard|tout a l heure|tantot|la prochaine|la semaine prochaine|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)';
const courtesy = '(?: (?:then|x+|bye|love|doc|alors|bonne (?:nuit|soiree|journee)|bises?|bisous?|merci|thanks))*';
const goesOn = new RegExp(
  `(?:^| )(?:(?:see|c|cu|speak|talk|text|chat) (?:you|u|ya|ye)? ?(?:to you )?${when}|a ${quand})${courtesy}$`,
);
/** "I won't see you tomorrow", "je serai pas là à la prochaine": with any of these words the end may be meant otherwise. */
const denies =
  /\b(?:not|no|never|wont|won t|cant|can t|dont|don t|nobody|without|pas|plus|jamais|sans|personne)\b(?! (?:tard|de))/;

/**
 * Whether a text ends as somebody does who will be there again: "thanks for everything, see you tomorrow", "merci pour tout, à
 * demain". Such an end speaks against a despair that only a model hears.
 */
export const seesUsAgain = ({ normalised }: ReadWords): boolean => {
  const plain = normalised.text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return goesOn.test(plain) && !denies.test(plain);
};
