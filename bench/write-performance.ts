import type { LoadReport } from '../test/simulation/load/run-load.ts';
import { type measureCold, repeats } from './cold/measure-cold.ts';
import type { Usage } from './ledger.ts';
import { table } from './markdown-table.ts';
import type { measurePacing, Pacing } from './measure-pacing.ts';
import type { TickWork } from './measure-scheduler.ts';

type Cold = Awaited<ReturnType<typeof measureCold>>;
type Paces = Awaited<ReturnType<typeof measurePacing>>;

const whole = (value: number): string => Math.round(value).toLocaleString('en-US');
const per = (value: number, all: number): string => (value / all).toFixed(2);
const duration = (seconds: number): string =>
  seconds < 90 ? `${seconds.toFixed(1)} s` : `${(seconds / 60).toFixed(1)} min`;

export const renderLedger = (rows: Readonly<Record<string, Usage>>): string => `## What DynamoDB is asked

${table(
  ['', 'calls', 'read units', 'write units'],
  Object.entries(rows).map(([name, { calls, readUnits, writeUnits }]) => [
    name,
    calls.toFixed(2),
    readUnits.toFixed(2),
    writeUnits.toFixed(2),
  ]),
)}

Counted at the embedded engine, indexes included, for full groups at 25 a second and worker.`;

const paceRow = ({ channel, rate, workers, people, used, throttled, callsATip, oldestClaimMs }: Pacing): string[] => [
  `${rate} ${channel === 'sms' ? 'texts' : 'mails'}`,
  String(workers),
  whole(people),
  `${(100 * Math.min(1, used)).toFixed(1)} %`,
  String(throttled),
  callsATip.toFixed(2),
  `${oldestClaimMs} ms`,
];

export const renderPacing = ({ allowed, refused }: Paces): string => `## A provider's rate

The real workers on a virtual clock, everybody due at once; the provider is a token bucket of a second's worth (at least two) that answers after 50 to 170 ms, DynamoDB takes 5 to 10 ms, SQS 20 to 50 ms.

${table(['a second', 'workers', 'people', 'used', 'refused', 'calls a tip', 'claim to call, at most'], allowed.map(paceRow))}

Providers that allow about half of what they were said to allow; used is of what they do allow. Nobody is lost or written to twice.

${table(['a second', 'workers', 'people', 'used', 'refused', 'calls a tip', 'claim to call, at most'], refused.map(paceRow))}`;

export const renderCold = ({ runs, reference, functions, beside }: Cold): string => `## Cold start

Import and first event, net of an empty module, as a multiple of a function that holds only the DynamoDB client, whole and bundled as anybody would, and makes the two calls of a reply (${reference.kb} KB, ${whole(reference.ms)} ms on this machine): processes of their own, in rounds of an order drawn anew, medians of ${runs} (of ${runs * repeats} for the reference and the webhook). AWS and Twilio are reached by TLS, as from Lambda. One run's ratios differ from the next one's by up to 0.05. What is taken out of the SDK, and what that buys: [shared/providers/aws/README.md](../../shared/providers/aws/README.md).

${table(
  ['', 'KB', 'ms', 'ratio', 'of the import alone', 'another checkout: KB', 'ms', 'this beside it'],
  Object.entries(functions).map(([name, { kb, ms, ratio, importRatio }]) => {
    const other = beside[name];
    return [
      name,
      String(kb),
      whole(ms),
      ratio.toFixed(2),
      importRatio.toFixed(2),
      ...(other ? [String(other.kb), whole(other.ms), `${per(ms, other.ms)} ×`] : ['', '', '']),
    ];
  }),
)}`;

export const renderScheduler = (ticks: readonly TickWork[]): string => `## People who are not due

The same tick, 500 people due, at the embedded engine:

${table(
  ['not due', 'queued', 'calls', 'read units', 'write units', 'processor time'],
  ticks.map(({ notDue, queued, calls, readUnits, writeUnits, cpuMs }) => [
    whole(notDue),
    whole(queued),
    String(calls),
    String(readUnits),
    String(writeUnits),
    `${cpuMs.toFixed(1)} ms`,
  ]),
)}`;

export const renderLoad = (reports: readonly LoadReport[]): string => `## One day of a crowd

The real scheduler and workers on a virtual clock against stand-ins that count; ${reports[0]?.sms.rate} texts and ${reports[0]?.email.rate} mails a second, 35 zones, a third of the people at 09:00.

${table(
  ['', ...reports.map(({ people }) => `${whole(people)} people`)],
  [
    ['accepted', ...reports.map(({ sms, email }) => whole(sms.accepted + email.accepted))],
    [
      'skipped (with a reason), without outcome, doubled, refused',
      ...reports.map((r) =>
        [r.skipped, r.withoutOutcome, r.sms.doubled + r.email.doubled, r.sms.throttled + r.email.throttled].join(', '),
      ),
    ],
    [
      'DynamoDB calls a tip (scheduler, workers)',
      ...reports.map((r) => `${per(r.scheduler.calls, r.people)}, ${per(r.workers.calls, r.people)}`),
    ],
    [
      'read units a tip (scheduler, workers)',
      ...reports.map((r) => `${per(r.scheduler.readUnits, r.people)}, ${per(r.workers.readUnits, r.people)}`),
    ],
    ['write units a tip', ...reports.map((r) => per(r.workers.writeUnits, r.people))],
    ['SQS requests a tip', ...reports.map((r) => per(r.sqsRequests, r.people))],
    [
      'Lambda, billed: scheduler, workers',
      ...reports.map((r) => `${duration(r.scheduler.billedMs / 1000)}, ${duration(r.workers.billedMs / 1000)}`),
    ],
    [
      'processor time: scheduler, workers',
      ...reports.map((r) => `${duration(r.scheduler.cpuMs / 1000)}, ${duration(r.workers.cpuMs / 1000)}`),
    ],
    ['longest tick', ...reports.map((r) => duration(r.scheduler.longestTickMs / 1000))],
    [
      'oldest message in a queue',
      ...reports.map((r) => duration(Math.max(r.sms.peakQueueAgeSeconds, r.email.peakQueueAgeSeconds))),
    ],
    [
      'last text, last mail after it was due',
      ...reports.map((r) => `${duration(r.sms.lastTipAfterSeconds)}, ${duration(r.email.lastTipAfterSeconds)}`),
    ],
    ['memory of the simulation', ...reports.map((r) => `${whole(r.peakMegabytes)} MB`)],
  ],
)}

Processor time is that of the functions and the stand-ins together, without the SDK, which docs/cost.md has.`;
