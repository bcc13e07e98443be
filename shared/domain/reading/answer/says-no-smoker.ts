import { type Normalised, normalise } from '../text/normalise.ts';

const courtesies =
  /^(?:(?:hi|hello|hey|sorry|but|and|btw|by the way|well|bonjour|salut|mais|et|moi|au fait|desolee?) )+/;
const farewells = /(?: (?:thanks|thank you|thx|sorry|merci|at all|du tout|lol|here|ici|btw))+$/;

const inEnglish =
  /^(?:i )?(?:(?:do not|dont|have never|ve never|never|no longer) smoked?(?: any ?more| in my life| ever)?|(?:have |ve )?(?:quit|stopped|gave up|given up) smoking(?: (?:(?:about |over |nearly )?[a-z0-9]+ )?(?:years?|yrs?|months?|decades?|time|long|ages) ago| in (?:19|20)\d\d)?|(?:i )?(?:am|m) (?:not a|a non) ?smoker)$/;
const inFrench =
  /^(?:je |j )?(?:(?:ne )?fume (?:pas|plus|jamais)|(?:n )?ai jamais fume(?: de ma vie)?|jamais fume(?: de ma vie)?|ai arrete de fumer(?: (?:il y a|depuis|ya) (?:longtemps|[a-z0-9]+ (?:ans?|annees?|mois))| en (?:19|20)\d\d)?|suis (?:une? )?non fumeu(?:r|se)|ai arrete la cigarette)$/;
const asANoun = /^(?:a )?non ?(?:smoker|fumeur|fumeuse)$/;

/** Every wording below holds one of these. The quick test spares most texts the expressions, which are slow to compile. */
const namesSmoking = ({ text }: Pick<Normalised, 'text'>): boolean =>
  text.includes('smok') || text.includes('fum') || text.includes('cigarette');

/** A longer text says something else as well. */
const longest = 80;

/** Whether a whole text, courtesies apart, says that its writer never smoked or no longer does. */
export const saysNoSmoker = (text: string): boolean => {
  if (text.length > longest) return false;
  const normalised = normalise(text);
  if (!namesSmoking(normalised)) return false;
  const words = normalised.text
    .replace(/\b(don)'t\b/g, '$1t')
    .replace(/[^a-z0-9?]+/g, ' ')
    .trim()
    .replace(courtesies, '')
    .replace(farewells, '');
  return inEnglish.test(words) || inFrench.test(words) || asANoun.test(words);
};
