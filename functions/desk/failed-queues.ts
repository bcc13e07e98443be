import type { SQSClient } from '@aws-sdk/client-sqs';
import type { WorkQueueName } from '../../shared/domain/desk/failed-jobs.ts';
import { createDeadLetters } from '../../shared/providers/sqs/dead-letters.ts';
import type { Guard } from '../../shared/use-cases/desk/guard.ts';
import { createMendFailures } from '../../shared/use-cases/desk/mend-failures.ts';
import type { FailedQueues } from './desk-deps.ts';

interface FailedQueuesDeps {
  readonly guard: Guard;
  readonly queueUrls: Readonly<Partial<Record<WorkQueueName, string | undefined>>>;
  readonly sqs: SQSClient;
}

/**
 * What the queues gave up, as the desk's page lists it and has it worked on again. Mails and ticks that were given up are for
 * the command line only.
 */
export const createFailedQueues = ({ guard, queueUrls, sqs }: FailedQueuesDeps): FailedQueues =>
  createMendFailures({
    guard,
    queueUrls,
    deadLetters: createDeadLetters(sqs),
    mails: undefined,
    lostTicks: undefined,
  });
