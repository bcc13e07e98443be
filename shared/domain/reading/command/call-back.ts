import { memoize } from '../../memoize.ts';

const courtesies = `(?:hi|hello|please|pls|plz|yes|ok|thanks|thank you|bonjour|salut|svp|stp|s il vous plait|oui|merci)`;
const whenever = `(?:back|please|pls|plz|asap|soon|now|today|tomorrow|when (?:you|u) can|as soon as (?:possible|(?:you|u) can)|thanks|thank you|svp|stp|s il vous plait|vite|aujourd ?hui|demain|des que possible|quand vous pouvez|merci)`;
const whoCan = `(?:(?:can|could|would|will|may) )?(?:you|u|someone|somebody|anyone|anybody|they|(?:a|the|your) (?:nurse|clinic|doctor|physio))(?: (?:from|at) (?:the|my|your) (?:clinic|practice|surgery))?`;
const englishCall = `(?:just )?(?:(?:call|ring|phone|telephone) me|give me an? (?:call|ring|bell|buzz))`;
const wishes = `(?:i (?:need|want|would like|wish for)|id like) (?:an? (?:call|phone call)|(?:you|u|someone|somebody|a nurse) to (?:call|ring|phone) me)`;
const quiPeut = `(?:est ce que )?(?:vous (?:pouvez|pourriez)|(?:pouvez|pourriez) vous|tu peux|peux tu|(?:quelqu ?un|on|la clinique|l infirmiere|le kine) (?:peut|pourrait)|(?:peut|pourrait) on)`;
const frenchCall = `(?:${quiPeut} (?:me |m )(?:r?appeler|telephoner|joindre)|(?:r?appelez|r?appelle|r?appeler|telephonez|telephone) moi)`;
const souhaits = `(?:je (?:veux|voudrais|souhaite|souhaiterais)|j aimerais) (?:etre r?appelee?|qu ?on me (?:r?appelle|telephone)|que (?:vous me r?appeliez|quelqu ?un me r?appelle))`;

/** Only courtesy and haste may stand around the request: "they call me Jo" and "my doctor will call me" ask us for nothing. */
const asks = memoize(
  () =>
    new RegExp(
      `^(?:${courtesies} )*(?:(?:${whoCan} )?(?:please )?${englishCall}|${wishes}|${frenchCall}|${souhaits})(?: ${whenever})*$`,
    ),
);
/**
 * Every request for a call holds one of these. The quick test spares most texts the whole expression, which takes a
 * millisecond to compile.
 */
const calling = /call|ring|phone|bell|buzz|appel|joindre/;

/** Whether a whole text asks that the clinic call, as CALL ME does. The text must be in lower case, without accents and signs. */
export const asksForCall = (text: string): boolean => calling.test(text) && asks().test(text);
