import type { Said, Span } from '../said.ts';
import { saysBareStop } from './bare-stop.ts';
import type { OptOutView } from './opt-out-view.ts';

/** A rule over what a text names, with the reason for it. */
interface Rule {
  readonly why: string;
  readonly holds: (view: OptOutView) => boolean;
}

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
]);
/** What may stand around "no longer needed" where nothing says what. */
const reasons = [
  'unneeded',
  'elsewhere-now',
  'asking',
  'trailing',
  'farewell',
  'insult',
  'any-longer',
  'these-of-ours',
];
const ours = ['our-messages', 'contacting', 'receiving'] as const;

/** A message is no verb behind these. */
const determiners = new Set(
  'my your the a an of this that votre vos ton tes le la les l un une de des d mes mon ce ces'.split(' '),
);

/** No orders, but what is read. */
const plurals = new Set(['emails', 'mails', 'texts', 'messages', 'contacts', 'pings']);
/** "Do not send me a tip about breathing": only that one. */
const isNarrowed = (said: Said, { to }: Span): boolean =>
  said.tokens.slice(to, to + 5).some(({ text }) => text === 'about' || text === 'sur');

const may = new Set(['can', 'could', 'will', 'would', 'may', 'might']);
/** "Can you not text her": behind these two, a "not" asks. */
const asksWhether = ([you, first]: readonly string[]): boolean => you === 'you' && may.has(first ?? '');

/** "Do not text me", "ne m'écrivez plus": the no before the verb, or behind it in French. */
const forbidsContact = (view: OptOutView): boolean => {
  const { said } = view;
  const verbs = view.meantForGood('contacting');
  const noes = view.meantForGood('negation-of-contact');
  return verbs.some((verb) => {
    const subject = said.before(verb, 4);
    if (plurals.has(said.tokens[verb.from]?.text ?? '') || isNarrowed(said, verb)) return false;
    if (determiners.has(subject[0] ?? '')) return false;
    return noes.some((no) => {
      const isNear = no.to <= verb.from ? verb.from - no.to <= 2 : no.from >= verb.to && no.from - verb.to <= 1;
      if (no.to <= verb.from && said.tokens[no.from]?.text === 'jamais') return false;
      if (!isNear || said.sentenceOf(no) !== said.sentenceOf(verb)) return false;
      if (no.to <= verb.from && asksWhether(said.before(no, 2))) return true;
      const around = no.to <= verb.from ? said.before(no, 1) : subject.slice(0, 3);
      if (around.some((word) => tellers.has(word))) return false;
      const objects = [...said.all('me-or-mine', 'our-messages', 'any-longer', 'these-of-ours', 'contacting')];
      return (
        said.endsClause({ from: Math.min(no.from, verb.from), to: Math.max(no.to, verb.to) }, view.tails) ||
        objects.some(
          (object) =>
            object.from !== verb.from &&
            said.sentenceOf(object) === said.sentenceOf(verb) &&
            Math.abs(object.from - verb.from) <= 4,
        )
      );
    });
  });
};

/** "I want these messages to stop", "les sms, ça suffit": what is ours first, the end of it at the end. */
const endsWhatIsOurs = (view: OptOutView): boolean => {
  const ends = view.meantForGood('stop-word', 'ending', 'had-enough');
  const messages = view.meantForGood('our-messages');
  return ends.some((end) =>
    messages.some((message) => {
      const distance = end.from - message.to;
      if (distance < 0 || distance > 5 || view.said.sentenceOf(end) !== view.said.sentenceOf(message)) return false;
      if (!view.said.endsClause(end, view.tails)) return false;
      return distance <= 1 || view.said.hasBeside(end, 'asking', 'not-wanting', 'had-enough');
    }),
  );
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
  'pain',
  'douleur',
  'sciatique',
]);

/** "Fuck off back pain": the pain is meant, right before or behind. */
const isBesideBody = (said: Said, mention: Span): boolean =>
  said.all('pain-or-back').some(({ from, to }) => from === mention.to || to === mention.from);

const asksToBeLeft = (view: OptOutView): boolean =>
  view.meant('leave-alone').some((mention) => {
    const { said } = view;
    const before = said.before(mention, 4);
    if (isBesideBody(said, mention) || before.some((word) => wishesOfOthers.has(word))) return false;
    const isToldOfUs =
      before.some((word) => duty.has(word)) && before.some((word) => ['you', 'u', 'vous', 'tu'].includes(word));
    return !notAnOrder.has(before[0] ?? '') || isToldOfUs;
  });

/** "Removing", "removed": told, not asked for. */
const told = /(?:ing|ed)$/;
const clitics = new Set(['m', 'me', 'nous', 'lui']);

/** Removing needs whom, and from what if anything is named: "take me off the pills" is the doctor's. */
const asksForRemoval = (view: OptOutView): boolean => {
  const { said } = view;
  const after = said.covered([
    'trailing',
    'insult',
    'any-longer',
    'list-of-ours',
    'our-messages',
    'sending-filler',
    'these-of-ours',
    'me-or-mine',
    'farewell',
    'asking',
    'had-enough',
  ]);
  return view
    .meant('removing')
    .some((removing) =>
      said
        .all('me-or-mine')
        .some(
          (whom) =>
            !told.test(said.tokens[removing.from]?.text ?? '') &&
            (view.follow([removing], [whom]) ||
              (whom.to === removing.from && clitics.has(said.tokens[whom.from]?.text ?? ''))) &&
            !said.hasBeside(removing, 'with-end') &&
            (said.hasBeside(removing, 'list-of-ours') ||
              said.endsClause({ from: Math.min(removing.from, whom.from), to: Math.max(removing.to, whom.to) }, after)),
        ),
    );
};

