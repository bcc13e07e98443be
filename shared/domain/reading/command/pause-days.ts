import type { Intent } from '../intent.ts';
import type { KeywordToken } from './keyword-tokens.ts';
import type { Said } from './said-command.ts';

const daysIn: ReadonlyMap<string, number> = new Map(
  Object.entries({ day: 1, days: 1, jour: 1, jours: 1, d: 1, week: 7, weeks: 7, wk: 7, wks: 7, semaine: 7 }).concat(
    Object.entries({ semaines: 7, month: 30, months: 30, mois: 30 }),
  ),
);
const longestPause = 90;

/** Behind a number these mean that it does not count days: "PAUSE 7 minutes between sets". */
const otherUnits =
  /^(?:min|mins|minutes?|h|hrs?|hours?|heures?|s|secs?|seconds?|secondes?|times|fois|sets?|reps?|years?|ans|%|am|pm|-|or|ou|to|a|and|et|\/)$/;

const isNumber = (token: KeywordToken): boolean => token.kind === 'number';

/** How many units a pause takes: "7", "a", "une". Null if the number is not whole, undefined if there is no amount. */
const amountOf = (token: KeywordToken | undefined): number | null | undefined => {
  if (token?.kind === 'number') return token.whole;
  return token?.kind === 'word' && /^(?:a|an|une?)$/.test(token.text) ? 1 : undefined;
};

/** The days of an amount in its unit. Without a unit, the amount counts days. */
const daysInUnit = (amount: KeywordToken | undefined, unit: KeywordToken | undefined): number | undefined => {
  const named = daysIn.get(unit?.text ?? '');
  const countsDays = amount?.kind === 'number' && !otherUnits.test(unit?.text ?? '');
  return named ?? (countsDays ? 1 : undefined);
};

/** Reads PAUSE with its length, which is a week if none is said. */
export const readPause = ({ rest }: Said): Intent | undefined => {
  const words = rest.filter((token) => !/^(?:for|pendant|tips?|messages?|the|de|[:,=])$/.test(token.text));
  if (words.length === 0) return { kind: 'pause', days: 7 };
  const unclear: Intent = { kind: 'unclear', about: 'pause' };
  const [first, unit] = words;
  const amount = amountOf(first);
  if (amount === undefined) {
    const namesAnEnd = /^(?:until|till|til|jusqu|a)/.test(first?.text ?? '');
    return namesAnEnd || rest.some(isNumber) ? unclear : undefined;
  }
  const days = daysInUnit(first, unit);
  if (amount === null || days === undefined || words.slice(1).some(isNumber)) return unclear;
  const total = amount * days;
  return total >= 1 && total <= longestPause ? { kind: 'pause', days: total } : unclear;
};
