import { userInfo } from 'node:os';
import { ConfigurationError } from '../shared/platform/settings.ts';
import { CannotError, NobodyThereError, NotAllowedError } from '../shared/use-cases/desk/desk-errors.ts';
import { askWhetherTo, askWhom } from './ask.ts';
import { type Invocation, readCommandLine } from './command-line.ts';
import { connectLocal } from './connect-local.ts';
import { connectStage } from './connect-stage.ts';
import { NotConnectedError } from './connection.ts';
import { openDesk } from './open-desk.ts';
import { openRepairs } from './open-repairs.ts';
import type { Outcome } from './outcome.ts';
import { isRepair, runRepair } from './repair-commands.ts';
import { restoreFromBackup } from './restore.ts';
import { runCommand } from './run-command.ts';
import { usage } from './usage.ts';
import { UsageError } from './usage-error.ts';

/** Exit codes: 1, it could not be done; 2, it was not understood; 3, whoever asked may not. */
const codes: readonly (readonly [new (...parts: never[]) => Error, number])[] = [
  [UsageError, 2],
  [NotAllowedError, 3],
  [NobodyThereError, 1],
  [CannotError, 1],
  [NotConnectedError, 1],
  [ConfigurationError, 1],
];

const showProgress = (looked: number): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r${looked} people looked at `);
};

const carryOut = async (invocation: Invocation): Promise<Outcome> => {
  const { stage, region, at, role, yes } = invocation;
  const connection = stage === undefined ? await connectLocal(at, process.env) : await connectStage(stage, region);
  // In an account AWS says who it is: a name of one's own choosing would be worth nothing in the audit trail.
  const around = {
    actor: { name: connection.who ?? invocation.as ?? userInfo().username, role },
    today: new Date(connection.runtime.clock.now()).toISOString().slice(0, 10),
    askWhom,
    askWhetherTo: async (what: string, word: 'ERASE' | 'RESTORE' | 'SEND') => yes || askWhetherTo(what, word),
    progress: showProgress,
  };
  const { command } = invocation;
  try {
    if (command.name === 'restore') return await restoreFromBackup(connection, command, around);
    if (isRepair(command)) {
      const repairs = openRepairs(connection);
      try {
        return await runRepair(repairs, command, around);
      } finally {
        repairs.close();
      }
    }
    const { desk, place, close } = openDesk(connection);
    try {
      return await runCommand(desk, command, { ...around, place });
    } finally {
      close();
    }
  } finally {
    await connection.close();
  }
};

/** Carries out the command behind `npm run operator --`, and gives the exit code. */
export const runOperator = async (words: readonly string[]): Promise<number> => {
  try {
    const invocation = readCommandLine(words);
    if (invocation === undefined) {
      console.log(usage);
      return 0;
    }
    const { data, lines } = await carryOut(invocation);
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
    console.log(invocation.json ? JSON.stringify(data, null, 2) : lines.join('\n'));
    return 0;
  } catch (error) {
    const known = codes.find(([kind]) => error instanceof kind);
    // Errors of the SDK and of the table say codes and names of fields; ours are sentences.
    const { name, message } = error instanceof Error ? error : new Error('it failed');
    console.error(known || !(error instanceof Error) ? message : `${name}: ${message}`);
    if (error instanceof UsageError) console.error('npm run operator -- help says what there is.');
    return known?.[1] ?? 1;
  }
};
