import { gatedPattern } from '../gated-pattern.ts';
import type { Token } from './tokens.ts';

const corrections = new Set(
  `wrong wait mistake mistaken oops meant mean typo ignore undo fix correction correct instead erreur trompe trompee
  incorrect inexact false nvm nevermind kidding joking jk disregard oups attends attendez blague menti corrige corriger
  corrigez rectifie rectification ignorer ignorez`.split(/\s+/),
);
const somebody =
  '(?:wife|husband|mum|mom|mother|dad|father|son|daughter|sister|brother|friend|partner|girlfriend|boyfriend|spouse|kid|child|dog|cat|patient|boss|neighbou?r|femme|mari|mere|maman|pere|papa|fils|fille|frere|soeur|amie?|copain|copine|epou(?:x|se)|conjointe?|compagn(?:on|e)|enfant|bebe|chien|patron|voisine?)';
const correct = '(?:juste|vrai|exacte?|correcte?|le bon|la bonne)';
const courtesy = '(?: (?:svp|stp|sil (?:vous|te) plait|merci|moi))*';
/** Words that take back, or belong to somebody else, wherever they stand. */
export const takenBackAnywhere = gatedPattern(
  `scratch strike cancel forget delete remove never take right true for pour today hui pas faux fausse annul oubli effac
  supprim retire enleve tape ecrit saisi rigole plaisante deconne plante gourre frappe mauvais dire`.split(/\s+/),
  () =>
    `(?:^| )(?:${[
      '(?:scratch|strike|cancel|forget|delete|remove) (?:that|it|this)|never mind|take (?:it|that) back',
      "not (?:right|true)|isn?'?t (?:right|true)|not (?:for )?today|mais pas aujourd ?hui",
      `pas ${correct}|[cn]?est pas (?:ca|cela)|(?:c?est|c?etait|chiffre|note|score) (?:faux|fausse)|mauvaise? (?:chiffre|nombre|numero|note|score|touche)`,
      // "Annulé" reads as "annule": what was called off is named, unless it is the number.
      `(?:annule|oublie|efface|supprime|retire|enleve)[rz]?(?: moi)? (?:ca|cela|tout|ce (?:score|chiffre|message)|le (?:score|chiffre|message)|la note)`,
      `(?:annule|oublie|efface|supprime|retire|enleve)[rz]?${courtesy}$`,
      'je (?:rigole|plaisante|deconne)|suis (?:plante|gourre)e?|mal (?:tape|ecrit|saisi)|faute de frappe|(?:voulais|veux) dire',
      `for (?:my|his|her|our) ${somebody}|pour (?:ma|mon|mes|notre|sa|son) ${somebody}s?`,
    ].join('|')})(?= |$)`,
);
/**
 * Words that follow a number to say of it what it is not: "is too low", "at least", "and up". With a space before them,
 * so that what it cannot match without is told from the ends of longer words.
 */
export const atTheStart = gatedPattern(
  ` is, was, were, seems, should, would, might, may, could be, its not, not , sorry, i , too , and , least, most, max,
    minimum, worst, best, peak, average, general, day, est, etait, serait, devrait, pourrait, semble, pardon, desole,
    excuse, non, plutot, zut, mince, rate, before, back then, avant, ancien, debut,abord,epoque, moment, jhesite, pas,
    je , jimagine, sans doute, peu, grosso, vue, confirmer, trop, faux, moins, plus, pire, mieux, mini, quart, quelque,
    poussiere, moyenne,habitude,ordinaire, temps, plupart, jours, mat, soir,apr, nuit, for , his, hers, theirs, my ,
    her , our , maman, papa, pour , mon , ma , mes , notre , son , sa , ses `.split(/,(?:\n {3})?/),
  () =>
    `^ (?:${[
      'is|isnt|was|wasnt|were|seems|should|would|might|may|could be|its not|not (?:sure|really)|(?:no )?sorry',
      'i (?:think|guess|suppose|believe|lied)|too (?:low|high)|and a quarter|and (?:up|rising|climbing|counting|above|over|increasing|growing|beyond|below|under)',
      '(?:at|the) (?:the )?(?:least|most|max|maximum|minimum)|at (?:its |the )?(?:worst|best|peak)|(?:worst|best|peak)$',
      'on average|in (?:average|general)|on (?:a )?(?:good|bad) days?',
      'est|etait|serait|devrait|pourrait|semble|(?:(?:ah|oh|euh|bah) )?(?:non )?(?:pardon|desolee?|excuse[sz]?)|(?:ah|oh|euh|bah) non|plutot$',
      '(?:zut|mince|rate|before|back then|avant)$|ancien(?:ne)?$|au debut|d ?abord|a l ?epoque|a ce moment la|jhesite',
      '(?:cest|ce nest) pas moi|ne (?:pas (?:compter|noter)|compte[rz]? pas|note[rz]? pas)',
      'je (?:crois|pense|suppose)|jimagine|il me semble|pas sure?|je (?:ne )?sais (?:pas|plus)|pas (?:aujourd ?hui|maintenant|l[ea] mien(?:ne)?)|sans doute|a peu pres|grosso modo|a vue de nez|a confirmer',
      '(?:cest |cetait )?(?:un peu |bien |beaucoup )?trop (?:bas|haut|eleve|faible|peu)|c(?:est|etait) (?:un peu |bien |beaucoup )?trop$|faux(?! (?:mouvement|pas))',
      '(?:(?:tout )?au|a) (?:moins|plus|pire|mieux|max|maxi|maximum|mini|minimum)|(?:au )?grand max(?:imum)?|(?:de|en) (?:moins|plus)|et (?:plus|quart|quelques?|des poussieres)',
      'en (?:moyenne|general)|d ?(?:habitude|ordinaire)|de temps en temps|le plus souvent|la plupart du temps|les (?:bons|mauvais) jours',
      'd[ue] (?:mat|matin|soir)|de l ?(?:apres midi|aprem)|de la nuit',
      `for (?:him|her|them)|(?:his|hers|theirs)$|(?:my|his|her|our) ${somebody}s?$`,
      `(?:maman|papa)$|pour (?:lui|elle|eux)|(?:(?:celle|cest|cetait) )?(?:(?:de|a|chez) )?(?:mon|ma|mes|notre|son|sa|ses) ${somebody}s?$`,
    ].join('|')})(?= |$)`,
);

/** Whether a note takes the number before it back, bounds it, or gives it to somebody else. `parted`: a line end is between. */
export const takesBack = (note: readonly Token[], parted: boolean): boolean => {
  if (note.some((token) => corrections.has(token.text))) return true;
  const words = note
    .filter((token) => token.kind !== 'mark')
    .map((token) => token.text.replaceAll("'", ''))
    .join(' ');
  return takenBackAnywhere.test(words) || (!parted && atTheStart.test(` ${words}`));
};
