import type { Rule, View } from './behind-rules.ts';
import { isDescribedCount, isPlural, looksLikeNote } from './counted-thing.ts';
import { isForSomebody } from './for-somebody.ts';
import type { WordClass } from './word-class.ts';

const harmless: readonly WordClass[] = ['right-now', 'opening', 'pain-named', 'hedges'];

/** PAIN 4 morning: when it was, in the singular. */
const dayParts = new Set('morning evening afternoon matin soir midi aprem'.split(' '));
const measures =
  /(?:met(?:re|er)|mile|inch|foot|feet|fold|gram|lit(?:re|er)|degree|percent|clock|yr|year|month|week|hour|minute|second|night|day|time|fois|pint|beer|pill|tablet|point|pound|ounce|stone|kilo|weight)/;

/** "Marché" is "walked" or the market; without its accent, steps are counted by it. */
const isWalked = ({ text, before, at, word }: View): boolean => {
  const token = text.tokens[at];
  if (word !== 'marche' || token === undefined) return false;
  const { original, normalised } = text.read;
  const isAccented = /\u00E9|e\u0301/i.test(original.slice(normalised.at[token.start], normalised.at[token.end]));
  // "Douleur 6 marche 20 minutes".
  return isAccented || (before.kind === 'pain' && text.numberAt(at + 1) !== undefined);
};

/** "1 walk", "2 sorties": so many outings, or a score and where it was felt. Who does "7 courses" was shopping. */
const isOuting = (word: string, number: number): boolean =>
  number === 1
    ? /^(?:walk|run|swim|ride|drive|course|sortie|trajet)$/.test(word)
    : /^(?:walks|runs|swims|rides|drives|sorties|trajets)$/.test(word);

/** "Pain 8 truck wouldn't start", "7 bien tassé", "2 sur mon carnet": a word that is also a unit, and none here. */
const isNoUnit = (view: View): boolean => {
  const { text, number, before, at, word, next } = view;
  if (isWalked(view)) return true;
  if (/^(?:bien|tres|trop|really|quite|so|pretty|just)$/.test(word)) return true;
  // "5 mm avec le patch": "même", in SMS French.
  if (word === 'mm')
    return /^(?:si|quand|qd|kan|pr|pour|avec|ac|en|apres|ap|sans|pas|la|le|les|au|a|assis|assise|debout|couche|couchee)$/.test(
      next,
    );
  // "6 a bit better", "6 bit stiff".
  if (word === 'bit') return true;
  // "4 pas plus" takes no steps.
  if (word === 'pas')
    return /^(?:plus|moins|mal|pire|mieux|trop|si|terrible|top|bien|bon|bons|grand|de|d|encore)$/.test(next);
  // "Back 3 knee pain 6": another part and its pain.
  const isOtherPart = text.startsAt(at, 'other-part') === at + 1 && text.startsAt(at + 1, 'pain-named') !== undefined;
  if (isOtherPart && !isPlural(word)) return number.whole !== 1;
  if (/^(?:sur|down)$/.test(word)) return text.numberAt(at + 1) === undefined;
  // "2 mate, watched the footy" speaks to us, "0 all good" counts nothing; of two there are mates.
  if (/^(?:mate|friend|doc)$/.test(word)) return number.whole !== 1;
  if (word === 'all') return next !== '';
  // "A 6 an worth it": "an" is "and" where the article is English.
  if (word === 'an' && before.hasArticle) return true;
  const isSingular = !isPlural(word) && word.length > 4 && (number.value ?? 0) > 1 && !text.isFrenchUnit(at);
  return before.kind === 'pain' && isSingular && next !== '' && !measures.test(word);
};

/** What a day held, in the words of a unit: "night shift", "day off", "bus ride". */
const occasions =
  /^(?:night (?:shift|out|off|drive|bus)|day (?:off|out)|(?:bus|train|car) (?:ride|trip|journey|home|to)|trip (?:to|home|out)|shift at|job interview|dog walk|room move)$/;
const frenchOccasions =
  /^(?:(?:jour|journee|soiree|matinee|nuit|seance|visite|train) (?:de|du|off|au|a|chez|en|avec|tranquille|calme|difficile|dure|agitee|courte|longue|chargee))$/;
/**
 * "PAIN 4 night shift", "DOULEUR 3 jour de repos": right behind the command, a unit in the singular that names an occasion.
 * French often leaves the plural unwritten, so that there it is asked about.
 */
