import type { RedFlagEvent } from '../../domain/desk/red-flag-event.ts';
import type { RedFlagKind } from '../../domain/desk/red-flag-kind.ts';
import type { Language } from '../../domain/people/subscriber.ts';
import { localDateTime } from '../../domain/time/zone-clock.ts';
import type { Alert } from '../../providers/sns/publish-alert.ts';

/** What staff are told of a red flag: what it asks of them, never what was said. */
export const kindInWords: Readonly<Record<Language, Readonly<Record<RedFlagKind, string>>>> = {
  en: {
    call: 'call',
    now: 'may need help now',
    today: 'to be seen today',
    asked: 'wants to be called',
    worse: 'three days in a row 2 or more above their own mean',
  },
  fr: {
    call: 'appeler',
    now: 'peut avoir besoin d’aide maintenant',
    today: 'à voir aujourd’hui',
    asked: 'veut être rappelée',
    worse: 'trois jours de suite à 2 ou plus au-dessus de sa propre moyenne',
  },
};

/** An instant on the clock of a zone, to the minute. */
const onClockOf = (zone: string, at: number): string => {
  const { date, time } = localDateTime(zone, at);
  return `${date} ${time}`;
};

const waitingInWords = (events: readonly RedFlagEvent[]): string => {
  const flags = events.filter(({ kind }) => kind !== 'worse').length;
  const worse = events.length - flags;
  const parts = [
    ...(flags > 0 ? [flags === 1 ? 'a red flag' : `${flags} red flags`] : []),
    ...(worse > 0 ? [worse === 1 ? 'a pain that is worse' : `${worse} pains that are worse`] : []),
  ];
  return `${parts.join(' and ')} ${events.length === 1 ? 'waits' : 'wait'}`;
};

/** What a contact is told of the events that wait: pseudonyms, how soon, since when, and what to do. */
export const alertInWords = (events: readonly RedFlagEvent[], zone: string): Alert => {
  const waiting = waitingInWords(events);
  const lines = events.map(
    ({ kind, at, event, alerts }) =>
      `- ${kindInWords.en[kind]}, since ${onClockOf(zone, at)} (${zone}), told before: ${alerts}\n  ${event}`,
  );
  return {
    subject: `Backbeat: ${waiting}`,
    text: [
      `For you: ${waiting}. A red flag was answered at once with where to turn; nobody else has it yet.`,
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
