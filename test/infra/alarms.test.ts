import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { resourcesOf, runbook, synthesise } from './deployment.ts';

const deployment = synthesise();
const alarmSchema = z.object({
  AlarmName: z.string().startsWith('backbeat-test-'),
  AlarmDescription: z.string(),
  AlarmActions: z.array(z.unknown()).min(1),
  MetricName: z.string().optional(),
  TreatMissingData: z.string(),
  Period: z.number().optional(),
});
const alarms = resourcesOf(deployment.all)
  .filter(({ type }) => type === 'AWS::CloudWatch::Alarm')
  .map(({ properties }) => alarmSchema.parse(properties))
  .map((alarm) => ({ ...alarm, heading: alarm.AlarmName.slice('backbeat-test-'.length) }));
const headings = alarms.map(({ heading }) => heading);
const runbookHeadings = [...runbook.matchAll(/^## (.+)$/gm)].map((match) => match[1]);

describe('alarms', () => {
  it.each(alarms)('$heading says what harm it does, and links to the remedy', ({ heading, AlarmDescription }) => {
    const [harm, link] = AlarmDescription.split(' What to do: ');
    expect(harm).toMatch(/^[A-Z].{30,}\.$/);
    expect(link).toBe(`docs/runbook.md#${heading}`);
  });

  it.each(alarms)('$heading tells the same harm in the mail as in the runbook', ({ heading, AlarmDescription }) => {
    const [harm = ''] = AlarmDescription.split(' What to do: ');
    const section = runbook.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? '';
    const told = /^- \*\*Harm\*\*: (.*)$/m.exec(section)?.[1] ?? '';
    expect(told.slice(0, harm.length)).toBe(harm);
  });

  it('have exactly the headings of the runbook', () => {
    expect(new Set(runbookHeadings)).toEqual(new Set(headings));
  });

  it.each(['sms-queue', 'email-queue', 'erasure-queue'])('watch %s for jobs given up and jobs that wait', (queue) => {
    expect(headings).toEqual(expect.arrayContaining([`${queue}-dead-letters`, `${queue}-late`]));
  });

  it.each([
    'sms-inbound',
    'email-inbound',
    'delivery-events',
    'reconcile-inbound',
    'schedule-tips',
    'send-tips-sms',
    'send-tips-email',
    'erase-subscriber',
    'alert-clinic',
    'keep-ledger',
  ])('watch %s for errors', (name) => {
    expect(alarms.find(({ heading }) => heading === `${name}-failures`)?.MetricName).toBe('Errors');
  });

  // test/e2e/outcome-alarms.test.ts shows when they ring.
  it.each(['sms', 'email'])('watch what becomes of %s, whether or not anything throws', (channel) => {
    expect(headings).toEqual(expect.arrayContaining([`${channel}-not-accepted`, `${channel}-not-delivered`]));
  });

  it.each(['schedule-tips', 'reconcile-inbound', 'alert-clinic'])('ring when %s is silent for three ticks', (name) => {
    expect(alarms.find(({ heading }) => heading === `${name}-not-running`)).toMatchObject({
      MetricName: 'Invocations',
      TreatMissingData: 'breaching',
      Period: 900,
    });
  });

  it('say that they have ended only after they rang: no mail that all is well on the day of deployment', () => {
    const properties = resourcesOf(deployment.all)
      .filter(({ type }) => type === 'AWS::CloudWatch::Alarm')
      .map((alarm) => alarm.properties);
    expect(properties.filter((alarm) => 'OKActions' in alarm || 'InsufficientDataActions' in alarm)).toEqual([]);
    deployment.service.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: {
        source: ['aws.cloudwatch'],
        'detail-type': ['CloudWatch Alarm State Change'],
        detail: {
          alarmName: [{ prefix: 'backbeat-test-' }],
          state: { value: ['OK'] },
          previousState: { value: ['ALARM'] },
        },
      },
      Targets: [Match.objectLike({ Arn: { Ref: Match.stringLikeRegexp('OperatorTopic') } })],
    });
    const policies = JSON.stringify(deployment.service.findResources('AWS::SNS::TopicPolicy'));
    expect(policies).toContain('"Principal":{"Service":"events.amazonaws.com"}');
  });

  it('reach the operator: CloudWatch may publish, and the mailbox is subscribed', () => {
    deployment.service.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: 'operator@example.org',
    });
    const policies = JSON.stringify(deployment.service.findResources('AWS::SNS::TopicPolicy'));
    expect(policies).toContain('"Effect":"Allow","Principal":{"Service":"cloudwatch.amazonaws.com"}');
  });
});
