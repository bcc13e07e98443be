import { createInterface } from 'node:readline/promises';

/** Asks a question at the terminal; undefined where there is none. */
export const askAtTerminal = async (question: string): Promise<string | undefined> => {
  if (!process.stdin.isTTY) return undefined;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(question);
  terminal.close();
  return answer;
};
