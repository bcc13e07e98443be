import { dayMs } from '../time/durations.ts';
import type { TipProgramme } from '../tips/tip-programme.ts';
import type { Conversation } from './conversation.ts';

/** How long the word of a programme counts once it was offered, in ms. */
const offeredMs = 7 * dayMs;

/** The mark of an offer on the day's page: no note, as `command` events have none, only a way to know that it was made. */
export const offerMark = ({ number = 0 }: TipProgramme): string => `offered ${number}`;

/** Whether somebody was told lately that the word of this programme changes over to it. */
export const wasOffered = (
  { diary, incoming }: Pick<Conversation, 'diary' | 'incoming'>,
  programme: TipProgramme,
): boolean =>
  diary.audit.some(
    ({ event }) =>
      event.kind === 'command' && event.note === offerMark(programme) && event.at > incoming.receivedAt - offeredMs,
  );
