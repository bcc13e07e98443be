import type { Before } from './before.ts';
import type { NumberSpan } from './read-numbers.ts';
import type { Region } from './region.ts';
import type { ScoreText } from './score-text.ts';

/** Words of a condition that begin a sentence: "when I sit it is only 2". */
const conditions = new Set(['when', 'if', 'quand', 'si', 'lorsque', 'without', 'sans', 'sous']);

const isConditional = (text: ScoreText, region: Region): boolean => {
  // "Only" may stand before the condition: "only when I bend, 8".
  const isOnly = /^(?:only|just|seulement|uniquement)$/.test(text.tokens[region.from]?.text ?? '');
  const first = text.tokens[region.from + (isOnly ? 1 : 0)];
  const isStart = region.from === 0 || text.tokens[region.from - 1]?.sentence !== first?.sentence;
  const isCondition =
    first !== undefined && conditions.has(first.text) && !text.isInIdiom(region.from, region.from + 1);
  return isStart && region.from < region.to && isCondition;
};

const putsDown = /^(?:mets|met|mettez|mettre|jmets|jmet|note|notez|marque|marquez|put|log|record|enter|write|comptez)$/;

const averages = /^(?:overall|together|average|averaged|average|avg|moyenne|moyen)$/;

/** Forms that are merely polite where there is no other condition: "it would be a 6", "ce serait plutôt 6 ce soir". */
const polite = /^(?:would|id|d|i|serais|serait)$/;

const dependsOn = /^(?:if|unless|without|were|had|when|whenever|with|si|s|sans|sous|quand|avec|most|imagine)$/;

const isPoliteOnly = (text: ScoreText): boolean =>
  !text.tokens.some((token, at) => token.text === '?' || (dependsOn.test(token.text) && !text.isInIdiom(at, at + 1)));

/** Words that lead to an hour of the past: "honestly couldn't get up till 10, it's an 8". */
const untilHour = /^(?:till?|until)$/;

const supposes = (text: ScoreText, region: Region, clause: number | undefined): boolean => {
  for (let at = region.from; at < region.to; at += 1) {
    const to = text.startsAt(at, 'supposed');
    if (to === undefined || to > region.to || text.isInIdiom(at, to)) continue;
    const token = text.tokens[at];
    if (clause !== undefined && token?.clause !== clause) continue;
    if (untilHour.test(token?.text ?? '') && token?.clause !== text.tokens[region.to]?.clause) continue;
    if (!polite.test(token?.text ?? '') || !isPoliteOnly(text)) return true;
  }
  return false;
};

/**
 * Whether the number depends on a condition. A pain that is named in a clause of its own depends on nothing: "if I turn the
 * engine off he'll wake, back is a 6".
 */
export const isSupposed = (
  text: ScoreText,
  number: NumberSpan,
  before: Before,
  region: Region,
  clause: number | undefined,
): boolean => {
  // A number that the person tells us to put down depends on nothing: "quand je me lève ça me coupe, je mets 9".
  const verb = text.tokens.slice(before.from, number.from).some((token) => putsDown.test(token.text));
  if (verb || text.tokens.slice(region.from, region.to).some((token) => averages.test(token.text))) return false;
  const isOwnClause = before.isNamed && text.tokens[before.from]?.clause === clause;
  return supposes(text, region, isOwnClause ? clause : undefined) || isConditional(text, region);
};
