/**
 * Numbers spelled out in the languages that people write to us in. Those above ten are listed so that they are recognised
 * as no score. "Dos" (the back, in French), "tres" (very) and "once" are no numbers, nor is a word that only sounds like
 * one.
 */
const lists = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  'zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize',
  'cero uno - - cuatro cinco seis siete ocho nueve diez - doce trece catorce quince',
];
const larger: readonly (readonly [string, number])[] = [
  ['twenty', 20],
  ['vingt', 20],
  ['vingts', 20],
  ['veinte', 20],
  ['thirty', 30],
  ['trente', 30],
  ['treinta', 30],
  ['forty', 40],
  ['quarante', 40],
  ['fifty', 50],
  ['cinquante', 50],
  ['sixty', 60],
  ['soixante', 60],
  ['seventy', 70],
  ['septante', 70],
  ['eighty', 80],
  ['ninety', 90],
  ['nonante', 90],
  ['hundred', 100],
  ['cent', 100],
  ['thousand', 1000],
  ['mille', 1000],
  ['million', 1_000_000],
  ['yin', 1],
  ['twa', 2],
  ['twae', 2],
  ['fower', 4],
  ['fowr', 4],
  ['sax', 6],
  ['echt', 8],
  ['aicht', 8],
  ['troix', 3],
  ['quatres', 4],
  ['katre', 4],
  ['cinque', 5],
  ['sinq', 5],
  ['sis', 6],
  ['sixe', 6],
  ['huitante', 80],
  ['octante', 80],
  ['une', 1],
  ['nought', 0],
  ['naught', 0],
  ['nil', 0],
];

/** Number words whose misspellings hardly ever mean something else. */
const misspelt = 'three four five seven eight nine deux trois quatre cinq sept huit neuf'.split(' ');
/** Words of their own that are one slip away from a number word. */
const ownWords = new Set(
  'even seen sven our for fou fur fie eux euf ine tree thee there quare tris tros trios hit hut hui sep set ive nie nef quater rois tois enuf nuf ept spet'.split(
    ' ',
  ),
);

/** The slips of a word, each with a letter left out, doubled or swapped: "sevn", "quattre", "eigth". */
const slipsOf = (word: string): string[] =>
  [...word].flatMap((letter, at) => {
    const [before, behind] = [word.slice(0, at), word.slice(at + 1)];
    const changed = behind === '' ? [] : [`${before}${behind[0]}${letter}${behind.slice(1)}`];
    return [`${before}${behind}`, `${before}${letter}${letter}${behind}`, ...changed];
  });

const spelled: readonly (readonly [string, number])[] = [
  ...lists
    .flatMap((list) => list.split(' ').map((word, value): [string, number] => [word, value]))
    .filter(([word]) => word !== '-'),
  ...larger,
];
const known = new Map(spelled);
const slips = misspelt.flatMap((word) =>
  slipsOf(word)
    .filter((slip) => slip.length > 2 && !ownWords.has(slip))
    .map((slip): [string, number] => [slip, known.get(word) ?? 0]),
);

/** The value of each number word, and of each slip that is no other word, by its spelling in lower case without accents. */
export const numberWords: ReadonlyMap<string, number> = new Map([...slips, ...known]);
