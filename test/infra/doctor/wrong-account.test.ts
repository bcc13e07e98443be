import { describe, it } from 'vitest';
import { alertTopic, inboundWebhook, secretsWith } from './healthy-deployment.ts';
import { aws, expectFound, merge, refused, stackWith, type Wrong } from './one-thing-wrong.ts';

describe('what is wrong with the account: stacks, mailboxes for alarms, secrets, schedules, limits', () => {
  it.each<Wrong>([
    [
      'blocks',
      'The stack backbeat-test-mail could not be looked at',
      refused(
        'cloudformation describe-stacks backbeat-test-mail',
        'An error occurred (ValidationError): Stack does not exist.',
      ),
    ],
    [
      'blocks',
      'The last deployment of backbeat-test-service failed (UPDATE_ROLLBACK_COMPLETE)',
      (world) => {
        world.aws['cloudformation describe-stacks backbeat-test-service'] = {
          Stacks: [
            {
              StackStatus: 'UPDATE_ROLLBACK_COMPLETE',
              Outputs: [{ OutputKey: 'InboundWebhook', OutputValue: inboundWebhook }],
            },
          ],
        };
      },
    ],
    [
      'warns',
      'backbeat-test-data is being changed',
      aws('cloudformation describe-stacks backbeat-test-data', stackWith('UPDATE_IN_PROGRESS')),
    ],
    [
      'blocks',
      'has not confirmed',
      aws('sns list-subscriptions-by-topic', {
        Subscriptions: [
          { SubscriptionArn: 'PendingConfirmation', Protocol: 'email', Endpoint: 'operator@example.org' },
        ],
      }),
    ],
    [
      'blocks',
      'The mailbox for alarms is not subscribed',
      aws('sns list-subscriptions-by-topic', { Subscriptions: [] }),
    ],
    [
      'blocks',
      'The contact "front desk" has not confirmed: they are told of no red flag',
      aws(`sns list-subscriptions-by-topic ${alertTopic}`, {
        Subscriptions: [
          { SubscriptionArn: 'PendingConfirmation', Protocol: 'email', Endpoint: 'desk@elm-street.example' },
          { SubscriptionArn: `${alertTopic}:p`, Protocol: 'https', Endpoint: 'https://pager.example/backbeat' },
        ],
      }),
    ],
    [
      'blocks',
      'The contact "duty physio" is not subscribed',
      aws(`sns list-subscriptions-by-topic ${alertTopic}`, {
        Subscriptions: [{ SubscriptionArn: `${alertTopic}:d`, Protocol: 'email', Endpoint: 'desk@elm-street.example' }],
      }),
    ],
    [
      'blocks',
      'is stored in the clear',
      (world) => {
        world.aws['ssm get-parameter'] = secretsWith({}, 'String');
      },
    ],
    [
      'warns',
      'a rotation is not finished',
      (world) => {
        world.aws['ssm get-parameter'] = secretsWith({ twilioSecondaryAuthToken: 'f'.repeat(32) });
      },
    ],
    [
      'blocks',
      'There is 1 schedule and not three',
      (world) =>
        merge(world, 'aws', 'cloudformation list-stack-resources backbeat-test-service', {
          StackResourceSummaries: [
            { ResourceType: 'AWS::Scheduler::Schedule', PhysicalResourceId: 'tick' },
            { ResourceType: 'AWS::SNS::Topic', PhysicalResourceId: 'arn' },
            { ResourceType: 'AWS::SNS::Topic', PhysicalResourceId: alertTopic },
          ],
        }),
    ],
    ['blocks', 'The schedule tick is off', aws('scheduler get-schedule tick', { State: 'DISABLED' })],
    [
      'warns',
      'Lambda may run 10 at a time',
      aws('lambda get-account-settings', {
        AccountLimit: { ConcurrentExecutions: 10, UnreservedConcurrentExecutions: 10 },
      }),
    ],
    [
      'warns',
      'No budget watches',
      (world) => {
        world.aws['budgets describe-budgets'] = {};
      },
    ],
  ])('%s: %s', (...wrong) => expectFound(...wrong));
});
