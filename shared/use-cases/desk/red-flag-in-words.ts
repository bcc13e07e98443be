import type { RedFlagEvent } from '../../domain/desk/red-flag-event.ts';
import type { RedFlagKind } from '../../domain/desk/red-flag-kind.ts';
import { localDateTime } from '../../domain/time/zone-clock.ts';
import type { Alert } from '../../providers/sns/publish-alert.ts';

/** What staff are told of a red flag: what it asks of them, never what was said. */
export const kindInWords: Readonly<Record<RedFlagKind, string>> = {
  call: 'call',
  now: 'may need help now',
  today: 'to be seen today',
  asked: 'wants to be called',
};

/** An instant on the clock of a zone, to the minute. */
const onClockOf = (zone: string, at: number): string => {
  const { date, time } = localDateTime(zone, at);
  return `${date} ${time}`;
};

/** What a contact is told of the events that wait: pseudonyms, how soon, since when, and what to do. */
export const alertInWords = (events: readonly RedFlagEvent[], zone: string): Alert => {
  const waiting = events.length === 1 ? 'a red flag waits' : `${events.length} red flags wait`;
  const lines = events.map(
    ({ kind, at, event, alerts }) =>
      `- ${kindInWords[kind]}, since ${onClockOf(zone, at)} (${zone}), told before: ${alerts}\n  ${event}`,
  );
  return {
    subject: `Backbeat: ${waiting}`,
    text: [
      `For you: ${waiting}. Each was answered at once with where to turn; nobody else has it yet.`,
      '',
      ...lines,
      '',
      'Who that is, and their number if they said CALL ME:',
      '  npm run operator -- worklist',
      'That you have it, so that nobody else is told:',
      '  npm run operator -- acknowledge <the line below the dash>',
      'If nobody has it in 15 minutes, the next contact is told.',
    ].join('\n'),
  };
};
