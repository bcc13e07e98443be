import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import * as z from 'zod';
import { binaryPath, EngineError, stopChild } from './dynamodb-engine.ts';

/** The engine's answer to a call: the operation's output, or the name and words of its error. */
export type EngineAnswer =
  | { readonly kind: 'output'; readonly output: unknown }
  | { readonly kind: 'error'; readonly code: string; readonly message: string };

/** The embedded DynamoDB engine, spoken to through its standard input and output. */
export interface ClosedEngine {
  /** Calls one of the engine's tools; @throws EngineError if the engine has ended. */
  call(tool: string, input: Readonly<Record<string, unknown>>): Promise<EngineAnswer>;
  stop(): Promise<void>;
}

const protocolVersion = '2025-06-18';
const answerSchema = z.object({
  id: z.number(),
  error: z.object({ message: z.string() }).optional(),
  result: z
    .object({ isError: z.boolean().default(false), content: z.array(z.object({ text: z.string() })).default([]) })
    .optional(),
});
const errorSchema = z.object({ error_type: z.string(), message: z.string() });

const readAnswer = ({ error, result }: z.output<typeof answerSchema>): EngineAnswer => {
  if (error !== undefined) return { kind: 'error', code: 'ValidationException', message: error.message };
  const text = result?.content[0]?.text ?? '{}';
  if (!result?.isError) return { kind: 'output', output: JSON.parse(text) };
  const { error_type: code, message } = errorSchema.parse(JSON.parse(text));
  return { kind: 'error', code, message };
};

/** Starts a child whose files only their owner can read. */
const spawnPrivately = (binary: string, parameters: readonly string[]) => {
  const before = process.umask(0o077);
  try {
    return spawn(binary, parameters, { stdio: ['pipe', 'pipe', 'ignore'] });
  } finally {
    process.umask(before);
  }
};

/**
 * Starts the embedded DynamoDB engine without a port: it is spoken to by its standard input and output alone (JSON-RPC,
 * as its MCP server speaks it). Its HTTP server answers anybody, with any signature and for any page's origin, and can
 * be given neither a secret nor a socket of its own: a page in another tab would find it.
 * @throws EngineError
 */
export const startClosedEngine = async ({ dataFile }: { readonly dataFile?: string } = {}): Promise<ClosedEngine> => {
  const binary = binaryPath();
  const child = spawnPrivately(binary, ['mcp', ...(dataFile === undefined ? [] : ['--db-path', dataFile])]);
  const waiting = new Map<number, { resolve: (answer: EngineAnswer) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  let ended = false;
  const end = (): void => {
    ended = true;
    const error = new EngineError(`the embedded DynamoDB engine at ${binary} has ended`);
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  child.once('error', end);
  child.once('exit', end);
  // A write to an engine that has just ended fails here; its exit handler tells the callers that wait.
  child.stdin.on('error', () => undefined);
  createInterface(child.stdout).on('line', (line) => {
    const answer = answerSchema.safeParse(JSON.parse(line));
    if (!answer.success) return;
    const asked = waiting.get(answer.data.id);
    waiting.delete(answer.data.id);
    asked?.resolve(readAnswer(answer.data));
  });
  const send = (method: string, params: object): Promise<EngineAnswer> =>
    new Promise((resolve, reject) => {
      if (ended) return reject(new EngineError(`the embedded DynamoDB engine at ${binary} has ended`));
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id: lastId, method, params })}\n`);
    });

  // A parent that ends without stopping the engine must not leave it behind.
  const kill = (): boolean => child.kill('SIGKILL');
  process.once('exit', kill);
  const stop = async (): Promise<void> => {
    process.removeListener('exit', kill);
    await stopChild(child);
  };
  try {
    const clientInfo = { name: 'backbeat', version: '1' };
    await send('initialize', { protocolVersion, capabilities: {}, clientInfo });
    child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' })}\n`);
  } catch (cause) {
    await stop();
    throw new EngineError(
      `the embedded DynamoDB engine at ${binary} does not start${dataFile ? ` on ${dataFile}` : ''}`,
      {
        cause,
      },
    );
  }
  return { call: (name, input) => send('tools/call', { name, arguments: input }), stop };
};
