import type { Rule, View } from './behind-rules.ts';
import { isDescribedCount, isPlural, looksLikeNote } from './counted-thing.ts';
import { isForSomebody } from './for-somebody.ts';
import type { WordClass } from './word-class.ts';

const harmless: readonly WordClass[] = ['right-now', 'opening', 'pain-named', 'hedges'];

/** Parts of the day in the singular, which tell when it was: "PAIN 4 morning". */
const dayParts = new Set('morning evening afternoon matin soir midi aprem'.split(' '));
const measures =
  /(?:met(?:re|er)|mile|inch|foot|feet|fold|gram|lit(?:re|er)|degree|percent|clock|yr|year|month|week|hour|minute|second|night|day|time|fois|pint|beer|pill|tablet|point|pound|ounce|stone|kilo|weight)/;

/**
 * Whether "marche" behind the number means that somebody walked. Without its accent it is also the word for steps, which
 * are counted.
 */
const isWalked = ({ text, before, at, word }: View): boolean => {
  const token = text.tokens[at];
  if (word !== 'marche' || token === undefined) return false;
  const { original, normalised } = text.read;
  const isAccented = /\u00E9|e\u0301/i.test(original.slice(normalised.at[token.start], normalised.at[token.end]));
  // "Douleur 6 marche 20 minutes".
  return isAccented || (before.kind === 'pain' && text.numberAt(at + 1) !== undefined);
};

/** Whether the number may count outings: "1 walk", "2 sorties". Seven "courses" are a shopping trip. */
const isOuting = (word: string, number: number): boolean =>
  number === 1
    ? /^(?:walk|run|swim|ride|drive|course|sortie|trajet)$/.test(word)
    : /^(?:walks|runs|swims|rides|drives|sorties|trajets)$/.test(word);

/** Whether a word that is also a unit is none here: "pain 8 truck wouldn't start", "7 bien tassé", "2 sur mon carnet". */
const isNoUnit = (view: View): boolean => {
  const { text, number, before, at, word, next } = view;
  if (isWalked(view)) return true;
  if (/^(?:bien|tres|trop|really|quite|so|pretty|just)$/.test(word)) return true;
  // In SMS French "mm" is "même": "5 mm avec le patch".
  if (word === 'mm')
    return /^(?:si|quand|qd|kan|pr|pour|avec|ac|en|apres|ap|sans|pas|la|le|les|au|a|assis|assise|debout|couche|couchee)$/.test(
      next,
    );
  // "6 a bit better", "6 bit stiff".
  if (word === 'bit') return true;
  // "Pas" is a step, but not in "4 pas plus".
  if (word === 'pas')
    return /^(?:plus|moins|mal|pire|mieux|trop|si|terrible|top|bien|bon|bons|grand|de|d|encore)$/.test(next);
  // "Back 3 knee pain 6" goes on with another part and its pain.
  const isOtherPart = text.startsAt(at, 'other-part') === at + 1 && text.startsAt(at + 1, 'pain-named') !== undefined;
  if (isOtherPart && !isPlural(word)) return number.whole !== 1;
  if (/^(?:sur|down)$/.test(word)) return text.numberAt(at + 1) === undefined;
  // "2 mate, watched the footy" speaks to us, and "0 all good" counts nothing. A single mate may be counted.
  if (/^(?:mate|friend|doc)$/.test(word)) return number.whole !== 1;
  if (word === 'all') return next !== '';
  // Behind an English article "an" is a mistyped "and": "a 6 an worth it".
  if (word === 'an' && before.hasArticle) return true;
  const isSingular = !isPlural(word) && word.length > 4 && (number.value ?? 0) > 1 && !text.isFrenchUnit(at);
  return before.kind === 'pain' && isSingular && next !== '' && !measures.test(word);
};

/**
 * Right behind the command, a unit in the singular that names an occasion begins a note: "PAIN 4 night shift", "DOULEUR 3
 * jour de repos". French often leaves out the plural, so there the number is asked about.
 */
