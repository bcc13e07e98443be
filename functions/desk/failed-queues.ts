import type { SQSClient } from '@aws-sdk/client-sqs';
import type { WorkQueueName } from '../../shared/domain/desk/failed-jobs.ts';
import { createDeadLetters } from '../../shared/providers/sqs/dead-letters.ts';
import { CannotError } from '../../shared/use-cases/desk/desk-errors.ts';
import type { Guard } from '../../shared/use-cases/desk/guard.ts';
import { createMendFailures } from '../../shared/use-cases/desk/mend-failures.ts';
import type { FailedQueues } from './desk-deps.ts';

interface FailedQueuesDeps {
  readonly guard: Guard;
  readonly queueUrls: Readonly<Partial<Record<WorkQueueName, string | undefined>>>;
  readonly sqs: SQSClient;
}

const notFromHere = async (): Promise<never> => {
  throw new CannotError('mails are handed in again from the command line');
};

/**
 * What the queues gave up, as the desk's page lists it and has it worked on again. Mails that were given up are listed and
 * handed in from the command line only.
 */
export const createFailedQueues = ({ guard, queueUrls, sqs }: FailedQueuesDeps): FailedQueues => {
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
