import { type FailedKind, type Redrivable, redrivable } from '../shared/domain/desk/failed-jobs.ts';
import type { Language } from '../shared/domain/people/subscriber.ts';
import { CannotError } from '../shared/use-cases/desk/desk-errors.ts';
import type { FailedQueue, FailedWork, MendFailures, Redriven } from '../shared/use-cases/desk/mend-failures.ts';
import type { PreviewTip } from '../shared/use-cases/desk/preview-tip.ts';
import type { ReplayMail } from '../shared/use-cases/desk/replay-mail.ts';
import { minute } from '../shared/use-cases/desk/tip-in-words.ts';
import { inColumns } from './columns.ts';
import type { Outcome, Surroundings } from './outcome.ts';
import { UsageError } from './usage-error.ts';

/** What whoever runs the service does besides the desk's work. */
export type RepairCommand =
  | { readonly name: 'list-failed' }
  | { readonly name: 'redrive'; readonly queue: Redrivable }
  | { readonly name: 'replay-mail'; readonly message: string }
  | { readonly name: 'preview'; readonly tip: string; readonly to: string; readonly language: Language };

const names = ['list-failed', 'redrive', 'replay-mail', 'preview'] as const satisfies readonly RepairCommand['name'][];

/** Whether a command is one of these. */
export const isRepair = (command: { readonly name: string }): command is RepairCommand =>
  names.some((name) => name === command.name);

interface RepairOptions {
  readonly to?: string | undefined;
  readonly language?: Language | undefined;
}

const queueNamed = (said: string | undefined): Redrivable => {
  const found = redrivable.find((queue) => queue === said);
  if (found === undefined) throw new UsageError(`redrive which? One of ${redrivable.join(', ')}`);
  return found;
};

/**
 * The repair that the words ask for; undefined if they ask for something else.
 * @throws UsageError
 */
export const readRepairCommand = (
  [said, first, more]: readonly string[],
  { to, language }: RepairOptions,
): RepairCommand | undefined => {
  const name = names.find((known) => known === said);
  if (name === undefined) return undefined;
  const surplus = name === 'list-failed' ? first : more;
  if (surplus !== undefined) throw new UsageError(`${name} takes no ${JSON.stringify(surplus)}`);
  switch (name) {
    case 'list-failed':
      return { name };
    case 'redrive':
      return { name, queue: queueNamed(first) };
    case 'replay-mail':
      if (first === undefined) throw new UsageError('replay-mail which? list-failed names them');
      return { name, message: first };
    case 'preview':
      if (first === undefined) throw new UsageError('preview which tip? Its name, such as 08-cardio, or its number');
      if (to === undefined) throw new UsageError('preview needs --to and your own number or mailbox; - asks for it');
      return { name, tip: first, to, language: language ?? 'en' };
    default:
      return name satisfies never;
  }
};

const kindsInWords: Readonly<Record<FailedKind, string>> = {
  tips: 'groups of tips',
  confirmation: 'mails that ask to confirm',
  erase: 'erasures',
  sweep: 'second sweeps of erasures',
  unreadable: 'no job of ours',
};

const queueLines = ({ queue, waiting, oldestAt, kinds, moving }: FailedQueue): readonly (readonly string[])[] => {
  const age = oldestAt === undefined ? '' : `the oldest queued ${minute(oldestAt)}`;
  const state = moving ? `on their way back: ${moving.moved} of ${moving.of}` : age;
  return [
    [queue, String(waiting), state],
    ...kinds.map(({ kind, jobs, people }) => [
      `  ${kindsInWords[kind]}`,
      String(jobs),
      people > 0 ? `${people} people` : '',
    ]),
  ];
};

const tickLines = ({ waiting, oldestAt, lost }: NonNullable<FailedWork['ticks']>): readonly (readonly string[])[] => [
  ['ticks', String(waiting), oldestAt === undefined ? '' : `the oldest lost ${minute(oldestAt)}`],
  ...lost.map(({ schedule, reason, ticks }) => [`  ${schedule}`, String(ticks), reason]),
];

/** What was given up. */
export const failedLines = ({ queues, ticks, mails, unreadable }: FailedWork): readonly string[] => [
  ...inColumns([
    ...queues.flatMap(queueLines),
    ...(ticks ? tickLines(ticks) : []),
    ['mails', String(mails.length), ''],
  ]),
  ...mails.map(
    ({ message, receivedAt, givenUpAt }) =>
      `  ${message}  received ${minute(receivedAt)}, given up ${minute(givenUpAt)}`,
  ),
  ...(unreadable > 0 ? [`${unreadable} records beside the mails cannot be read`] : []),
];

const redrivenLine = ({ queue, waiting, moving }: Redriven): string => {
  if (moving) return `They are on their way back already: ${moving.moved} of ${moving.of}.`;
  if (waiting === 0) return `Nothing of ${queue} was given up.`;
  if (queue === 'ticks')
    return `Put away: ${waiting}. Each function's next tick makes up for them; whether it came, the alarms …-not-running say.`;
  return `Begun: ${waiting} of ${queue} go back to their queue. Tips that are too late are skipped.`;
};

/** Carries out a repair. */
export const runRepair = async (
  repairs: MendFailures & ReplayMail & PreviewTip,
  command: RepairCommand,
  { actor, askWhom, askWhetherTo }: Pick<Surroundings, 'actor' | 'askWhom' | 'askWhetherTo'>,
): Promise<Outcome> => {
  switch (command.name) {
    case 'list-failed': {
      const failed = await repairs.listFailed(actor);
      return { data: failed, lines: failedLines(failed) };
    }
    case 'redrive': {
      const begun = await repairs.redrive(actor, command.queue);
      return { data: begun, lines: [redrivenLine(begun)] };
    }
    case 'replay-mail': {
      const mail = await repairs.replayMail(actor, command.message);
      return { data: mail, lines: ['Done: it was handed in again, and handled.'] };
    }
    case 'preview': {
      const wanted = { ...command, to: await askWhom(command.to) };
      const sent = await repairs.preview(actor, wanted, ({ tip, channel, language, address }) =>
        askWhetherTo(
          `${tip} (${language}) goes by ${channel === 'sms' ? 'text' : 'mail'} to ${address}. Be sure that it is your own`,
          'SEND',
        ),
      );
      if (!sent) throw new CannotError('nothing was sent');
      const { address: _theirs, ...data } = sent;
      return { data, lines: ['Sent. Its links are nobody’s, and open nothing.'] };
    }
    default:
      return command satisfies never;
  }
};
