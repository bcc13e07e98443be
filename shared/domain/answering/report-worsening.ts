import { letsClinicRead } from '../desk/authorise.ts';
import { foldDiary } from '../diary/fold-diary.ts';
import { hasBecomeWorse } from '../diary/worsening.ts';
import type { Person } from '../people/person.ts';
import { localDateTime } from '../time/zone-clock.ts';
import type { AnswerContext, Decision, IncomingReply } from './conversation.ts';

/**
 * Adds, to a decision about a score that makes somebody's last three days worse than is usual for them, that the clinic
 * is told, where it looks and they have said CLINIC YES. A red flag in the same reply says more and goes first. A reply
 * that was handled before is not reported again, because the clinic is told before anything is stored.
 */
export const withWorsening = (
  decision: Decision,
  { subscriber, events }: Person,
  incoming: Pick<IncomingReply, 'receivedAt'>,
  context: Pick<AnswerContext, 'readers'>,
  isNew: boolean,
): Decision => {
  const { event, alert, next = subscriber } = decision;
  if (!isNew || !next || alert || !context.readers || !letsClinicRead(next)) return decision;
  if (event?.kind !== 'score' && event?.kind !== 'fix') return decision;
  const { date } = localDateTime(next.zone, incoming.receivedAt);
  const worse = hasBecomeWorse(foldDiary(events).entries, foldDiary([...events, event]).entries, date);
  return worse ? { ...decision, alert: 'worse' } : decision;
};
