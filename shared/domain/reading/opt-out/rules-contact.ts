import type { Said, Span } from '../said.ts';
import type { OptOutRule } from './opt-out-rule.ts';
import type { OptOutView } from './opt-out-view.ts';

/** Who "do not write" is no order to: it tells what somebody does. */
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
/** A message is no verb behind these. */
const determiners = new Set(
  'my your the a an of this that votre vos ton tes le la les l un une de des d mes mon ce ces'.split(' '),
);

/** No orders, but what is read. */
const plurals = new Set(['emails', 'mails', 'texts', 'messages', 'contacts', 'pings']);
/** "Do not send me a tip about breathing": only that one; "ni sur le portable ni par mail" names every way instead. */
const isNarrowed = (said: Said, { to }: Span): boolean =>
  said.tokens
    .slice(to, to + 5)
    .some(({ text }, at) => text === 'about' || (text === 'sur' && said.tokens[to + at - 1]?.text !== 'ni'));

const may = new Set(['can', 'could', 'will', 'would', 'may', 'might']);
/** "Can you not text her": behind these two, a "not" asks. */
const asksWhether = ([you, first]: readonly string[]): boolean => you === 'you' && may.has(first ?? '');

const orders = new Set(['ask', 'asked', 'asking', 'beg', 'want', 'like', 'prefer', 'told', 'need', 'require']);
/** "I must ask you not to text": behind these two, a "not" orders. */
const ordersYou = ([you, verb]: readonly string[]): boolean => /^(?:you|u)$/.test(you ?? '') && orders.has(verb ?? '');

/** In French a no may stand behind the verb; in English what stands behind is about something else. */
const behindVerb = new Set(['plus', 'pus', 'pas', 'pa', 'pu', 'plu', 'jamais', 'rien', 'again']);
/** "Ne plus m'écrire": what a French no before the verb may leave between. */
const clitics = new Set(['me', 'm', 'nous', 'lui', 'de', 'd', 'en', 'y', 'les', 'l']);
const isBetweenFrench = (said: Said, no: Span, verb: Span): boolean =>
  !behindVerb.has(said.tokens[no.to - 1]?.text ?? '') ||
  said.tokens.slice(no.to, verb.from).every(({ text }) => clitics.has(text));

/** Whether a no belongs to a verb of writing: near before it, or right behind it in French. */
const denies = (said: Said, no: Span, verb: Span): boolean => {
  if (said.sentenceOf(no) !== said.sentenceOf(verb)) return false;
  const word = said.tokens[no.from]?.text ?? '';
  if (no.to <= verb.from) return verb.from - no.to <= 2 && word !== 'jamais' && isBetweenFrench(said, no, verb);
  return no.from >= verb.to && no.from - verb.to <= 1 && behindVerb.has(word);
};

/** Whether the forbidden writing ends its clause, or has an object of ours near. */
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

/** "Do not text me", "ne m'écrivez plus": the no before the verb, or behind it in French. */
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

/** Behind these, "leave me alone" is said of somebody else. */
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

/** "I wish everyone would leave me alone" is sighed, not asked. */
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

/** "Fuck off back pain": the pain is meant, right before or behind. */
const isBesideBody = (said: Said, mention: Span): boolean =>
  said.all('pain-or-back').some(({ from, to }) => from === mention.to || to === mention.from);

const asksToBeLeft = (view: OptOutView): boolean =>
  view.meant('leave-alone').some((mention) => {
    // "Off to the coast for a week so don't bother."
    if (view.said.has('with-end') && view.said.has('ask-pause')) return false;
    const { said } = view;
    const before = said.before(mention, 4);
    if (mention.contexts.has('negated') && said.has('keep-on')) return false;
    if (isBesideBody(said, mention) || before.some((word) => wishesOfOthers.has(word))) return false;
    const isToldOfUs =
      before.some((word) => duty.has(word)) && before.some((word) => ['you', 'u', 'vous', 'tu'].includes(word));
    return !notAnOrder.has(before[0] ?? '') || isToldOfUs;
  });

/** Is not to be written to, however it is said. */
export const contactRules: readonly OptOutRule[] = [
  { why: 'is not to be written to', needs: [['negation-of-contact'], ['contacting']], holds: forbidsContact },
  { why: 'wants to be left alone', needs: [['leave-alone']], holds: asksToBeLeft },
  {
    why: 'asks in reproach why we write',
    needs: [['why-writing']],
    holds: (view) => view.meant('why-writing').length > 0,
  },
];
