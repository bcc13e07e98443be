import type { Mention } from '../assertion/assert-mentions.ts';
import type { Concept } from '../lexicon/concept.ts';
import type { Token } from '../tokens.ts';

/** A number of four digits is a dose in milligrams and counts nothing: "Doliprane 1000". */
const plain = /^\d{1,3}(?:[.,]\d{1,2})?$/;
/** Behind a number these units show that it does not count tablets. */
const measured =
  /^(?:mg|g|gr|mgs|ml|mcg|ug|milligram|milligrams|gouttes|drops|hours|hour|heures|heure|h|am|pm|min|minutes|mins|days|day|jours|jour|weeks|semaines|years|ans|months|mois|km|miles|percent|pounds|lbs|kilos)$/;
/** Numbers in words, from three on: fewer tablets are no sign, and "one" and "un" are mostly articles. */
const countWords = new Map<string, number>(
  Object.entries({
    three: 3,
    trois: 3,
    four: 4,
    quatre: 4,
    five: 5,
    cinq: 5,
    six: 6,
    seven: 7,
    sept: 7,
    eight: 8,
    huit: 8,
    nine: 9,
    neuf: 9,
    ten: 10,
    dix: 10,
    eleven: 11,
    onze: 11,
    twelve: 12,
    douze: 12,
    thirteen: 13,
    treize: 13,
    fourteen: 14,
    quatorze: 14,
    fifteen: 15,
    quinze: 15,
    sixteen: 16,
    seize: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    twenty: 20,
    vingt: 20,
    thirty: 30,
    trente: 30,
    forty: 40,
    quarante: 40,
    fifty: 50,
    cinquante: 50,
    sixty: 60,
    soixante: 60,
    hundred: 100,
    cent: 100,
  }),
);
/** More tablets a day than any everyday painkiller's packet allows (paracetamol: 8 of 500 mg). */
const mostTablets = 8;

const numberSaid = ({ kind, text }: Token): number | undefined => {
  if (kind === 'word') return countWords.get(text);
  return kind === 'number' && plain.test(text) ? Number(text.replace(',', '.')) : undefined;
};

const isUnit = (token: Token | undefined): boolean => token !== undefined && measured.test(token.text);

/** The concept of the lexicons that any number names, in digits or words. */
export const aNumber: Concept = 'a-number';

/** What a number can be a sign of. */
export type NumberSign = 'number-beyond-dose' | 'high-temperature' | 'normal-degrees' | 'old-age';

/** Whether a number is a temperature of the body, in °C or °F, with or without fever. */
const temperatureOf = (value: number, next: Token | undefined): 'high-temperature' | 'normal-degrees' | undefined => {
  if (isUnit(next)) return undefined;
  if ((value >= 37.9 && value <= 42) || (value >= 100.3 && value <= 107)) return 'high-temperature';
  if ((value >= 35.5 && value < 37.9) || (value >= 96 && value < 100.3)) return 'normal-degrees';
  return undefined;
};

const heat = /^(?:fever|feverish|temp|temps|temperature|fievre|degres|calentura|fiebre|thermometer)$/;
/**
 * Words of the evening behind a number. "39 ce soir" is a temperature: no pain is that high, and nothing else is told of an
 * evening by a number alone.
 */
const hour = /^(?:ce|cette|this|tonight)$/;
const age = /^(?:years|yrs|yo|ans|old)$/;

interface Said {
  readonly value: number;
  readonly text: string;
  readonly before: Token | undefined;
  readonly next: Token | undefined;
}

const beginsWithHour = ({ before, next }: Said): boolean =>
  (before === undefined || before.kind === 'mark') && next !== undefined && hour.test(next.text);

const isAge = ({ value, next }: Said): boolean =>
  value >= 65 && value <= 105 && (next === undefined || next.kind === 'mark' || age.test(next.text));

/** A number behind one of these is a time or a score: "took two at seven, now a three". */
const noCountBehind = new Set(
  'at to a an is was am now pain score since by around went from vers depuis est etait hier passe descendu'.split(' '),
);
/** A number before one of these is a time or begins a range: "9 to 4". */
const noCountBefore = new Set(['to', 'a', 'oclock', 'am', 'pm', 'h']);
const isCount = ({ value, before, next }: Said): boolean =>
  !isUnit(next) &&
  !noCountBehind.has(before?.text ?? '') &&
  !noCountBefore.has(next?.text ?? '') &&
  Number.isInteger(value) &&
  value >= 3 &&
  value <= 200;

/** Where a text has numbers. Both lexicons may name the same one, which is returned once. */
const numbersIn = (tokens: readonly Token[], mentions: readonly Mention[]): readonly (Mention & { said: Said })[] => {
  const seen = new Set<number>();
  return mentions.flatMap((mention) => {
    const token = tokens[mention.from];
    const value = token === undefined || mention.concept !== aNumber ? undefined : numberSaid(token);
    if (token === undefined || value === undefined || seen.has(mention.from)) return [];
    seen.add(mention.from);
    const said = { value, text: token.text, before: tokens[mention.from - 1], next: tokens[mention.to] };
    return [{ ...mention, said }];
  });
};

/**
 * Signs that are told by numbers, in the contexts of the number: more tablets than a day allows (`number-beyond-dose`), a
 * temperature (`high-temperature`, `normal-degrees`) where the text speaks of one or gives its tenths, an age (`old-age`).
 */
export const signsInNumbers = (tokens: readonly Token[], mentions: readonly Mention[]): readonly Mention[] => {
  const speaksOfHeat = tokens.some(({ text }) => heat.test(text));
  let tablets = 0;
  return numbersIn(tokens, mentions).flatMap(({ said, ...mention }) => {
    const isMeasured = speaksOfHeat || /[.,]\d/.test(said.text) || said.before?.text === 'ai' || beginsWithHour(said);
    const degrees = isMeasured ? temperatureOf(said.value, said.next) : undefined;
    if (isCount(said)) tablets += said.value;
    const concepts = [
      ...(degrees === undefined ? [] : [degrees]),
      ...(isAge(said) ? ['old-age'] : []),
      ...(isCount(said) && tablets > mostTablets ? ['number-beyond-dose'] : []),
    ];
    return concepts.map((concept) => ({ ...mention, concept }));
  });
};
