import { median } from '../median.ts';
import type { RunResult } from './measure-run.ts';
import type { Cell, PeerResults } from './results.ts';

const whole = (value: number): string => Math.round(value).toLocaleString('en-US');
const fine = (value: number): string => value.toFixed(2);

const middle = ({ runs }: Cell, of: (run: RunResult) => number): number => median(runs.map(of));
const total = ({ runs }: Cell, of: (run: RunResult) => number): number => runs.reduce((sum, run) => sum + of(run), 0);
const spread = ({ runs }: Cell): string => {
  const rates = runs.map((run) => run.perSecond);
  return `${whole(Math.min(...rates))}–${whole(Math.max(...rates))}`;
};

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, index) => (index === 0 ? '---' : '---:')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');

const cellTable = (cells: readonly Cell[]): string =>
  table(
    [
      '',
      'messages a second',
      'spread',
      'runs',
      'CPU µs a message: workers',
      'store',
      'calls to the store',
      'writes',
      'lost',
      'doubled',
      'load before',
    ],
    cells.map((cell) => [
      cell.contestant,
      whole(middle(cell, (run) => run.perSecond)),
      spread(cell),
      String(cell.runs.length),
      whole(middle(cell, (run) => run.workerMicros)),
      whole(middle(cell, (run) => run.storeMicros)),
      fine(middle(cell, (run) => run.calls)),
      fine(middle(cell, (run) => run.writes)),
      whole(total(cell, (run) => run.lost)),
      whole(total(cell, (run) => run.doubled)),
      middle(cell, (run) => run.load).toFixed(1),
    ]),
  );

const runTables = ({ cells }: PeerResults): string => {
  const settings = [...new Set(cells.map(({ people, delayMs }) => `${people}/${delayMs}`))];
  return settings
    .map((setting) => {
      const own = cells.filter(({ people, delayMs }) => `${people}/${delayMs}` === setting);
      const [first] = own;
      return `#### ${whole(first?.people ?? 0)} people, provider ${first?.delayMs} ms\n\n${cellTable(own)}`;
    })
    .join('\n\n');
};

const retryOf = (system: string, onDoubt: string): string => {
  if (system === 'backbeat') return 'asks the provider';
  return onDoubt === 'resend' ? 'sends again' : 'leaves it';
};

const crashTable = ({ crashes }: PeerResults): string =>
  table(
    ['', 'a retry of a send begun', 'people', 'kills', 'lost', 'doubled', 'seconds until all was settled'],
    crashes.map(({ system, onDoubt, people, kills, lost, doubled, seconds }) => [
      system,
      retryOf(system, onDoubt),
      whole(people),
      whole(kills),
      whole(lost),
      whole(doubled),
      whole(seconds),
    ]),
  );

const replyTable = ({ replies }: PeerResults): string =>
  table(
    [
      'deliveries',
      'replies stored',
      'lost',
      'doubled',
      'refused',
      'a second',
      'p50 ms',
      'p99 ms',
      'CPU µs: function',
      'engine',
    ],
    [
      [
        whole(replies.deliveries),
        whole(replies.stored),
        whole(replies.lost),
        whole(replies.doubled),
        whole(replies.refused),
        whole(replies.perSecond),
        replies.p50.toFixed(1),
        replies.p99.toFixed(1),
        whole(replies.cpuMicros),
        whole(replies.engineMicros),
      ],
    ],
  );

const engineTable = ({ engine }: PeerResults): string =>
  table(
    ['messages a second', 'CPU µs a message', 'reading 25, ms', 'claiming 25, ms', 'recording 25, ms'],
    [
      [
        whole(engine.perSecond),
        whole(engine.engineMicros),
        fine(engine.readMs),
        fine(engine.claimMs),
        fine(engine.recordMs),
      ],
    ],
  );

/** All figures, as they are printed. */
export const renderTables = (results: PeerResults): string =>
  [
    runTables(results),
    `#### The embedded engine alone\n\n${engineTable(results)}`,
    `#### kill -9\n\n${crashTable(results)}`,
    `#### Replies\n\n${replyTable(results)}`,
  ].join('\n\n');

const list = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');

/** The part of docs/performance.md that comes from a measurement. */
export const renderReport = (results: PeerResults): string =>
  [
    `Measured on ${results.date.slice(0, 16).replace('T', ' ')} UTC by \`npm run bench -- --peers\`.`,
    `Machine: ${list(results.machine)}. Versions: ${list(results.versions)}.`,
    `Each contestant has ${results.processes} worker process${results.processes === 1 ? '' : 'es'} and at most ${results.inFlight} sends in flight in all; runs are made in turn, each on a store of its own. Medians; the spread is the slowest and the fastest run.`,
    'Backbeat\'s raw row is what the embedded engine bears: a single thread that runs every statement of a batch as a transaction with an fsync of its own (below, alone). "Engine out" is the same worker with the answers of DynamoDB given within its own process, at once, and charged to it: no record is kept there. What is alike and what is not: [bench/peers/README.md](../bench/peers/README.md).',
    '![Messages a second by contestant and delay of the provider](images/peers.svg)',
    renderTables(results),
  ].join('\n\n');

const begin = '<!-- peers: written by bench/peers, from here -->';
const end = '<!-- peers: to here -->';

/** The document with its measured part replaced, or with one added at its end. */
export const withReport = (document: string, report: string): string => {
  const part = `${begin}\n\n${report}\n\n${end}`;
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from) return `${document.trimEnd()}\n\n## Side by side\n\n${part}\n`;
  return document.slice(0, from) + part + document.slice(to + end.length);
};
