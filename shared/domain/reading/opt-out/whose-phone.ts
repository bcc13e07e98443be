import type { Concept } from '../lexicon/concept.ts';
import type { Said, Span } from '../said.ts';

/** Wishes, and what says that the one we know is not to be reached there. */
const wishesOrDenials: readonly Concept[] = [
  'wrong-number',
  'no-such-person',
  'negation-of-contact',
  'not-wanting',
  'removing',
  'ending',
  'stop-word',
  'opt-out-word',
  'leave-alone',
  'needs-no-more',
  'our-messages',
  'died',
];
/** The phone changed hands, or is a business that we text by mistake. */
const changedHands =
  /^(?:now|new|no|not|nobody|never|used|was|were|had|got|given|bought|changed|belongs?|someone|somebody|else|late|whoever|wrong|previous|owner|proprietaire|precedente?|business|shop|taxi|firm|landline|desormais|maintenant|mtn|nouve(?:au|lle)|plus|pas|etait|avait|attribue|recupere|herite|achete|change|ancien(?:ne)?|joignable|fixe)$/;

/** "This is", "c'est", "using", "du": where the writer is now. */
const isPresent = (said: Said, { from, to }: Span): boolean =>
  said.tokens
    .slice(Math.max(0, from - 2), to)
    .some(({ text }) => /^(?:is|s|its|this|est|using|from|on|du|sur|avec|with)$/.test(text));
/** "I'm texting from", "j'écris du". */
const isOwnAct = (said: Said, mention: Span): boolean =>
  said.before(mention, 2).some((word) => /^(?:i|im|am|j|je|suis)$/.test(word)) || mention.from === 0;
/** "He's 12", "elle a huit ans": a child's phone is no place for us. */
const isOfAChild = (said: Said): boolean =>
  said
    .all('a-number')
    .some((mention) => said.before(mention, 3).some((word) => /^(?:he|hes|she|shes|il|elle)$/.test(word)));

/**
 * "This is his phone", "c'est le téléphone de ma mère": whose it is, and nothing else. Whoever borrows a phone says so as well as
 * whoever answers another's, and an end would close a diary for good: it is asked about.
 */
export const saysOnlyWhose = (said: Said): boolean =>
  said.all('phone-of-another', 'other-phone').some((mention) => isPresent(said, mention)) &&
  !said.has(...wishesOrDenials) &&
  !isOfAChild(said) &&
  !said.all('contacting').some((mention) => !isOwnAct(said, mention)) &&
  !said.tokens.some(({ text }) => changedHands.test(text));
