import { parseArgs } from 'node:util';
import { type Role, roles } from '../shared/domain/desk/authorise.ts';
import type { Move } from '../shared/domain/desk/desk-changes.ts';
import { type Channel, type Language, languages } from '../shared/domain/people/subscriber.ts';

/** The command is not one, or something is missing or wrong in it; says what in a sentence. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What is asked of the desk. `who`: a number, a mailbox or a pseudonym; `-`: it is asked for. */
export type DeskCommand =
  | { readonly name: 'status' }
  | { readonly name: 'who-is-due'; readonly missed: boolean }
  | { readonly name: 'find' | 'show' | 'read-diary' | 'export' | 'stop' | 'resume' | 'erase'; readonly who: string }
  | { readonly name: 'worklist'; readonly all: boolean }
  | { readonly name: 'acknowledge'; readonly event: string }
  | { readonly name: 'explain'; readonly who: string; readonly date?: string }
  | { readonly name: 'pause'; readonly who: string; readonly days: number }
  | { readonly name: 'move'; readonly who: string; readonly move: Move }
  | { readonly name: 'audit'; readonly date?: string };

/** A command, and how it is to be carried out. */
export interface Invocation {
  readonly command: DeskCommand;
  /** The deployment in an AWS account; left out: this machine. */
  readonly stage?: string;
  readonly region?: string;
  /** Where `npm start` runs, when that is not the usual place. */
  readonly at?: string;
  readonly role: Role;
  /** Who asks, on this machine; in an account AWS says who. */
  readonly as?: string;
  readonly json: boolean;
  /** Answers yes to what would be asked before something is destroyed (`--yes`). */
  readonly yes: boolean;
}

export const usage = `npm run operator -- <command> [options]

  status                       today's picture: due, arrived, undelivered, in doubt
  who-is-due [--missed]        everybody's tip of today; only those who went without, and why
  find <who>                   who that is, and that they are with us
  show <who>                   their settings, and the last ten days' tips with what came of them
  explain <who> [date]         why the tip of that day (2026-11-29) came, or did not
  stop <who>                   no more messages, on any channel
  pause <who> <days>           no tips for 1 to 90 days
  resume <who>                 tips again
  move <who> [--time 18:30] [--zone Paris] [--by sms|email] [--language en|fr]
  erase <who>                  deletes all that is held on them; asks first
  worklist [--all]             red flags that nobody has acknowledged; all of the last hundred days
  acknowledge <event|who>      that you have it, so that nobody else is told of it
  read-diary <who>             scores and notes: for a clinician, of somebody who said CLINIC YES
  export <who>                 all that is held on them, as JSON: likewise
  audit [date]                 who did what at this desk on a day (UTC): for a clinician

<who> is a number with its country code, a mailbox or a pseudonym; - asks for it, so that it stands in no shell history.

  --stage prod                 the deployment in your AWS account; left out: npm start on this machine
  --region us-east-1           where that is, if your AWS profile does not say
  --at http://127.0.0.1:3000   where npm start runs, if not there
  --role staff|clinician       whom you act as (staff); it stands in the audit trail
  --as NAME                    your name in the audit trail, on this machine; in an account AWS says who you are
  --json                       for programs (with npm run -s)
  --yes                        do not ask
`;

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
  all: { type: 'boolean', default: false },
  time: { type: 'string' },
  zone: { type: 'string' },
  by: { type: 'string' },
  language: { type: 'string' },
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

type Said = Moved & { readonly missed: boolean; readonly all: boolean };

const commandOf = (words: readonly string[], said: Said): DeskCommand => {
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
      return { name, missed: said.missed };
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
    case 'audit':
      taken(1);
      return { name, ...(rest[0] === undefined ? {} : { date: rest[0] }) };
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
    command: commandOf(positionals, values),
    role: oneOf<Role>(roles, values.role, '--role') ?? 'staff',
    ...(stage === undefined ? {} : { stage }),
    ...(region === undefined ? {} : { region }),
    ...(at === undefined ? {} : { at }),
    ...(as === undefined ? {} : { as }),
    json: values.json,
    yes: values.yes,
  };
};
