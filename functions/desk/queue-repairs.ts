import type { SQSClient } from '@aws-sdk/client-sqs';
import type { WorkQueueName } from '../../shared/domain/desk/failed-jobs.ts';
import { createDeadLetters } from '../../shared/providers/sqs/dead-letters.ts';
import { CannotError } from '../../shared/use-cases/desk/desk-errors.ts';
import type { Guard } from '../../shared/use-cases/desk/guard.ts';
import { createMendFailures } from '../../shared/use-cases/desk/mend-failures.ts';
import type { QueueRepairs } from './desk-deps.ts';

interface QueueRepairsDeps {
  readonly guard: Guard;
  readonly queueUrls: Readonly<Partial<Record<WorkQueueName, string | undefined>>>;
  readonly sqs: SQSClient;
}

const notFromHere = async (): Promise<never> => {
  throw new CannotError('mails are handed in again from the command line');
};

/** The command line's repairs of queues. Mails that were given up are read from the command line only. */
export const createQueueRepairs = ({ guard, queueUrls, sqs }: QueueRepairsDeps): QueueRepairs => {
  const { listFailed, redrive } = createMendFailures({
    guard,
    queueUrls,
    deadLetters: createDeadLetters(sqs),
    mails: undefined,
    // Lost ticks are shown, and put away, from the command line only.
    lostTicks: undefined,
    handInMail: notFromHere,
  });
  return { listFailed, redrive };
};
