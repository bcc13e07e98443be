import type { TableTemplate } from './backbeat-table.ts';
import { endProcess, startNode } from './child-process.ts';
import { dueAt } from './people.ts';
import { cpuOfTrees } from './process-cpu.ts';
import { type ReplyReport, replyReport } from './reply-messages.ts';

export interface ReplyResult extends ReplyReport {
  /** CPU of the engine a delivery, the reading afterwards included. */
  readonly engineMicros: number;
}

/** Signed replies through sms-inbound, one in twenty delivered twice at the same time, eight at a time. */
export const measureReplies = async (table: TableTemplate, people: number, replies: number): Promise<ReplyResult> => {
  const engine = await table.start();
  const child = startNode('./worker-replies.ts', {
    store: engine.address,
    clockOffsetMs: dueAt + 1000 - Date.now(),
    people,
    replies,
    doubledEvery: 20,
    concurrency: 8,
  });
  try {
    const before = cpuOfTrees([engine.pid]);
    const report = await new Promise<ReplyReport>((resolve, reject) => {
      child.once('message', (message) => resolve(replyReport.parse(message)));
      child.once('exit', () => reject(new TypeError('the process that answers replies ended')));
    });
    return { ...report, engineMicros: (cpuOfTrees([engine.pid]) - before) / report.deliveries };
  } finally {
    await endProcess(child, 'SIGKILL');
    await engine.stop();
  }
};
