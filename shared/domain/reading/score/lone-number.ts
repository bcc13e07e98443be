import type { NumberRole } from './number-role.ts';
import type { ScoreText } from './score-text.ts';
import type { WordClass } from './word-class.ts';

/** Concepts of the lexicon that show that a text tells how somebody's body is. */
const ofTheBody = new Set([
  'pain-or-back',
  'back',
  'legs',
  'leg',
  'leg-pain',
  'stiff',
  'bad-day',
  'good-news',
  'tired',
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

/** Whether anything before a number tells how the person is: the pain, the body, an adjective of both, today. */
const isOfTheBody = (text: ScoreText, until: number): boolean =>
  text.read.mentions.some(({ concept, to }) => to <= until && ofTheBody.has(concept)) ||
  text.tokens.some((_, at) => at < until && naming.some((name) => text.startsAt(at, name) !== undefined));

const asking =
  /^(?:what|whats|who|why|how|when|does|do|did|is|are|would|could|should|can|will|which|where|quand|que|quoi|pourquoi|comment|combien|est|quel|quelle|sil|if|si|imagine|give|donne|target|objectif|minus|moins|entre|between|stop|arret|quit|cancel)$/;
const habits =
  /^(?:usually|usully|usual|always|mostly|generally|normally|often|most|every|toujours|souvent|habitude|habituellement|generalement|chaque|tous|toutes|rarely|sometimes|parfois)$/;

/** Words in the sentence of a number that leave open whether it is told as today's pain. */
const isOpen = (text: ScoreText, { number, day }: NumberRole): boolean => {
  const sentence = text.tokens[number.from]?.sentence;
  let isFirst = true;
  for (let at = 0; at < text.tokens.length; at += 1) {
    const token = text.tokens[at];
    if (token === undefined || token.sentence !== sentence) continue;
    if (token.text === '?') return true;
    if (isFirst && asking.test(token.text)) return true;
    if (token.kind === 'word') isFirst = false;
    if (at >= number.from) continue;
    if (habits.test(token.text)) return true;
    if (day === 'today' && text.startsAt(at, 'yesterday') !== undefined) return true;
    for (const name of ['somebody', 'other-day', 'wishes', 'supposed'] as const)
      if (text.startsAt(at, name) !== undefined) return true;
    if (token.clause !== text.tokens[number.from]?.clause) continue;
    for (const name of ['other-part', 'other-measure'] as const) if (text.startsAt(at, name) !== undefined) return true;
  }
  return false;
};

/** A determiner, a possessive or an adjective of rank right before a number makes a name of it: "the 6", "my 5". */
const determiners = /^(?:of|o|the|my|your|our|le|la|les|mon|ma|mes|du|au|no|number|numero|than|que|l)$/;

/** Whether the words around a number, none of which is known to tell anything, are those of somebody who gives a score. */
const isToldAlone = (text: ScoreText, role: NumberRole): boolean => {
  const { number, before, behind } = role;
  if (number.form !== 'plain' || number.value === null) return false;
  if (
    before.kind !== 'unknown' ||
    before.doubtful ||
    before.denied ||
    role.doubt !== undefined ||
    role.isOtherDay ||
    role.isTakenBack
  )
    return false;
  if (isOpen(text, role)) return false;
  // "Haffi say eight and a half for how it grips": nothing else is said in halves; and "copped a 7 today" is a score.
  const endsOrRemarks = behind.kind === 'end' || behind.kind === 'note';
  if (endsOrRemarks && (number.value % 1 !== 0 || (behind.now && before.hasArticle))) return true;
  // "Hello cariad six today and a twinge".
  if (endsOrRemarks && behind.now && number.from <= 2) return true;
  const last = text.tokens[number.from - 1];
  // "Up 2".
  if (number.from === 1 && /^(?:up|down)$/.test(last?.text ?? '')) return false;
  // "Il y en a 4", "c'est à 6".
  const isAtOnce = text.tokens
    .slice(0, number.from)
    .some((token) => /^(?:maintenant|mtn|actuellement)$/.test(token.text));
  const isCountOf = !isAtOnce && last?.text === 'a' && /^(?:en|est)$/.test(text.tokens[number.from - 2]?.text ?? '');
  if (last === undefined || isCountOf || determiners.test(last.text)) return false;
  // "Je finis à 7" is an hour.
  if (last.text === 'a' && !before.hasArticle && !isAtOnce && !isOfTheBody(text, number.from)) return false;
  const next = text.tokens[number.to];
  if (/^(?:with|avec)$/.test(next?.text ?? '') && text.startsAt(number.to + 1, 'somebody') !== undefined) return false;
  const endsHere = behind.kind === 'end' || (behind.kind === 'note' && (next?.kind === 'mark' || before.hasArticle));
  // What nothing speaks against is the score when its text ends with it: "after breakfast 6", "easily 6".
  if (endsHere) return true;
  return endsOrRemarks && isOfTheBody(text, number.from);
};

/** "Copped a 7 today": only the "today" behind it speaks for it, and nothing against it. */
const isUnsettled = ({ certainty, before, behind, doubt }: NumberRole): boolean =>
  certainty === 'unknown' ||
  (certainty === 'doubtful' && before.kind === 'unknown' && !before.hasCopula && behind.now && doubt === undefined);

/** Numbers beside it that plainly are something else leave a number alone; one whose meaning is not known contends. */
const isHarmless = ({ number, before, behind }: NumberRole): boolean =>
  before.isLabel ||
  behind.kind === 'counted' ||
  behind.kind === 'maybe-counted' ||
  number.form === 'measured' ||
  (number.whole ?? 0) > 10;
const mostBeside = 2;

/**
 * A number that nothing tells about, when it is the only one of its text that may be a score: what people send to a diary of
 * pain is their pain, unless something around it counts, asks, supposes or speaks of others.
 */
export const settleLone = (text: ScoreText, roles: readonly NumberRole[]): readonly NumberRole[] => {
  const possible = roles.filter(({ number, certainty }) => certainty !== 'other' && number.value !== null);
  const [only] = possible;
  const others = roles.filter((role) => role !== only);
  if (others.length > mostBeside || !others.every(isHarmless)) return roles;
  if (only === undefined || possible.length > 1 || !isUnsettled(only) || !isToldAlone(text, only)) return roles;
  return roles.map((role) => (role === only ? { ...role, certainty: 'plain' } : role));
};
