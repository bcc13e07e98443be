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

/** Pain is named, so a number right behind it is a score, and words may follow it as a note. */
export const painHead = new RegExp(
  `^${greeting}${whose}(?:${painNoun}|level|score)(?: ${moment})?(?: (?:is|at a|a|an|of|level|score|still|feels like|est|etait a|:|=|,|[.])){0,4} ${opening}N(?= |$)`,
);

/** The scale is implied; only a harmless end may follow. */
export const sayHead = new RegExp(
  `^${greeting}(?:${whose}(?:${painNoun}|back|dos) (?:is|est)(?: still)? (?:at )?${article}|(?:my |the )?backs ${article}|pains ${article}|(?:today )?(?:its|it is|cest)(?: still)? ${article}|still (?:a )?|a |today is (?:a )?|todays a |today : |(?:im|i am|je suis)(?: still)? (?:at )?a |(?:id say|i would say|je dirais) ${article}|level |score )${opening}N(?= |$)`,
);

/** "Was" needs to hear when: this morning is today, last week is not. */
export const pastHead = new RegExp(
  `^${greeting}(?:${whose}(?:${painNoun}|back|dos)|it) (?:was|were|etait) (?:at )?${article}N(?= |$)`,
);

/** Yesterday's score, the day said first, or in the middle. */
export const yesterdayHead = new RegExp(
  `^${greeting}(?:for )?(?:${yesterday}(?: [:,=])?(?: ${whose}(?:${painNoun}|back|dos))?|${whose}(?:${painNoun}|back|dos) (?:for )?${yesterday})(?: [:,=])?(?: (?:it was|was|is|etait|cetait))?(?: (?:at a|a|an|un|une))? N(?= |$)`,
);

/** The number comes first. */
export const bareHead = new RegExp(`^${greeting}${opening}N(?= |$)`);

/** FIX and its number. */
export const fixHead =
  /^(?:please )?(?:fix|correct|correction|corrige|corriger)(?: (?:it|that|this|pain|score|my|the|to|is|a|en|douleur|:|=|,)){0,4} N(?= |$)/;

/** FIX or YDAY or PAIN with nothing, or nothing that is a number, where the number belongs. */
export const numberMissing =
  /^(?:(?:fix|correction|corrige|corriger|correct)(?: (?:it|that|this|pain|score|douleur|please|my score|the score))?|yday|pain|douleur|mal|pain level|pain score)(?: [.,!?:])*$/;

/** Nothing hurts: the whole message, not "no pain relief". */
export const noPain = new RegExp(
  `^${greeting}(?:i have |ive got |ive |have |there is |jai )?(?:(?:no|zero|without|aucune|pas de|sans) (?:back ?)?(?:pain|pains|douleur)|(?:im |i am )?pain (?:- )?free|painfree|je nai pas mal)(?: at all| whatsoever| du tout)?(?: ${moment})?(?: (?:so far|thanks|thank you|merci|[.,!)]))*$`,
);

/** Nothing hurt yesterday. */
export const noPainYesterday = new RegExp(
  `^(?:no|zero|aucune|pas de) (?:back ?)?(?:pain|douleur) ${yesterday}(?: [.,!])*$`,
);

/** "No pain" with something behind it that may change what it means. */
export const noPainThenMore = new RegExp(
  `^${greeting}(?:no|zero|aucune|pas de) (?:pain|douleur)(?: ${moment})? [.,?] `,
);

/** What may stand behind a number without changing it. */
const courtesies =
  'please|pls|plz|thanks|thank you|thx|ty|ok|okay|merci|svp|still|again|so far|for today|for now|[.,!:()"]';
export const harmlessEnd = new RegExp(
  `^(?: (?:today|now|right now|just now|at the moment|aujourdhui|maintenant|(?:back )?pain|douleur|${courtesies}))*$`,
);
export const momentEnd = new RegExp(`^(?: (?:${moment}|${courtesies}))*$`);
/** An end that surely places it today. */
export const todayEnd = new RegExp(`^(?: [.,])?(?: earlier)? ${moment}(?: (?:${courtesies}))*$`);
export const yesterdayEnd = new RegExp(`^(?: [.,("])?(?: (?:was|for))? ${yesterday}(?: (?:${courtesies}))*$`);
