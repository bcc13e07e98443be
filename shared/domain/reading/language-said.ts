import type { Language } from '../people/subscriber.ts';
import { commandOf, isFrenchKeyword } from './command/keywords.ts';
import type { Intent } from './intent.ts';

/** Everyday French words that occur in no English text. */
const frenchWords =
  / (?:je|j (?:ai|en|aimerais)|vous|nous|mes|une|suis|veux|voudrais|avec|jambes|mourir|tuer|c est|n ai|qu est|arretez|aidez|besoin|bonjour|bonsoir|svp|s il)(?= )/;

/**
 * The language of a reply whose words leave no doubt. `words` is the whole reply as `plainWords` gives it, without
 * addresses (je.smith@example.org). A keyword tells the language only where it was read as one, because "journal" and
 * "plus" are English words too.
 */
export const languageSaid = (words: string, intent: Intent): Language | undefined => {
  if (intent.kind === 'language') return intent.language;
  if (intent.kind === 'join' && intent.language !== undefined) return intent.language;
  if (frenchWords.test(words)) return 'fr';
  if (intent.kind === 'note') return undefined;
  const keyword = words.split(' ').find((word) => commandOf(word) !== undefined);
  return keyword !== undefined && isFrenchKeyword(keyword) ? 'fr' : undefined;
};
