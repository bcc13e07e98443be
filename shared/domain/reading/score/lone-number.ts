import { memoize } from '../../memoize.ts';
import type { Concept } from '../lexicon/concept.ts';
import type { ReadWords } from '../read-words.ts';
import type { Token } from '../tokens.ts';
import { looksLikeNote } from './counted-thing.ts';
import { isLabelled } from './labelled.ts';
import { type NumberRole, readRoles } from './number-role.ts';
import { ScoreText } from './score-text.ts';
import { isTheirs } from './whose-number.ts';
import type { WordClass } from './word-class.ts';

/** Concepts that show that a text tells how somebody's body is. */
const ofTheBody: ReadonlySet<string> = new Set<Concept>([
  'pain-or-back',
  'back',
  'legs',
  'leg',
  'leg-pain',
  'bad-day',
  'good-news',
  'weak',
  'procedure-just-now',
]);
const naming: readonly WordClass[] = [
  'pain-named',
  'back-named',
  'score-named',
  'describes',
  'right-now',
  'feels-well',
];

/** Whether anything before a number tells how the person is: the pain, the body, an adjective of either, today. */
const isOfTheBody = (text: ScoreText, until: number): boolean =>
  text.read.mentions.some(({ concept, to }) => to <= until && ofTheBody.has(concept)) ||
  text.tokens.some((_, at) => at < until && naming.some((name) => text.startsAt(at, name) !== undefined));

const asking =
  /^(?:what|whats|who|why|how|when|does|do|did|is|are|would|could|should|can|will|which|where|quand|que|quoi|pourquoi|comment|combien|est|quel|quelle|sil|if|si|imagine|give|donne|target|objectif|minus|moins|entre|between|stop|arret|quit|cancel)$/;
const habits =
  /^(?:usually|usully|usual|always|mostly|generally|normally|often|most|every|toujours|souvent|habitude|habituellement|generalement|chaque|tous|toutes|rarely|sometimes|parfois)$/;

const ofOthers = ['other-day', 'this-night', 'wishes', 'supposed'] as const;
const ofOtherThings = ['other-part', 'other-measure'] as const;

/** Whether the words that begin at a place before the number leave open whether it is today's pain. */
const leavesOpen = (text: ScoreText, at: number, { number, day }: NumberRole): boolean => {
  const token = text.tokens[at];
  const begins = (name: WordClass): boolean => text.startsAt(at, name) !== undefined;
  if (habits.test(token?.text ?? '') || (day === 'today' && begins('yesterday')) || ofOthers.some(begins)) return true;
  return token?.clause === text.tokens[number.from]?.clause && ofOtherThings.some(begins);
};

/** Whether a place begins an exclamation: "what a day 5", "quelle journée 6". */
const exclaims = (text: ScoreText, at: number): boolean => {
  const [word, next] = [text.tokens[at]?.text ?? '', text.tokens[at + 1]?.text ?? ''];
  return word === 'what' ? /^an?$/.test(next) : /^quelle?$/.test(word) && text.startsAt(at + 1, 'unit') !== undefined;
};

/** Whether words in the number's sentence leave open whether it is today's pain. */
const isOpen = (text: ScoreText, role: NumberRole): boolean => {
  const sentence = text.tokens[role.number.from]?.sentence;
  const isIn = (token: Token): boolean => token.sentence === sentence;
  const firstWord = text.tokens.findIndex((token) => isIn(token) && token.kind === 'word');
  const from = text.tokens.findIndex(isIn);
  if (isTheirs(text, { from, to: role.number.from }, undefined)) return true;
  return text.tokens.some(
    (token, at) =>
      isIn(token) &&
      (token.text === '?' ||
        ((firstWord < 0 || at <= firstWord) && asking.test(token.text) && !exclaims(text, at)) ||
        (at < role.number.from && leavesOpen(text, at, role))),
  );
};

/** Words right before a number that make a name of it: a determiner, a possessive, "number" ("the 6", "my 5"). */
const determiners = /^(?:of|o|the|my|your|our|le|la|les|mon|ma|mes|du|au|no|number|numero|than|que|l)$/;

/** Whether something that is said of the number itself speaks against a score. */
const isSpokenAgainst = ({ number, before, doubt, isOtherDay, isTakenBack }: NumberRole): boolean =>
  number.form !== 'plain' ||
  number.value === null ||
  before.kind !== 'unknown' ||
  before.doubtful ||
  before.denied ||
  doubt !== undefined ||
  isOtherDay ||
  isTakenBack;

