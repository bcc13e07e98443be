import { type GatedPattern, gatedPattern } from '../gated-pattern.ts';

/**
 * The sentences a score is read from. Each is matched against the shape of a reply: its words as they are, `N` for a
 * number that can be a score, `X` for any other number, signs by themselves, one space between.
 */

const greeting =
  '(?:(?:hi|hello|hey|good morning|good afternoon|good evening|morning|bonjour|bonsoir|salut)(?: [,.!])? )?';
const moment =
  '(?:today|now|right now|just now|at the moment|this morning|this afternoon|this evening|tonight|aujourdhui|ce matin|ce soir|maintenant)';
const whose = '(?:(?:my|the|todays|current|ma|mon|la|le|jai) )?(?:current )?(?:lower |low )?';
const painNoun =
  '(?:back pain|backpain|backache|back ache|pain|pains|douleurs?|mal au dos|mal de dos|mal|niveau de douleur)(?: level| score| rating)?';
const yesterday = '(?:yday|yesterday|yesterdays|hier)';
const article = '(?:at a |at an |a |an |un |une )?';
const opening = '(?:[("] )?';
const painWords = ['pain', 'back', 'douleur', 'mal', 'niveau', 'level', 'score'];
const yesterdayWords = ['yday', 'yesterday', 'hier'];

const always = (source: () => string): GatedPattern => gatedPattern([''], source);

/** PAIN 6 and its like, which most replies are. */
export const plainHead = /^(?:pain|douleur|mal) N(?= |$)/;

/** Pain is named, so a number right behind it is a score, and words may follow it as a note. */
export const painHead = gatedPattern(
  painWords,
  () =>
    `^${greeting}${whose}(?:${painNoun}|level|score)(?: ${moment})?(?: (?:is|at a|a|an|of|level|score|still|feels like|est|etait a|:|=|,|[.])){0,4} ${opening}N(?= |$)`,
);

/** The scale is implied; only a harmless end may follow. */
export const sayHead = always(
  () =>
    `^${greeting}(?:${whose}(?:${painNoun}|back|dos) (?:is|est)(?: still)? (?:at )?${article}|(?:my |the )?backs ${article}|pains ${article}|(?:today )?(?:its|it is|cest)(?: still)? ${article}|still (?:a )?|a |today is (?:a )?|todays a |today : |(?:im|i am|je suis)(?: still)? (?:at )?a |(?:id say|i would say|je dirais) ${article}|level |score )${opening}N(?= |$)`,
);

/** "Was" needs to hear when: this morning is today, last week is not. */
export const pastHead = gatedPattern(
  ['was', 'were', 'etait'],
  () => `^${greeting}(?:${whose}(?:${painNoun}|back|dos)|it) (?:was|were|etait) (?:at )?${article}N(?= |$)`,
);

/** Yesterday's score, the day said first, or in the middle. */
export const yesterdayHead = gatedPattern(
  yesterdayWords,
  () =>
    `^${greeting}(?:for )?(?:${yesterday}(?: [:,=])?(?: ${whose}(?:${painNoun}|back|dos))?|${whose}(?:${painNoun}|back|dos) (?:for )?${yesterday})(?: [:,=])?(?: (?:it was|was|is|etait|cetait))?(?: (?:at a|a|an|un|une))? N(?= |$)`,
);

/** The number comes first. */
export const bareHead = always(() => `^${greeting}${opening}N(?= |$)`);

/** FIX and its number. */
export const fixHead =
  /^(?:please )?(?:fix|correct|correction|corrige|corriger)(?: (?:it|that|this|pain|score|my|the|to|is|a|en|douleur|:|=|,)){0,4} N(?= |$)/;

/** FIX or YDAY or PAIN with nothing, or nothing that is a number, where the number belongs. */
export const numberMissing =
  /^(?:(?:fix|correction|corrige|corriger|correct)(?: (?:it|that|this|pain|score|douleur|please|my score|the score))?|yday|pain|douleur|mal|pain level|pain score)(?: [.,!?:])*$/;

/** Nothing hurts: the whole message, not "no pain relief". */
export const noPain = always(
  () =>
    `^${greeting}(?:i have |ive got |ive |have |there is |jai )?(?:(?:no|zero|without|aucune|pas de|sans) (?:back ?)?(?:pain|pains|douleur)|(?:im |i am )?pain (?:- )?free|painfree|je nai pas mal)(?: at all| whatsoever| du tout)?(?: ${moment})?(?: (?:so far|thanks|thank you|merci|[.,!)]))*$`,
);

/** Nothing hurt yesterday. */
export const noPainYesterday = gatedPattern(
  yesterdayWords,
  () => `^(?:no|zero|aucune|pas de) (?:back ?)?(?:pain|douleur) ${yesterday}(?: [.,!])*$`,
);

/** "No pain" with something behind it that may change what it means. */
export const noPainThenMore = always(
  () => `^${greeting}(?:no|zero|aucune|pas de) (?:pain|douleur)(?: ${moment})? [.,?] `,
);

/** What may stand behind a number without changing it. */
const courtesies =
  'please|pls|plz|thanks|thank you|thx|ty|ok|okay|merci|svp|still|again|so far|for today|for now|[.,!:()"]';
export const harmlessEnd = always(
  () =>
    `^(?: (?:today|now|right now|just now|at the moment|aujourdhui|maintenant|(?:back )?pain|douleur|${courtesies}))*$`,
);
export const momentEnd = always(() => `^(?: (?:${moment}|${courtesies}))*$`);
/** An end that surely places it today. */
export const todayEnd = always(() => `^(?: [.,])?(?: earlier)? ${moment}(?: (?:${courtesies}))*$`);
export const yesterdayEnd = gatedPattern(
  yesterdayWords,
  () => `^(?: [.,("])?(?: (?:was|for))? ${yesterday}(?: (?:${courtesies}))*$`,
);
