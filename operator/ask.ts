import { createInterface } from 'node:readline/promises';
import { UsageError } from './usage-error.ts';

/** Asks on standard input; the question goes to standard error, so that output stays clean. */
const ask = async (question: string): Promise<string> => {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await lines.question(question)).trim();
  } finally {
    lines.close();
  }
};

/**
 * The person a command is about: as given on the command line, or typed now where that was `-`.
 * @throws UsageError if nothing is typed
 */
export const askWhom = async (said: string): Promise<string> => {
  if (said !== '-') return said;
  const typed = await ask('Whom? A number, or a mailbox: ');
  if (typed === '') throw new UsageError('nobody was named');
  return typed;
};

/**
 * Whether to go on with what cannot be undone.
 * @throws UsageError where nobody sits at the terminal to be asked
 */
export const askWhetherTo = async (what: string, word: 'ERASE' | 'RESTORE' | 'SEND'): Promise<boolean> => {
  if (!process.stdin.isTTY) throw new UsageError(`${what}: that asks first, and nobody is here to be asked: --yes`);
  return (await ask(`${what}. It cannot be undone. Type ${word} to go on: `)) === word;
};
