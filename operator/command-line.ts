import { parseArgs } from 'node:util';
import { type Role, roles } from '../shared/domain/desk/authorise.ts';
import type { Move } from '../shared/domain/desk/desk-changes.ts';
import { type Channel, type Language, languages } from '../shared/domain/people/subscriber.ts';
import type { CardsCommand } from './cards-command.ts';
import { type CodesCommand, readCodesCommand } from './codes-command.ts';
import type { ImportCommand } from './import-command.ts';
import type { RegistrationCommand } from './registration-command.ts';
import { type RepairCommand, readRepairCommand } from './repair-commands.ts';
import { type ReportCommand, readReportCommand } from './report-command.ts';
import { type ResearchCommand, readResearchCommand } from './research-command.ts';
import { UsageError } from './usage-error.ts';

/** A command to the desk. `who`: a number, a mailbox or a pseudonym; `-`: it is asked for. */
export type DeskCommand =
  | { readonly name: 'status' }
  | { readonly name: 'who-is-due'; readonly missed: boolean; readonly yesterday: boolean }
  | { readonly name: 'find' | 'show' | 'read-diary' | 'export' | 'stop' | 'resume' | 'erase'; readonly who: string }
  | { readonly name: 'worklist'; readonly all: boolean }
  | { readonly name: 'acknowledge'; readonly event: string }
  | { readonly name: 'explain'; readonly who: string; readonly date?: string }
  | { readonly name: 'pause'; readonly who: string; readonly days: number }
  | { readonly name: 'move'; readonly who: string; readonly move: Move }
  | { readonly name: 'audit'; readonly date?: string }
  | CodesCommand
  | CardsCommand
  | ImportCommand
  | ReportCommand
  | ResearchCommand
  | RegistrationCommand;

/** No work of the desk's. `from`: a table that was restored from a backup; `asOf`: what it shows, epoch ms, where AWS does not say. */
export interface RestoreCommand {
  readonly name: 'restore';
  readonly from: string;
  readonly asOf?: number;
  readonly replace: boolean;
}

/** A command, and how it is to be carried out. */
export interface Invocation {
  readonly command: DeskCommand | RestoreCommand | RepairCommand;
  /** The deployment in an AWS account; left out: this machine. */
  readonly stage?: string;
  readonly region?: string;
  /** Where `npm start` runs, when that is not the usual place. */
  readonly at?: string;
  readonly role: Role;
  /** Who asks, on this machine; in an account AWS says who. */
  readonly as?: string;
  readonly json: boolean;
  /** Skips the question before something is destroyed (`--yes`). */
  readonly yes: boolean;
}