const occasion: Rule = {
  read: ({ number, before, word, next }) => {
    const isBehindCommand = before.kind === 'pain' && before.from === 0 && number.from === 1;
    if (!isBehindCommand || number.whole === 1) return undefined;
    if (occasions.test(`${word} ${next}`)) return 'note';
    return frenchOccasions.test(`${word} ${next}`) ? 'doubtful' : undefined;
  },
};

/** "6 if halves are allowed", "niveau 4 si j'ai bien compris": a condition of the sending, not of the pain. */
const isPolite = ({ text, at, word }: View): boolean =>
  /^(?:if|si)$/.test(word) &&
  text.tokens
    .slice(at + 1, at + 8)
    .some((token) =>
      /^(?:you|your|yer|u|ur|ye|yall|vous|votre|compris|allowed|ok|okay|helps|counts)$/.test(token.text),
    );

const habits = /^(?:usually|normally|generally|often|habituellement|normalement|souvent)$/;
const opposed = /^(?:because|cause|cos|cuz|since|as|parce|car)$/;
/** What an unknown word makes of the number. */
export const strange: Rule = {
  // A word that is not known.
  read: ({ text, number, before, at, word, name, now, parted, greeted }) => {
    if (name !== undefined) return undefined;
    // "6 dans les escaliers": what stands behind an article is a place.
    const isPlaced = at > number.to && /^(?:les|des|the|my|mes)$/.test(text.tokens[at - 1]?.text ?? '');
    if (isPlaced || now || parted || greeted || looksLikeNote(word)) return 'note';
    if (isPlural(word)) return 'counted';
    // Nothing is counted in halves, and nothing but a score or a measure has an article: "7.5 frr", "a 7 kind of a day".
    return (number.value ?? 0) % 1 !== 0 || before.hasArticle ? 'note' : 'maybe-counted';
  },
};

/** "1 douleur", "ya 1 mec", "1 par semaine", "zero warning": the figure of the article, or of none, before what it is said of. */
export const article: Rule = {
  // 1 nouvelle douleur: the article in SMS French; zero warning: none.
  read: ({ text, number, before, at, word, isFirst, name }) => {
    if (!isFirst || before.kind === 'pain' || text.isMark(at) || text.isLineStart(at) || number.outOfTen)
      return undefined;
    const isOne = number.whole === 1 && !number.spelled;
    // "Deux par semaine", "3 per week".
    // "Sept à matin", "deux à soir" are of now.
    const isNow = word === 'a' && dayParts.has(text.tokens[at + 1]?.text ?? '');
    const isRate =
      /^(?:par|per|a|an|each|every)$/.test(word) &&
      text.startsAt(at + 1, 'unit') !== undefined &&
      text.tokens[at + 1]?.text !== 'bit' &&
      !isNow;
    // "Keeping back two a night".
    if (isRate) return before.isNamed ? 'doubtful' : 'counted';
    if (isOne && (/^(?:par|nouve\w+|autre|seule?)$/.test(word) || text.startsAt(at, 'pain-named') !== undefined))
      return 'counted';
    const thereIs = `${text.tokens[number.from - 2]?.text} ${text.tokens[number.from - 1]?.text}` === 'y a';
    if (isOne && thereIs) return 'counted';
    const isNone = number.value === 0 && number.spelled && name?.name !== 'pain-named';
    return isNone && (name === undefined || name.name === 'unit' || name.name === 'describes') ? 'doubtful' : undefined;
  },
};

