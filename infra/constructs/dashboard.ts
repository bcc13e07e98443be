import { Duration } from 'aws-cdk-lib';
import {
  Dashboard as CloudWatchDashboard,
  GraphWidget,
  type IMetric,
  MathExpression,
  Metric,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { type MetricName, metricNames } from '../../shared/platform/metrics.ts';
import type { BackbeatFunction } from './backbeat-function.ts';
import type { PublicApi } from './public-api.ts';

interface DashboardProps {
  /** The dashboard's name. */
  readonly prefix: string;
  /** The namespace that the functions print their metrics under. */
  readonly namespace: string;
  readonly people: {
    /** Undefined where there are no texts; nothing of them is shown then. */
    readonly texts: BackbeatFunction | undefined;
    readonly mails: BackbeatFunction | undefined;
    readonly pages: BackbeatFunction;
  };
  readonly api: PublicApi;
  readonly runbookUrl: string;
}

const hour = Duration.hours(1);
const half = 12;
type Channel = 'sms' | 'email';
const names = { sms: { one: 'text', many: 'Texts' }, email: { one: 'e-mail', many: 'E-mails' } } as const;
const units = { sms: 'segments', email: 'e-mails' } as const;

/**
 * One page for "did everyone get their tip today?": by channel and hour what was due, what was taken, and what was not
 * delivered by our own fault; then what people sent, who left, and red flags. Three dashboards of up to 50 metrics are free.
 */
export class Dashboard extends Construct {
  constructor(scope: Construct, id: string, props: DashboardProps) {
    super(scope, id);
    const { prefix, people, api, runbookUrl } = props;
    const outcome = (channel: Channel, name: MetricName, label: string): Metric =>
      new Metric({
        namespace: props.namespace,
        metricName: metricNames[name],
        dimensionsMap: { Channel: channel },
        statistic: 'Sum',
        period: hour,
        label,
      });
    const graph = (title: string, ...left: readonly IMetric[]): GraphWidget =>
      new GraphWidget({ title, left: [...left], width: half, leftYAxis: { min: 0, showUnits: false } });
    const tips = (channel: Channel): GraphWidget =>
      graph(
        `Tips by ${names[channel].one}, an hour`,
        outcome(channel, 'due', 'due'),
        outcome(channel, 'claimed', 'claimed'),
        outcome(channel, 'accepted', 'taken by the provider'),
        outcome(channel, 'delivered', 'delivered'),
        outcome(channel, 'undelivered', 'not delivered'),
        outcome(channel, 'unreachable', 'refused for their address'),
        outcome(channel, 'unknown', 'unknown'),
        outcome(channel, 'behind', 'half an hour behind'),
      );
    const skipped = (channel: Channel): GraphWidget =>
      graph(
        `Tips by ${names[channel].one} that were not sent, by the reason, an hour`,
        new MathExpression({
          expression: `SEARCH('{${props.namespace},Channel,Reason} MetricName="${metricNames.skipped}" Channel="${channel}"', 'Sum', 3600)`,
          // CloudWatch fills the placeholder in, with one line per reason.
          label: `\${PROP('Dim.Reason')}`,
          period: hour,
        }),
      );
    const undelivered = (channel: Channel): GraphWidget =>
      graph(
        `${names[channel].many} taken and not delivered, an hour`,
        outcome(channel, 'misconfigured', 'our account, sender or registration'),
        outcome(channel, 'suspect', 'filtered, or not understood'),
      );
    const spent = (channel: Channel, label: string): Metric =>
      outcome(channel, 'spent', label).with({ statistic: 'Maximum' });
    const channels = [...(people.texts ? (['sms'] as const) : []), ...(people.mails ? (['email'] as const) : [])];
    const byChannel = (name: MetricName, prefix: string): readonly Metric[] =>
      channels.map((channel) => outcome(channel, name, `${prefix}${names[channel].one}s`));
    const calls = (fn: BackbeatFunction | undefined, label: string): readonly IMetric[] =>
      fn ? [fn.metricInvocations({ period: hour, statistic: 'Sum', label })] : [];
    const heading = `# Did everyone get their tip today?\n*Due* and *taken* should be one line. If not: [runbook](${runbookUrl}).`;
    new CloudWatchDashboard(this, 'Page', {
      dashboardName: prefix,
      defaultInterval: Duration.days(1),
      widgets: [
        [new TextWidget({ markdown: heading, width: 2 * half, height: 2 })],
        channels.map(tips),
        channels.map(skipped),
        channels.map(undelivered),
        [graph('Used of the month’s cap, %', ...channels.map((channel) => spent(channel, units[channel])))],
        [
          graph(
            'From people, an hour',
            ...calls(people.texts, 'texts'),
            ...calls(people.mails, 'e-mails'),
            ...calls(people.pages, 'pages'),
          ),
          graph(
            'Answers of the API, an hour',
            ...api.refusals(hour),
            ...(people.texts ? [outcome('sms', 'refused', 'webhooks without a valid signature')] : []),
          ),
        ],
        [
          graph('Replies, an hour', ...byChannel('replies', ''), ...byChannel('heldBack', 'held back, ')),
          graph('Red flags, an hour', ...byChannel('redFlags', '')),
        ],
        [
          graph(
            'People who left, a day',
            ...byChannel('optOuts', '').map((metric) => metric.with({ period: Duration.days(1) })),
          ),
          ...(people.mails
            ? [
                graph(
                  'Mails that came back or were called spam, an hour',
                  outcome('email', 'bounces', 'bounces'),
                  outcome('email', 'complaints', 'complaints'),
                ),
              ]
            : []),
        ],
      ],
    });
  }
}
