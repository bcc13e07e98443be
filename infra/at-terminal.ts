import { createInterface } from 'node:readline/promises';

/** Asks whoever sits at the terminal; undefined where nobody does. */
export const askAtTerminal = async (question: string): Promise<string | undefined> => {
  if (!process.stdin.isTTY) return undefined;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(question);
  terminal.close();
  return answer;
};