const occasion: Rule = {
  read: ({ text, number, before, at }) => {
    const isBehindCommand = before.kind === 'pain' && before.from === 0 && number.from === 1;
    if (!isBehindCommand || number.whole === 1) return undefined;
    if (text.startsAt(at, 'day-held') !== undefined) return 'note';
    return text.startsAt(at, 'day-held-perhaps') !== undefined ? 'doubtful' : undefined;
  },
};

/**
 * Whether a condition is about the sending and not about the pain: "6 if halves are allowed", "niveau 4 si j'ai bien
 * compris".
 */
const isPolite = ({ text, at, word }: View): boolean =>
  /^(?:if|si)$/.test(word) &&
  text.tokens
    .slice(at + 1, at + 8)
    .some((token) =>
      /^(?:you|your|yer|u|ur|ye|yall|vous|votre|compris|allowed|ok|okay|helps|counts)$/.test(token.text),
    );

const habits = /^(?:usually|normally|generally|often|habituellement|normalement|souvent)$/;
const opposed = /^(?:because|cause|cos|cuz|since|as|parce|car)$/;
/** What a word that no list knows makes of the number. */
export const strange: Rule = {
  read: ({ text, number, before, at, word, name, now, parted, greeted }) => {
    if (name !== undefined) return undefined;
    // An article before the word makes it a place: "6 dans les escaliers".
    const isPlaced = at > number.to && /^(?:les|des|the|my|mes)$/.test(text.tokens[at - 1]?.text ?? '');
    if (isPlaced || now || parted || greeted || looksLikeNote(word)) return 'note';
    if (isPlural(word)) return 'counted';
    // Halves count nothing, and an article is said of a score or a measure only: "7.5 frr", "a 7 kind of a day".
    return (number.value ?? 0) % 1 !== 0 || before.hasArticle ? 'note' : 'maybe-counted';
  },
};

/** The number as an article, as part of a rate, or as "no": "1 douleur", "ya 1 mec", "1 par semaine", "zero warning". */
export const article: Rule = {
  read: ({ text, number, before, at, word, isFirst, name }) => {
    if (!isFirst || before.kind === 'pain' || text.isMark(at) || text.isLineStart(at) || number.outOfTen)
      return undefined;
    const isOne = number.whole === 1 && !number.spelled;
    // "Deux par semaine" and "3 per week" are rates; "sept à matin" and "deux à soir" tell of now.
    const isNow = word === 'a' && dayParts.has(text.tokens[at + 1]?.text ?? '');
    const isRate =
      /^(?:par|per|a|an|each|every)$/.test(word) &&
      text.startsAt(at + 1, 'unit') !== undefined &&
      text.tokens[at + 1]?.text !== 'bit' &&
      !isNow;
    // "Keeping back two a night" may be either.
    if (isRate) return before.isNamed ? 'doubtful' : 'counted';
    if (isOne && (/^(?:par|nouve\w+|autre|seule?)$/.test(word) || text.startsAt(at, 'pain-named') !== undefined))
      return 'counted';
    const thereIs = `${text.tokens[number.from - 2]?.text} ${text.tokens[number.from - 1]?.text}` === 'y a';
    if (isOne && thereIs) return 'counted';
    const isNone = number.value === 0 && number.spelled && name?.name !== 'pain-named';
    return isNone && (name === undefined || name.name === 'unit' || name.name === 'describes') ? 'doubtful' : undefined;
  },
};

