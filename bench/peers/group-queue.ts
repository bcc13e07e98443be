import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** infra gives a message six times the function's timeout of 60 s; here it comes back when the lease of its claims is over. */
const visibilityMs = 185_000;

interface GroupMessage {
  readonly id: string;
  readonly body: string;
  readonly receiveCount: number;
}

/**
 * SQS's stand-in: messages are on disk before `store` returns, outlive the worker and come back if they are not removed
 * in time. Local/queue.ts would do, but looks at every message for each that it hands out.
 */
export const createGroupQueue = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'peers-queue-'));
  const journal: FileHandle = await open(join(folder, 'journal'), 'a');
  const ready: GroupMessage[] = [];
  const hidden = new Map<string, { message: GroupMessage; visibleAt: number }>();
  const listeners: (() => void)[] = [];
  let head = 0;
  const add = (message: GroupMessage): void => {
    ready.push(message);
  };

  return {
    store: async (bodies: readonly string[]): Promise<void> => {
      const messages = bodies.map((body) => ({ id: randomUUID(), body, receiveCount: 0 }));
      await journal.appendFile(messages.map((message) => `${JSON.stringify(message)}\n`).join(''));
      await journal.sync();
      messages.forEach(add);
      for (const listener of listeners) listener();
    },
    /** Calls back whenever there is something to take. */
    onStored: (listener: () => void): void => {
      listeners.push(listener);
    },
    take: (): GroupMessage | undefined => {
      const first = ready[head];
      if (!first) return undefined;
      head += 1;
      const message = { ...first, receiveCount: first.receiveCount + 1 };
      hidden.set(message.id, { message, visibleAt: Date.now() + visibilityMs });
      return message;
    },
    remove: (id: string): void => {
      hidden.delete(id);
    },
    hide: (id: string, seconds: number): void => {
      const held = hidden.get(id);
      if (held) hidden.set(id, { ...held, visibleAt: Date.now() + seconds * 1000 });
    },
    /** Messages that were not removed in time are there again. */
    showAgain: (): void => {
      const now = Date.now();
      for (const [id, { message, visibleAt }] of hidden) {
        if (visibleAt > now) continue;
        hidden.delete(id);
        add(message);
      }
      for (const listener of listeners) listener();
    },
    size: (): number => ready.length - head + hidden.size,
    close: async (): Promise<void> => {
      await journal.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

export type GroupQueue = Awaited<ReturnType<typeof createGroupQueue>>;