const options = {
  stage: { type: 'string' },
  region: { type: 'string' },
  at: { type: 'string' },
  role: { type: 'string', default: 'staff' },
  as: { type: 'string' },
  json: { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
  missed: { type: 'boolean', default: false },
  yesterday: { type: 'boolean', default: false },
  all: { type: 'boolean', default: false },
  time: { type: 'string' },
  zone: { type: 'string' },
  by: { type: 'string' },
  language: { type: 'string' },
  clinic: { type: 'string' },
  contact: { type: 'string' },
  arm: { type: 'string' },
  programme: { type: 'string' },
  out: { type: 'string' },
  code: { type: 'string' },
  do: { type: 'boolean', default: false },
  from: { type: 'string' },
  'as-of': { type: 'string' },
  to: { type: 'string' },
  replace: { type: 'boolean', default: false },
} as const;

const oneOf = <T extends string>(all: readonly T[], said: string | undefined, option: string): T | undefined => {
  const found = all.find((one) => one === said);
  if (said !== undefined && found === undefined)
    throw new UsageError(`${option} is ${JSON.stringify(said)}: it is one of ${all.join(', ')}`);
  return found;
};

const timePattern = /^([01]?\d|2[0-3]):([0-5]\d)$/;
const timeOf = (said: string | undefined): string | undefined => {
  if (said === undefined) return undefined;
  if (!timePattern.test(said)) throw new UsageError(`--time is ${JSON.stringify(said)}: it is written like 18:30`);
  return said.padStart(5, '0');
};

const channels: readonly Channel[] = ['sms', 'email'];

interface Moved {
  readonly time?: string | undefined;
  readonly zone?: string | undefined;
  readonly by?: string | undefined;
  readonly language?: string | undefined;
}

const moveOf = (said: Moved): Move => {
  const time = timeOf(said.time);
  const channel = oneOf(channels, said.by, '--by');
  const language = oneOf<Language>(languages, said.language, '--language');
  const move = {
    ...(time === undefined ? {} : { time }),
    ...(said.zone === undefined ? {} : { zone: said.zone }),
    ...(channel === undefined ? {} : { channel }),
    ...(language === undefined ? {} : { language }),
  };
  if (Object.keys(move).length === 0)
    throw new UsageError('move needs one of --time, --zone, --by, --language: what is to change?');
  return move;
};

const wholeDays = (said: string | undefined): number => {
  if (said === undefined || !/^\d+$/.test(said))
    throw new UsageError('pause needs a number of days, like pause <who> 7');
  return Number(said);
};

interface Restoring {
  readonly from?: string | undefined;
  readonly 'as-of'?: string | undefined;
  readonly replace: boolean;
}

const restoreOf = ({ from, 'as-of': asOf, replace }: Restoring): RestoreCommand => {
  if (from === undefined) throw new UsageError('restore needs --from and the table that was restored from a backup');
  const at = asOf === undefined ? undefined : Date.parse(asOf);
  if (Number.isNaN(at))
    throw new UsageError(`--as-of is ${JSON.stringify(asOf)}: it is written like 2026-11-29T08:00Z`);
  return { name: 'restore', from, replace, ...(at === undefined ? {} : { asOf: at }) };
};

type Said = Moved &
  Restoring & {
    readonly missed: boolean;
    readonly yesterday: boolean;
    readonly all: boolean;
    readonly clinic?: string | undefined;
    readonly contact?: string | undefined;
    readonly arm?: string | undefined;
    readonly programme?: string | undefined;
    readonly out?: string | undefined;
    readonly code?: string | undefined;
    readonly do: boolean;
  };

const deskCommandOf = (words: readonly string[], said: Said): DeskCommand | RestoreCommand => {
  const [name = '', ...rest] = words;
  const taken = (most: number): void => {
    if (rest.length > most) throw new UsageError(`${name} takes no ${JSON.stringify(rest[most])}`);
  };
  const who = (): string => {
    const [first] = rest;
    if (first === undefined) throw new UsageError(`${name} whom? A number, a mailbox, a pseudonym, or - to be asked`);
    return first;
  };
  switch (name) {
    case 'status':
      taken(0);
      return { name };
    case 'who-is-due':
      taken(0);
      return { name, missed: said.missed, yesterday: said.yesterday };
    case 'worklist':
      taken(0);
      return { name, all: said.all };
    case 'acknowledge':
      taken(1);
      if (rest[0] === undefined) throw new UsageError('acknowledge which? An event of the worklist, or whose');
      return { name, event: rest[0] };
    case 'find':
    case 'show':
    case 'read-diary':
    case 'export':
    case 'stop':
    case 'resume':
    case 'erase':
      taken(1);
      return { name, who: who() };
    case 'explain':
      taken(2);
      return { name, who: who(), ...(rest[1] === undefined ? {} : { date: rest[1] }) };
    case 'pause':
      taken(2);
      return { name, who: who(), days: wholeDays(rest[1]) };
    case 'move':
      taken(1);
      return { name, who: who(), move: moveOf(said) };
    case 'restore':
      taken(0);
      return restoreOf(said);
    case 'audit':
      taken(1);
      return { name, ...(rest[0] === undefined ? {} : { date: rest[0] }) };
    case 'cards':
      taken(1);
      if (rest[0] === undefined) throw new UsageError('cards of which code? codes lists them');
      return { name, code: rest[0], ...(said.out === undefined ? {} : { out: said.out }) };
    case 'registration':
      taken(0);
      return { name, ...(said.out === undefined ? {} : { out: said.out }) };
    case 'import':
      taken(1);
      if (rest[0] === undefined) throw new UsageError('import which file?');
      return { name, file: rest[0], doIt: said.do, ...(said.code === undefined ? {} : { code: said.code }) };
    case 'codes':
      return readCodesCommand(rest, {
        ...said,
        time: timeOf(said.time),
        language: oneOf<Language>(languages, said.language, '--language'),
      });
    default:
      throw new UsageError(name === '' ? 'which command?' : `${JSON.stringify(name)} is no command`);
  }
};

const parsed = (words: readonly string[]) => {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
};

/**
 * What the words behind `npm run operator --` ask for; undefined if they ask for help.
 * @throws UsageError
 */
export const readCommandLine = (words: readonly string[]): Invocation | undefined => {
  const { values, positionals } = parsed(words);
  if (values.help || positionals[0] === 'help') return undefined;
  const { stage, region, at, as } = values;
  return {
    command:
      readRepairCommand(positionals, {
        to: values.to,
        language: oneOf<Language>(languages, values.language, '--language'),
      }) ??
      readReportCommand(positionals, values) ??
      readResearchCommand(positionals, values) ??
      deskCommandOf(positionals, values),
    role: oneOf<Role>(roles, values.role, '--role') ?? 'staff',
    ...(stage === undefined ? {} : { stage }),
    ...(region === undefined ? {} : { region }),
    ...(at === undefined ? {} : { at }),
    ...(as === undefined ? {} : { as }),
    json: values.json,
    yes: values.yes,
  };
};