/** Rules by the class of the words. */
export const known: readonly Rule[] = [
  occasion,
  {
    // A measure of time with more behind it: "2 weeks ago", "3 good days".
    read: ({ text, at, next, name, isFirst }) => {
      if (!isFirst) return undefined;
      if (name?.name === 'other-day' && text.startsAt(at, 'unit') !== undefined) return 'counted';
      return name?.to === at + 2 && /^(?:days|nights|mornings|evenings|jours|nuits|journees)$/.test(next)
        ? 'counted'
        : undefined;
    },
  },
  {
    // A greeting, "today", or the pain by name changes nothing.
    read: ({ name }) => (name && harmless.includes(name.name) ? 'pass' : undefined),
  },
  {
    // "4 leg" tells of the leg, or counts four of them.
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
    // A unit is counted.
    read: (view) => {
      if (view.name?.name !== 'unit') return undefined;
      return view.now || view.parted || view.greeted || dayParts.has(view.word) || isNoUnit(view) ? 'note' : 'counted';
    },
  },
  {
    // "5 better than" and "4 worse" tell a change in points, unless a remark goes on.
    read: ({ text, name, now, parted, greeted }) => {
      if (name?.name !== 'more-or-less') return undefined;
      const next = text.tokens[name.to];
      const goesOn = next?.kind === 'word' && !text.isLineStart(name.to) && next.text !== 'than';
      return now || parted || greeted || goesOn ? 'note' : 'doubtful';
    },
  },
  {
    // An adjective before what is counted: "2 bad knees".
    read: ({ text, number, at, name, now, parted, greeted }) => {
      if (name?.name !== 'describes') return undefined;
      return isDescribedCount(text, at, number, now || parted || greeted) ? 'counted' : 'note';
    },
  },
  {
    // A "no" by itself takes the number back.
    read: ({ text, at, word }) =>
      /^(?:no|nope|not|non|nan)$/.test(word) && text.tokens[at + 1] === undefined ? 'doubtful' : undefined,
  },
  {
    // A part of the body in the singular: "1 knee".
    read: ({ text, number, at, name, now, parted, greeted }) =>
      name?.name === 'opener' &&
      !(now || parted || greeted) &&
      number.whole === 1 &&
      text.startsAt(at, 'other-part') !== undefined
        ? 'counted'
        : undefined,
  },
  {
    // An outing: "1 walk".
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
    // A remark begins, or a day is named.
    read: ({ name }) => (name && /^(?:opener|yesterday|other-day)$/.test(name.name) ? 'note' : undefined),
  },
  {
    // A sentence of its own doubts something else: "Zero. Dont know myself".
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
    // Behind a sign a remark begins ("6, better"), but a guess is still about the number.
    read: ({ text, name, word, parted }) => {
      if (!parted) return undefined;
      if (name?.name === 'conditional') return 'note';
      if (name?.name !== 'behind-bounds') return undefined;
      // "So 6, usually it eases by dinner" goes on with a sentence of its own.
      if (habits.test(word) && text.tokens[name.to]?.kind === 'word') return 'note';
      return /^(?:more|less|better|worse|lower|higher|was|is|it|before|moins|plus|pire|mieux|est|etait|then|puis)$/.test(
        word,
      )
        ? 'note'
        : 'doubtful';
    },
  },
  {
    // A greeting behind a sign changes nothing.
    read: ({ text, at, parted }) => (parted && text.startsAt(at, 'opening') !== undefined ? 'pass' : undefined),
  },
  {
    // "6 my dog pulled me" tells why it hurts.
    read: ({ text, at, name }) => (name?.name === 'for-somebody' && !isForSomebody(text, at) ? 'note' : undefined),
  },
  // A condition of the sending.
  { read: (view) => (isPolite(view) ? 'note' : undefined) },
  {
    // "4, but only because I lay down" keeps the number.
    read: ({ text, name }) => (name && opposed.test(text.tokens[name.to]?.text ?? '') ? 'note' : undefined),
  },
  {
    // "PAIN 5 when I stand up": the command shows that the number is to be kept.
    read: ({ before, name, word }) =>
      before.kind === 'pain' && name?.name === 'conditional' && /^(?:when|quand|lorsque)$/.test(word)
        ? 'note'
        : undefined,
  },
  // Any other words of these classes are a guess, a limit, a condition or a taking back.
  { read: () => 'doubtful' },
];