/** "How do I get off this list?", not "how do I stop the pain?" */
const leaves = (view: OptOutView): boolean => {
  const ways = view.meantForGood('way-out');
  return ways.some((way) => view.said.endsClause(way, view.loose));
};

/** Each of these, alone, leaves no doubt. */
export const optOutRules: readonly Rule[] = [
  { why: 'nothing else is said in a clause', holds: saysBareStop },
  { why: 'a word that is about subscriptions only', holds: (view) => view.meantForGood('opt-out-word').length > 0 },
  {
    why: 'an end, and what we send or our writing behind it',
    holds: (view) => view.follow(view.meantForGood('ending', 'stop-word'), view.said.all('our-messages', 'contacting')),
  },
  {
    why: 'is weary of what we send',
    holds: (view) => view.follow(view.meantForGood('weary-of'), view.said.all('our-messages')),
  },
  { why: 'what we send, and an end of it', holds: endsWhatIsOurs },
  {
    why: 'an end of "these", with nothing behind that says which',
    holds: (view) =>
      view.follow(view.meantForGood('ending'), view.pointing) &&
      view.meantForGood('ending').some((end) => view.said.hasBeside(end, 'asking', 'too-many', 'insult', 'insists')),
  },
  {
    why: 'does not want what we send',
    holds: (view) => view.follow(view.meantForGood('not-wanting'), view.said.all(...ours)),
  },
  {
    why: 'does not want tips; "plus de conseils" alone asks for more of them',
    holds: (view) =>
      view.follow(view.meantForGood('not-wanting'), view.said.all('tips')) &&
      view.said.tokens.some(
        ({ text }) => text === 'n' || text === 'ne' || text === 'vos' || text === 'tes' || text === 'aucun',
      ),
  },
  {
    why: 'does not want "these" any more',
    holds: (view) => view.follow(view.meantForGood('not-wanting'), view.pointing, 0),
  },
  {
    why: 'what we send is of no more use',
    holds: (view) => {
      const unneeded = view.meantForGood('unneeded');
      return (
        view.follow(view.said.all('our-messages', 'these-of-ours'), unneeded) ||
        view.follow(unneeded, view.said.all('our-messages')) ||
        (unneeded.length > 0 && view.said.covered([...reasons, 'unneeded']).every(Boolean))
      );
    },
  },
  {
    why: 'wants no more of it',
    holds: (view) => {
      const noMore = view.meantForGood('no-more-of-it');
      return (
        noMore.some((no) => view.said.endsClause(no, view.tails)) ||
        view.follow(noMore, view.said.all('our-messages', 'tips'))
      );
    },
  },
  { why: 'is not to be written to', holds: forbidsContact },
  { why: 'is to be taken off a list', holds: asksForRemoval },
  { why: 'looks for the way out', holds: leaves },
  { why: 'wants to be left alone', holds: asksToBeLeft },
  {
    why: 'is not interested',
    holds: (view) => view.meantForGood('bare-refusal').some((no) => view.said.endsClause(no, view.tails)),
  },
  { why: 'takes back the consent', holds: (view) => view.follow(view.meant('taking-back'), view.said.all('consent')) },
  { why: 'objects, by right or by law', holds: (view) => view.meant('objecting').length > 0 },
  {
    why: 'a law, and a no',
    holds: (view) =>
      view.said.has('law') &&
      view.said.has('consent', 'not-wanting', 'ending', 'another-message', 'objecting', 'had-enough', 'consequence'),
  },
  {
    why: 'never asked for it',
    holds: (view) => {
      const never = view.meant('never-asked');
      return (
        view.follow(never, view.said.all('our-messages')) ||
        never.some((mention) => !view.said.hasBeside(mention, 'pain-or-back', 'doctor-word', 'exercise-word'))
      );
    },
  },
  {
    why: 'a threat, should another come',
    holds: (view) =>
      view
        .meant('consequence')
        .some((threat) => view.said.hasBeside(threat, 'another-message', 'our-messages', 'leave-alone', 'insult')) ||
      (view.said.has('consequence') && view.said.tokens.length <= 6),
  },
  { why: 'asks in reproach why we write', holds: (view) => view.meant('why-writing').length > 0 },
];

/** The phone is somebody else's: also an opt-out, by somebody who never had a diary. */
export const wrongNumberRules: readonly Rule[] = [
  {
    why: 'says so',
    holds: (view) =>
      view.said.has('wrong-number') &&
      !view.said.has('of-a-score') &&
      !view.said.tokens.some(({ kind }) => kind === 'number'),
  },
  {
    why: 'the phone has another owner',
    holds: (view) =>
      view.said.has('other-phone') &&
      view.said.has(
        'not-theirs',
        'negation-of-contact',
        'removing',
        'ending',
        'stop-word',
        'leave-alone',
        'our-messages',
        'somebody-else-speaks',
        'contacting',
      ),
  },
  {
    why: 'the person died or is cared for, and somebody else writes',
    holds: (view) => view.said.has('died') && view.said.has('somebody-else-speaks', 'other-phone'),
  },
  {
    why: 'somebody else writes, and wants no more',
    holds: (view) =>
      view.said.has('somebody-else-speaks') && view.said.has('stop-word', 'removing', 'not-wanting', 'other-phone'),
  },
];

/** Alone each may mean something else; two together do not. */
export const hints = [
  'had-enough',
  'doubt-in-us',
  'too-many',
  'elsewhere-now',
  'farewell',
  'insists',
  'bare-refusal',
  'not-continuing',
] as const;
