import type { Token } from './tokens.ts';

/** What numbers count, in the singular; an s makes the plural. */
const units = new Set(
  `s sec second min minute h hr hour day week wk month year yr night morning evening am pm o'clock oclock time km m metre
  meter mile yard block step lap inch foot feet ft mg ml g gram kg kilo lb pound ounce litre liter stone pill tablet tab
  dose rep set stair flight floor glasse glass cup pack star fold degree decade dollar euro people men women children
  teeth vertebrae disc disk exercise stretche percent paracetamol ibuprofen aspirin x th rd seconde heure matin matinee
  soir soiree nuit jour journee sem semaine mois an annee quart demi demie centimetre metre kilometre gramme comprime
  cachet gelule doliprane dafalgan efferalgan ibuprofene aspirine tramadol biere verre tasse cigarette fois pas marche seance
  exercice etirement serie etage degre personne enfant homme femme orteil doigt vertebre disque eme ieme`.split(/\s+/),
);
/** Directly behind a number, these make it a change, a share or a part of something. */
const shares = new Set(
  'per pour nd st more less better worse higher lower up down out of point moins mieux pire'.split(' '),
);
/** Words that end in s and measure nothing. */
const noPlurals = new Set(
  `this is was as always sometimes unless yes across because besides perhaps less thus has his its alas thanks cheers
  regards does dans depuis mais sans apres tres plus moins`.split(/\s+/),
);
/** "Tbh" has no vowel either, and is no unit. */
const exclamations = new Set('tbh btw hm hmm hmmm mmm grr grrr brr pff pfft ffs tgif'.split(' '));

/** Words that begin a note: they count nothing, and are counted by nothing. */
const openers = new Set(
  `after before since during while when whenever where because cause cos coz as if though although but and so than that
  with without in on at by from for over under between across around along near through throughout into onto off
  about above below behind again against despite due except besides like unlike once also too very quite really
  pretty still just only even almost always never not no yes yeah yep yet now today tonight this these here there
  the an my your his her its our their i im ive i've i'm id i'd ill i'll we weve it its it's they he she you which who
  what why how some any all most every each another both same such much more
  am are be been being have has had having do does did done can cant can't cannot could couldnt couldn't will wont won't
  would wouldnt may might must should didnt didn't dont don't doesnt doesn't havent haven't hasnt hadnt wasnt werent
  slept woke took went got get felt feel feels did made makes came comes sat stood ran swam drove rode lay laid bent sleep
  lots mostly mainly maybe thanks thank hi hello back overall otherwise instead especially well lol yay woo woohoo
  meh haha hah ha ugh ouch phew wow hooray argh sigh whew omg
  apres avant depuis pendant quand parce car si mais et donc que comme avec sans dans sur sous en au aux par entre des
  contre vers chez malgre sauf tres trop assez mal peu plutot encore toujours jamais ne n'ai j'ai je il elle on nous vous ils elles
  le la les du ce cette ces mon ma mes ai aujourd'hui aujourdhui maintenant bien ca cela c'est cest c'etait
  cetait`.split(/\s+/),
);
/** They may describe the day or the pain, or what is counted: "6 bad night" is no count, "6 bad nights" may be one. */
const adjectives = new Set(
  `bad good great awful terrible horrible rough tough hard easy fine ok okay nice lovely poor restless sleepless broken
  sore stiff tight tender sharp dull achy numb heavy tired weak strong mild severe intense constant steady unbearable
  manageable tolerable quiet calm busy long short late early left right middle new old big small little
  slow quick hot cold warm happy sad glad low high bit mauvaise mauvais bonne bon dur raide difficile
  fatigue fatiguee`.split(/\s+/),
);
/** What follows "too": "pain 2 bad to sleep" says no 2. */
const behindToo = new Set('much many bad sore strong intense painful high severe hard tired stiff late'.split(' '));
const irregular = new Set('feet people men women children teeth vertebrae discs disks'.split(' '));
/** As many as people count of pills, legs and beers; a larger number in front of a word is rarely a count of it. */
const mostCounted = 4;

const isUnit = (word: string): boolean => units.has(word) || (word.endsWith('s') && units.has(word.slice(0, -1)));

/** Whether what stands behind a number says what it measures. */
export const isAmountOf = (unit: Token | undefined): boolean => unit?.kind === 'word' && isUnit(unit.text);

const looksPlural = (word: string): boolean =>
  irregular.has(word) ||
  (word.length > 2 && word.endsWith('s') && !word.endsWith('ss') && !noPlurals.has(word) && !openers.has(word));

/** A unit, or its abbreviation: no vowel (cm, lb, pt), or a single letter (p.m.). */
const looksLikeUnit = (word: string, next: Token | undefined): boolean => {
  // "A bit" is no a.m.
  if (word === 'a') return next === undefined || next.text === 'm' || next.text === '.';
  if (word.length === 1) return word !== 'i';
  return isUnit(word) || shares.has(word) || (/^[^aeiouy]{2,4}$/.test(word) && !exclamations.has(word));
};

const isOpener = (word: string): boolean =>
  openers.has(word) ||
  // Walking, stretched, badly, painful, stiffness; but "one sided", and "1 family".
  (word.length > 4 &&
    /(?:ing|ed|ly|ful|ness|n't|ant|ment)$/.test(word) &&
    !/^(?:sided|family|belly|tablet|plant|implant|ligament|apartment|appointment|treatment|swelling|stretching|evening)$/.test(
      word,
    ));

/** Whether the words right behind a number may be what it counts: "2 feet", "1 ibuprofen", "5 cm", "1 bad knee". */
export const mayBeCounted = (note: readonly Token[], number: Token): boolean => {
  const [first, second] = note;
  if (first?.kind !== 'word' || number.kind !== 'number') return false;
  if (number.text === '2' && behindToo.has(first.text)) return true;
  const described = note.findIndex((token) => !adjectives.has(token.text));
  const head = described < 0 ? undefined : note[described];
  const overScale = number.text.includes('/');
  if (described !== 0) {
    if (head?.kind !== 'word') return false;
    return looksPlural(head.text) || (number.whole === 1 && !overScale && !isOpener(head.text));
  }
  if (looksLikeUnit(first.text, second) || looksPlural(first.text)) return true;
  const few = number.score !== null && number.score <= mostCounted && !overScale;
  return few && !isOpener(first.text);
};