/** By the class of the words. */
export const known: readonly Rule[] = [
  occasion,
  {
    // 2 weeks ago, 3 good days.
    read: ({ text, at, next, name, isFirst }) => {
      if (!isFirst) return undefined;
      if (name?.name === 'other-day' && text.startsAt(at, 'unit') !== undefined) return 'counted';
      return name?.to === at + 2 && /^(?:days|nights|mornings|evenings|jours|nuits|journees)$/.test(next)
        ? 'counted'
        : undefined;
    },
  },
  {
    // A greeting, "today", the pain by name.
    read: ({ name }) => (name && harmless.includes(name.name) ? 'pass' : undefined),
  },
  {
    // 4 leg: of the leg, or four of them.
    read: ({ text, number, before, at, isFirst }) =>
      isFirst &&
      before.kind !== 'pain' &&
      number.from === 0 &&
      number.to === 1 &&
      text.startsAt(at, 'other-part') !== undefined
        ? 'doubtful'
        : undefined,
  },
  {
    // A unit.
    read: (view) => {
      if (view.name?.name !== 'unit') return undefined;
      return view.now || view.parted || view.greeted || dayParts.has(view.word) || isNoUnit(view) ? 'note' : 'counted';
    },
  },
  {
    // 5 better than, 4 worse: points more or less, unless a remark goes on.
    read: ({ text, name, now, parted, greeted }) => {
      if (name?.name !== 'more-or-less') return undefined;
      const next = text.tokens[name.to];
      const goesOn = next?.kind === 'word' && !text.isLineStart(name.to) && next.text !== 'than';
      return now || parted || greeted || goesOn ? 'note' : 'doubtful';
    },
  },
  {
    // 2 bad knees.
    read: ({ text, number, at, name, now, parted, greeted }) => {
      if (name?.name !== 'describes') return undefined;
      return isDescribedCount(text, at, number, now || parted || greeted) ? 'counted' : 'note';
    },
  },
  {
    // A no by itself.
    read: ({ text, at, word }) =>
      /^(?:no|nope|not|non|nan)$/.test(word) && text.tokens[at + 1] === undefined ? 'doubtful' : undefined,
  },
  {
    // 1 knee.
    read: ({ text, number, at, name, now, parted, greeted }) =>
      name?.name === 'opener' &&
      !(now || parted || greeted) &&
      number.whole === 1 &&
      text.startsAt(at, 'other-part') !== undefined
        ? 'counted'
        : undefined,
  },
  {
    // 1 walk.
    read: ({ number, before, name, word, isFirst, parted }) =>
      name?.name === 'opener' &&
      isFirst &&
      !parted &&
      before.kind !== 'pain' &&
      !number.outOfTen &&
      isOuting(word, number.whole ?? 0)
        ? 'maybe-counted'
        : undefined,
  },
  {
    // A remark begins, a day is named.
    read: ({ name }) => (name && /^(?:opener|yesterday|other-day)$/.test(name.name) ? 'note' : undefined),
  },
  {
    // Zero. Dont know myself: a sentence of its own that doubts something else.
    read: ({ text, number, at, name }) => {
      const next = text.tokens[name?.to ?? at];
      if (name === undefined || !/^(?:in-doubt|behind-bounds)$/.test(name.name) || next?.kind !== 'word')
        return undefined;
      const isOwn = text.tokens[at]?.sentence !== text.tokens[number.from]?.sentence && !text.isLineStart(name.to);
      return isOwn && !/^(?:if|si|whether|that|about|how|what|which|really|to|a|or|ou|comment)$/.test(next.text)
        ? 'note'
        : undefined;
    },
  },
  {
    // 6, better: behind a sign a remark, but a guess is said of the number all the same.
    read: ({ text, name, word, parted }) => {
      if (!parted) return undefined;
      if (name?.name === 'conditional') return 'note';
      if (name?.name !== 'behind-bounds') return undefined;
      // "So 6, usually it eases by dinner": a sentence of its own.
      if (habits.test(word) && text.tokens[name.to]?.kind === 'word') return 'note';
      return /^(?:more|less|better|worse|lower|higher|was|is|it|before|moins|plus|pire|mieux|est|etait|then|puis)$/.test(
        word,
      )
        ? 'note'
        : 'doubtful';
    },
  },
  {
    // A greeting behind a sign.
    read: ({ text, at, parted }) => (parted && text.startsAt(at, 'opening') !== undefined ? 'pass' : undefined),
  },
  {
    // 6 my dog pulled me.
    read: ({ text, at, name }) => (name?.name === 'for-somebody' && !isForSomebody(text, at) ? 'note' : undefined),
  },
  // A condition of the sending.
  { read: (view) => (isPolite(view) ? 'note' : undefined) },
  {
    // 4, but only because I lay down.
    read: ({ text, name }) => (name && opposed.test(text.tokens[name.to]?.text ?? '') ? 'note' : undefined),
  },
  {
    // PAIN 5 when I stand up: the command leaves no doubt that it is meant to be kept.
    read: ({ before, name, word }) =>
      before.kind === 'pain' && name?.name === 'conditional' && /^(?:when|quand|lorsque)$/.test(word)
        ? 'note'
        : undefined,
  },
  // A guess, a limit, a condition, a taking back.
  { read: () => 'doubtful' },
];
