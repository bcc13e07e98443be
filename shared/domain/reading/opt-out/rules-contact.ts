import type { Said, Span } from '../said.ts';
import type { OptOutRule } from './opt-out-rule.ts';
import type { OptOutView } from './opt-out-view.ts';

/** Behind these words "do not write" is no order: it tells what somebody does. */
const tellers = new Set([
  'i',
  'we',
  'they',
  'he',
  'she',
  'you',
  'nobody',
  'je',
  'j',
  'il',
  'elle',
  'on',
  'ils',
  'elles',
  'vous',
  'tu',
  'why',
  'pourquoi',
  'did',
  'does',
  'it',
  'have',
  'has',
  'had',
  'was',
  'is',
  'could',
  'can',
  'veux',
  'voulais',
  'peux',
  'ose',
]);
/** Behind these words "message" is a noun. */
const determiners = new Set(
  'my your the a an of this that votre vos ton tes le la les l un une de des d mes mon ce ces'.split(' '),
);

/** Plural nouns, which give no order. */
const plurals = new Set(['emails', 'mails', 'texts', 'messages', 'contacts', 'pings']);
/**
 * Whether the refusal is of one thing alone: "do not send me a tip about breathing". "Ni sur le portable ni par mail" names
 * every way instead.
 */
const isNarrowed = (said: Said, { to }: Span): boolean =>
  said.tokens
    .slice(to, to + 5)
    .some(({ text }, at) => text === 'about' || (text === 'sur' && said.tokens[to + at - 1]?.text !== 'ni'));

const may = new Set(['can', 'could', 'will', 'would', 'may', 'might']);
/** Whether a "not" behind these two words is a polite order in the form of a question: "can you not text her". */
const asksWhether = ([you, first]: readonly string[]): boolean => you === 'you' && may.has(first ?? '');

const orders = new Set(['ask', 'asked', 'asking', 'beg', 'want', 'like', 'prefer', 'told', 'need', 'require']);
/** Whether a "not" gives an order behind these two words: "I must ask you not to text". */
const ordersYou = ([you, verb]: readonly string[]): boolean => /^(?:you|u)$/.test(you ?? '') && orders.has(verb ?? '');

/** Negations that may stand behind the verb. Most are French; in English only "again" belongs to the verb there. */
const behindVerb = new Set(['plus', 'pus', 'pas', 'pa', 'pu', 'plu', 'jamais', 'rien', 'again']);
/** Words that may stand between a French "ne" and its verb: "ne plus m'écrire". */
const clitics = new Set(['me', 'm', 'nous', 'lui', 'de', 'd', 'en', 'y', 'les', 'l']);
const isBetweenFrench = (said: Said, no: Span, verb: Span): boolean =>
  !behindVerb.has(said.tokens[no.to - 1]?.text ?? '') ||
  said.tokens.slice(no.to, verb.from).every(({ text }) => clitics.has(text));

/** Whether a negation belongs to a verb of writing: it stands near before it, or in French right behind it. */
const denies = (said: Said, no: Span, verb: Span): boolean => {
  if (said.sentenceOf(no) !== said.sentenceOf(verb)) return false;
  const word = said.tokens[no.from]?.text ?? '';
  if (no.to <= verb.from) return verb.from - no.to <= 2 && word !== 'jamais' && isBetweenFrench(said, no, verb);
  return no.from >= verb.to && no.from - verb.to <= 1 && behindVerb.has(word);
};

/** Whether the forbidden writing is ours: its clause ends there, or something of ours stands near. */
const isOfOurs = (view: OptOutView, no: Span, verb: Span): boolean => {
  const { said } = view;
  if (said.endsClause({ from: Math.min(no.from, verb.from), to: Math.max(no.to, verb.to) }, view.tails)) return true;
  return said
    .all('me-or-mine', 'our-messages', 'any-longer', 'these-of-ours', 'contacting')
    .some(
      (object) =>
        object.from !== verb.from &&
        said.sentenceOf(object) === said.sentenceOf(verb) &&
        Math.abs(object.from - verb.from) <= 4,
    );
};

/** Whether the text forbids us to write: "do not text me", "ne m'écrivez plus". */
const forbidsContact = (view: OptOutView): boolean => {
  const { said } = view;
  const noes = view.meantForGood('negation-of-contact');
  return view.meantForGood('contacting').some((verb) => {
    const subject = said.before(verb, 4);
    if (plurals.has(said.tokens[verb.from]?.text ?? '') || isNarrowed(said, verb)) return false;
    if (determiners.has(subject[0] ?? '')) return false;
    return noes.some((no) => {
      if (!denies(said, no, verb)) return false;
      if (no.to <= verb.from && asksWhether(said.before(no, 2))) return true;
      if (no.to <= verb.from && ordersYou(said.before(no, 2))) return isOfOurs(view, no, verb);
      const around = no.to <= verb.from ? said.before(no, 1) : subject.slice(0, 3);
      return !around.some((word) => tellers.has(word)) && isOfOurs(view, no, verb);
    });
  });
};

/** Behind these words "leave me alone" is said of somebody else. */
const notAnOrder = new Set([
  'not',
  'will',
  'would',
  'could',
  'i',
  'you',
  'u',
  'he',
  'she',
  'it',
  'they',
  'veut',
  'bien',
  'to',
  'va',
  'peut',
  'pas',
  'can',
  'may',
  'cannot',
  'that',
  'voulait',
  'voulais',
  'voudrait',
]);
const duty = new Set(['need', 'have', 'must', 'want', 'ask', 'asked', 'told', 'pouvez', 'devez', 'peux', 'peu']);

/** With these subjects "leave me alone" is a sigh: "I wish everyone would leave me alone". */
const wishesOfOthers = new Set([
  'everyone',
  'everybody',
  'they',
  'he',
  'she',
  'people',
  'all',
  'pain',
  'douleur',
  'sciatique',
]);

/** Whether the insult is for the pain, which stands right before or behind it: "fuck off back pain". */
const isBesideBody = (said: Said, mention: Span): boolean =>
  said.all('pain-or-back').some(({ from, to }) => from === mention.to || to === mention.from);

const asksToBeLeft = (view: OptOutView): boolean =>
  view.meant('leave-alone').some((mention) => {
    // "Off to the coast for a week so don't bother" asks for a pause.
    if (view.said.has('with-end') && view.said.has('ask-pause')) return false;
    const { said } = view;
    const before = said.before(mention, 4);
    if (mention.contexts.has('negated') && said.has('keep-on')) return false;
    if (isBesideBody(said, mention) || before.some((word) => wishesOfOthers.has(word))) return false;
    const isToldOfUs =
      before.some((word) => duty.has(word)) && before.some((word) => ['you', 'u', 'vous', 'tu'].includes(word));
    return !notAnOrder.has(before[0] ?? '') || isToldOfUs;
  });

/** The text says that we are not to write, in whatever words. */
export const contactRules: readonly OptOutRule[] = [
  { why: 'is not to be written to', needs: [['negation-of-contact'], ['contacting']], holds: forbidsContact },
  { why: 'wants to be left alone', needs: [['leave-alone']], holds: asksToBeLeft },
  {
    why: 'asks in reproach why we write',
    needs: [['why-writing']],
    holds: (view) => view.meant('why-writing').length > 0,
  },
];