const scales = /^(?:niveau|niv|nivo|taux|degre|indice|seuil|level|levels|stage|grade)$/;
/** Whether the word right before the number makes a count, a change, a name or an hour of it. */
const isCountedOrNamed = (text: ScoreText, { number, before }: NumberRole): boolean => {
  const last = text.tokens[number.from - 1]?.text;
  if (last === undefined || determiners.test(last)) return true;
  // The number may be of another scale: "niveau sonore 8", "taux de sucre 6".
  if ([2, 3].some((far) => scales.test(text.tokens[number.from - far]?.text ?? ''))) return true;
  // "Up 2" is a change.
  if (number.from === 1 && /^(?:up|down)$/.test(last)) return true;
  const isAtOnce = text.tokens
    .slice(0, number.from)
    .some((token) => /^(?:maintenant|mtn|actuellement)$/.test(token.text));
  if (last !== 'a' || isAtOnce) return false;
  // "Il y en a 4" and "c'est à 6" count or place something; "je finis à 7" tells an hour.
  const isCount = /^(?:en|est)$/.test(text.tokens[number.from - 2]?.text ?? '');
  return isCount || (!before.hasArticle && !isOfTheBody(text, number.from));
};

/**
 * Whether the word before has no number of its own and a remark begins behind: "chilled 3 after the bath", "deja 6 au
 * réveil".
 */
const isRemarkedOn = (text: ScoreText, { number }: NumberRole): boolean => {
  const last = text.tokens[number.from - 1];
  const isTopic =
    number.from === 1 || text.tokens[number.from - 2]?.clause !== last?.clause || text.isLineStart(number.from - 1);
  return isTopic && looksLikeNote(last?.text ?? '') && text.startsAt(number.to, 'opener') !== undefined;
};

/** Whether somebody gives a score here although no known words tell so. */
const isToldAlone = (text: ScoreText, role: NumberRole): boolean => {
  const { number, before, behind } = role;
  if (isSpokenAgainst(role) || isOpen(text, role) || isLabelled(text, role)) return false;
  // Only scores are said in halves: "haffi say eight and a half for how it grips". An article with a "today" tells one too:
  // "copped a 7 today".
  const endsOrRemarks = behind.kind === 'end' || behind.kind === 'note';
  const isHalf = (number.value ?? 0) % 1 !== 0;
  // A "today" behind the number: "hello cariad six today and a twinge".
  const isOfNow = behind.now && (before.hasArticle || number.from <= 2);
  if (endsOrRemarks && (isHalf || isOfNow)) return true;
  if (isCountedOrNamed(text, role)) return false;
  const next = text.tokens[number.to];
  if (/^(?:with|avec)$/.test(next?.text ?? '') && text.startsAt(number.to + 1, 'somebody') !== undefined) return false;
  const endsHere = behind.kind === 'end' || (behind.kind === 'note' && (next?.kind === 'mark' || before.hasArticle));
  // A number that ends its text, with nothing against it, is the score: "after breakfast 6", "easily 6".
  return endsHere || (endsOrRemarks && (isOfTheBody(text, number.from) || isRemarkedOn(text, role)));
};

/** Whether a number is settled by nothing, or only by the "today" behind it: "copped a 7 today". */
const isUnsettled = ({ certainty, before, behind, doubt }: NumberRole): boolean =>
  certainty === 'unknown' ||
  (certainty === 'doubtful' && before.kind === 'unknown' && !before.hasCopula && behind.now && doubt === undefined);

/** Whether another number is plainly something else and does not contend. One of unknown meaning does. */
const isHarmless = ({ number, before, behind }: NumberRole): boolean =>
  before.isLabel ||
  behind.kind === 'counted' ||
  behind.kind === 'maybe-counted' ||
  number.form === 'measured' ||
  (number.whole ?? 0) > 10;
const mostBeside = 2;

/**
 * Settles a number that nothing tells about if it is the only one in its text that may be a score. What people send to a
 * diary of pain is their pain, unless something around it counts, asks, supposes or speaks of others.
 */
export const settleLone = (text: ScoreText, roles: readonly NumberRole[]): readonly NumberRole[] => {
  const possible = roles.filter(({ number, certainty }) => certainty !== 'other' && number.value !== null);
  const [only] = possible;
  const others = roles.filter((role) => role !== only);
  if (others.length > mostBeside || !others.every(isHarmless)) return roles;
  if (only === undefined || possible.length > 1 || !isUnsettled(only) || !isToldAlone(text, only)) return roles;
  return roles.map((role) => (role === only ? { ...role, certainty: 'plain' } : role));
};

/** A text as the score decider sees it, and the role of each of its numbers. */
interface Understood {
  readonly text: ScoreText;
  readonly roles: () => readonly NumberRole[];
}
const known = new WeakMap<ReadWords, Understood>();
/** The numbers of a text and their roles. They are cached, because a reply whose number stays open needs them twice. */
export const understood = (read: ReadWords): Understood => {
  const before = known.get(read);
  if (before !== undefined) return before;
  const text = new ScoreText(read);
  const made = { text, roles: memoize(() => settleLone(text, readRoles(text))) };
  known.set(read, made);
  return made;
};
