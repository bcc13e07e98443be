import { kindOfFlag, type RedFlagKind } from '../desk/red-flag-kind.ts';
import type { Person } from '../people/person.ts';
import type { Subscriber } from '../people/subscriber.ts';
import { guessZones } from '../people/zone-guess.ts';
import type { SafetyFlag } from '../reading/intent.ts';
import { withHeardFrom } from '../tips/failing-address.ts';
import { upcomingTip } from '../tips/upcoming-tip.ts';
import { type AnswerContext, type Decision, type IncomingReply, say } from './conversation.ts';
import { isForeignPhone, phoneIsInDoubt } from './phone-ownership.ts';
import { withoutWords } from './without-words.ts';

/** The country whose numbers somebody is given to call: the one they told us, else their phone number's. */
export const countryOf = ({ subscriber }: Person, { channel, address, country }: IncomingReply): string =>
  subscriber?.country ?? (channel === 'sms' ? guessZones(address, country).country : 'ZZ');

/** Pauses the tips for a day after a red flag or crisis words: nobody in an emergency gets a tip about shoes. */
const withPause = (decision: Decision, who: Person, incoming: IncomingReply): Decision => {
  const subscriber = decision.next ?? who.subscriber;
  if (subscriber?.status !== 'active') return decision;
  const { pausedUntil: earlier = '', ...running } = withHeardFrom(subscriber) ?? subscriber;
  const { date } = upcomingTip(running, incoming.receivedAt);
  return earlier >= date ? decision : { ...decision, next: { ...subscriber, pausedUntil: date } };
};

/**
 * Flags whose words are stored nowhere, neither in the diary nor in anything made from it, whatever else is read
 * (`isPrivate`: an overdose).
 */
const unkept: ReadonlySet<SafetyFlag> = new Set(['crisis', 'violence']);

/**
 * What the clinic is told of a flag in a reply. Nothing where it is unknown whose it is (a stranger, or a number that
 * is no longer the subscription's), or of somebody who is being erased.
 */
export const alertOf = (
  flag: SafetyFlag,
  subscriber: Subscriber | undefined,
  incoming: Pick<IncomingReply, 'channel' | 'address'>,
): RedFlagKind | undefined => {
  if (!subscriber || subscriber.status === 'erasing') return undefined;
  const isAnothersPhone = isForeignPhone(subscriber, incoming) || phoneIsInDoubt(subscriber);
  return incoming.channel === 'sms' && isAnothersPhone ? undefined : kindOfFlag(flag);
};

/**
 * Adds the answer to a red flag, found in the reply or confirmed by an answer to the check of signs. The fixed answer
 * comes first. Of the other answers only a goodbye and a logged score are kept.
 */
export const withRedFlag = (
  decision: Decision,
  who: Person,
  incoming: IncomingReply,
  context: AnswerContext,
  isNew: boolean,
): Decision => {
  const { danger, leaving } = incoming.reply;
  const ofReply = danger.kind === 'flag' ? danger.flag : undefined;
  const flag = decision.about?.kind === 'red-flag' ? decision.about.flag : ofReply;
  if (flag === undefined) return decision;
  const answer = context.safetyAnswer(flag, countryOf(who, incoming));
  const beside =
    leaving.kind === 'leaves' || decision.event?.kind === 'score' || decision.event?.kind === 'fix'
      ? decision.answers
      : [];
  const kept = unkept.has(flag) || (danger.kind === 'flag' && danger.isPrivate) ? withoutWords(decision) : decision;
  const alert = alertOf(flag, decision.next ?? who.subscriber, incoming);
  const told = context.readers && alert ? [say(context, 'redFlagTold', context.readers)] : [];
  const answered: Decision = {
    ...kept,
    about: { kind: 'red-flag', flag },
    ...(alert ? { alert } : {}),
    answers: [answer, ...told, ...beside],
  };
  return isNew ? withPause(answered, who, incoming) : answered;
};
