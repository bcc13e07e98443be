import { worker } from '../infra/pace.ts';
import type { Channel } from '../shared/domain/people/subscriber.ts';
import { extensionMegabytes, helloWorldMegabytes, lambdaShare, onLambda } from './lambda-size.ts';
import { table } from './markdown-table.ts';
import type { SenderReadings } from './measure-sender.ts';

/** One channel's worker, as it was measured. */
export interface SenderReport extends SenderReadings {
  /** The least memory within which it did all it should, or undefined where that cannot be measured. */
  readonly leastMegabytes: number | undefined;
}
export type SenderReports = Readonly<Record<Channel, SenderReport>>;

const whole = (megabytes: number): string => `${Math.round(megabytes)} MB`;

const limit = (megabytes: number | undefined): string => {
  if (megabytes === undefined) return 'not measured';
  return Number.isFinite(megabytes) ? whole(megabytes) : 'more than 112 MB';
};

const columns: readonly (readonly [string, Channel])[] = [
  ['texts', 'sms'],
  ['mails', 'email'],
];

/** The section of docs/cost.md that says why a worker has the memory it has. */
export const renderMemory = (senders: SenderReports, emptyMegabytes: number): string => {
  const beside = onLambda(emptyMegabytes);
  const row = (name: string, cell: (channel: Channel) => string): string[] => [
    name,
    ...columns.map(([, channel]) => cell(channel)),
  ];
  const expected = (channel: Channel): number => senders[channel].peakMegabytes + beside;
  return `## The memory of a worker

${table(
  ['', ...columns.map(([name]) => name)],
  [
    row('memory it is given', (channel) => `${worker.memorySize[channel]} MiB`),
    row('peak of what is resident, at 25 a second', (channel) => whole(senders[channel].peakMegabytes)),
    row('with what Lambda has beside it: the "Max Memory Used" to expect', (channel) => whole(expected(channel))),
    row('least hard limit under which it works', (channel) => limit(senders[channel].leastMegabytes)),
    row('what Lambda leaves it of its memory', (channel) => whole(worker.memorySize[channel] - beside)),
    row('processor time a tip', (channel) => `${senders[channel].cpuMsATip.toFixed(1)} ms`),
    row('of the processor that comes with its memory, at 25 a second', (channel) => {
      const share = (25 * senders[channel].cpuMsATip) / 1000 / lambdaShare(worker.memorySize[channel]);
      return `${Math.round(100 * share)} %`;
    }),
    row('messages a second, of 25', (channel) => senders[channel].perSecond.toFixed(1)),
  ],
)}

The bundle that is deployed, with the settings it is deployed with, in a process of its own on an x86 machine, with TLS to DynamoDB and to the providers${
    senders.sms.limited
      ? ', in control groups of as much memory and processor time as Lambda leaves it'
      : ' (without limits: this machine has no control groups for us)'
  }. The least limit (of 88, 96, 104 and 112 MB) is that of a control group in which nothing more is to be had, the pages of the runtime's code included: 2,000 tips in groups of 100 by one worker, ten times as fast as it sends, among them a group on which the provider hangs up now and then and one to which it says nothing; no group was left over but those two.

Beside the worker's process Lambda has its own: a function that does nothing shows ${helloWorldMegabytes} MB there (nodejs24.x, arm64, 128 MB: github.com/maxday/lambda-perf, data/2025/2025-12-21.json) and ${whole(emptyMegabytes)} here. The parameter extension has no published figure; ${extensionMegabytes} MB are assumed for a small server in Go (all of an environment with a Go function shows 16 MB in the same source). About 58 MB of what is resident is code of the runtime, mapped from its file: the kernel drops some of it before it kills anybody, and below the least limit the worker is not killed but spends its time reading that code again; that Lambda counts it as used is likely, that it kills for it is not known.

So a worker of texts has ${whole(worker.memorySize.sms - expected('sms'))} to spare if everything resident counts, a worker of mails ${whole(worker.memorySize.email - expected('email'))}. A mail whose worker died is in doubt for good; a text in doubt is looked up in Twilio's list. Look at "maxMemoryUsedMB" in the first \`platform.report\` lines of a deployment; the numbers stand in infra/pace.ts.`;
};
