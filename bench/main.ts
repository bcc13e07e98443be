import { parseArgs } from 'node:util';
import type { Channel } from '../shared/domain/people/subscriber.ts';
import type { Usage } from './ledger.ts';
import { measureLedger } from './measure-ledger.ts';
import { measureSegments } from './measure-segments.ts';
import { assemblePerformance, keepSection, replaceSection, writeDocument } from './results-file.ts';
import { renderCold, renderLedger, renderPacing, renderScheduler } from './write-performance.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    cold: { type: 'boolean', default: false },
    // The dist/ of another checkout, after `npm run bundle` there: its webhook is started in the same rounds.
    beside: { type: 'string' },
    // A commit, which is built for it, or the folder of one that is built: measured beside this one, and nothing else is.
    against: { type: 'string' },
    only: { type: 'string', multiple: true },
    rounds: { type: 'string', default: '5' },
    pacing: { type: 'boolean', default: false },
    scheduler: { type: 'boolean', default: false },
    hostile: { type: 'boolean', default: false },
    cost: { type: 'boolean', default: false },
    // The section of docs/cost.md about an idle month alone: seconds, where all of it takes minutes.
    idle: { type: 'boolean', default: false },
    // The diary of two years of daily entries, as its page is asked for.
    diary: { type: 'boolean', default: false },
    peers: { type: 'boolean', default: false },
  },
});

const round = (value: number, digits = 3): number => Number(value.toFixed(digits));
/** Figures for people go to the terminal, unless the one JSON object is asked for. */
const show = (title: string, rows: unknown): void => {
  if (values.json) return;
  console.log(`\n${title}`);
  console.table(rows);
};
const rounded = (row: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'number' ? round(value) : value]),
  );

/** A figure that we promise: the run fails if it does not hold. */
const demand = (holds: boolean, figure: string): void => {
  if (holds) return;
  console.error(`over the budget: ${figure}`);
  process.exitCode = 1;
};

const countMessages = async () => {
  const ledger = await measureLedger();
  const segments = await measureSegments();
  const rows: Readonly<Record<string, Usage>> = {
    'a tip, in full groups': ledger.tip,
    'a tick, every 5 minutes, whoever is due': ledger.tick,
    'a receipt that it is on its way': ledger.underWay,
    'a receipt how it ended': ledger.receipt,
    'PAIN 6': ledger.reply,
    'PAIN 6, delivered again': ledger.duplicate,
  };
  show(
    'DynamoDB, per message (embedded engine, SDK middleware):',
    Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, rounded({ ...row })])),
  );
  if (!values.json) console.log(`Text segments a tip, mean: ${segments.en} (English), ${segments.fr} (French)`);
  keepSection('ledger', renderLedger(rows));
  const { tip, underWay, receipt, reply } = ledger;
  demand(
    tip.writeUnits + underWay.writeUnits + receipt.writeUnits <= 3.1,
    'a tip with its two receipts costs at most 3.1 write units',
  );
  demand(
    tip.writeUnits <= 2 && tip.calls <= 0.2 && reply.reads <= 1 && reply.writes <= 1,
    'a tip costs at most 2 write units and 0.2 calls, a score 1 Query and 1 write',
  );
  demand(Math.max(segments.en, segments.fr) <= 1, 'a tip takes 1 segment in every language');
  return {
    ledger,
    json: {
      tip: { wcu: round(tip.writeUnits), rcu: round(tip.readUnits), calls: round(tip.calls) },
      reply: { reads: reply.reads, writes: reply.writes, rcu: reply.readUnits, wcu: reply.writeUnits },
      segments,
    },
  };
};

const coldStarts = async () => {
  const { measureCold } = await import('./cold/measure-cold.ts');
  const measured = await measureCold({
    progress: (share) => {
      if (process.stderr.isTTY) process.stderr.write(`\rcold starts: ${Math.round(share * 100)} % `);
    },
    ...(values.beside === undefined ? {} : { beside: values.beside }),
  });
  if (process.stderr.isTTY) process.stderr.write('\n');
  const { functions } = measured;
  show('Cold start, against a function that holds only the DynamoDB client:', functions);
  keepSection('cold', renderCold(measured));
  const { kb = Number.NaN, ratio = Number.NaN } = functions['sms-inbound'] ?? {};
  demand(
    kb <= 450 && ratio <= 1.35,
    `the text webhook has ${kb} KB and starts in ${ratio.toFixed(2)} of the reference`,
  );
  return Object.fromEntries(
    Object.entries(functions).map(([name, { kb, ratio }]) => [name, { kb, ratio: round(ratio, 2) }]),
  );
};

const paces = async () => {
  const { measurePacing } = await import('./measure-pacing.ts');
  const measured = await measurePacing();
  show('Providers as they were said to be:', measured.allowed.map(rounded));
  show('Providers that allow half of that:', measured.refused.map(rounded));
  keepSection('pacing', renderPacing(measured));
  for (const { channel, rate, used, throttled } of measured.allowed)
    demand(
      used >= 0.95 && throttled === 0,
      `${channel}, ${rate} a second: ${(100 * used).toFixed(1)} % used, ${throttled} refused`,
    );

  return measured.allowed.map(({ rate, channel, used, throttled }) => ({
    rate,
    channel,
    used: round(Math.min(1, used)),
    throttled,
  }));
};

const ticks = async (): Promise<void> => {
  const { growthOf, measureScheduler } = await import('./measure-scheduler.ts');
  const measured = await measureScheduler();
  show('A tick with ten times as many people who are not due:', measured);
  keepSection('scheduler', renderScheduler(measured));
  const growth = growthOf(measured);
  demand(
    growth <= 0.05,
    `a tick grows by ${(100 * growth).toFixed(1)} % with ten times as many people who are not due`,
  );
};

const hostileBodies = async (): Promise<void> => {
  const { measureHostileBodies } = await import('./measure-hostile-bodies.ts');
  const measured = await measureHostileBodies();
  show(
    'Hostile posts beside a small one:',
    measured.map((cost) => rounded({ ...cost })),
  );
  for (const { name, ratio, bounded } of measured)
    demand(!bounded || ratio <= 2, `${name} costs ${ratio.toFixed(1)} of a small post`);
};

const costs = async (ledger: Awaited<ReturnType<typeof measureLedger>>): Promise<number> => {
  const [{ measureCost }, { emptyMegabytes, measureSender }, { leastMemory }, { renderCost }] = await Promise.all([
    import('./measure-cost.ts'),
    import('./measure-sender.ts'),
    import('./measure-memory.ts'),
    import('./write-cost.ts'),
  ]);
  const report = await measureCost(ledger);
  const measured = async (channel: Channel) => ({
    ...(await measureSender(channel)),
    leastMegabytes: await leastMemory(channel),
  });
  const senders = { sms: await measured('sms'), email: await measured('email') };
  writeDocument('docs/cost.md', renderCost(report, senders, emptyMegabytes()));
  show(
    'AWS, US$ per million tips up to acceptance:',
    report.tips.map(({ perSecond, work, texts, mails }) => ({
      perSecond,
      'ms a tip': round(work.billedMs, 1),
      texts: round(texts.usd),
      mails: round(mails.usd),
    })),
  );
  show('A worker:', senders);
  for (const { perSecond, texts, mails } of report.tips)
    demand(
      perSecond < 25 || Math.max(texts.usd, mails.usd) <= 1.5,
      `a million texts cost $${texts.usd.toFixed(3)}, a million mails $${mails.usd.toFixed(3)} at ${perSecond} a second`,
    );
  const atTarget = report.tips.find(({ perSecond }) => perSecond === 25);
  return Math.max(atTarget?.texts.usd ?? Number.NaN, atTarget?.mails.usd ?? Number.NaN);
};

const idleMonth = async (ledger: Awaited<ReturnType<typeof measureLedger>>): Promise<void> => {
  const [{ measureIdle }, { renderIdle }] = await Promise.all([import('./measure-cost.ts'), import('./write-idle.ts')]);
  const idle = measureIdle(ledger);
  replaceSection('docs/cost.md', renderIdle(idle));
  const alarms = idle.free.charges.find(({ price }) => price === 'alarms')?.usd ?? Number.NaN;
  demand(alarms < 4, `the alarms of an idle month cost $${alarms.toFixed(2)}`);
};

const compare = async (against: string): Promise<void> => {
  const [{ measures }, { runAgainst }, { keepComparison, renderAgainst, rowsOf }] = await Promise.all([
    import('./against/measures.ts'),
    import('./against/run-against.ts'),
    import('./against/write-against.ts'),
  ]);
  const asked = values.only;
  const comparison = await runAgainst({
    against,
    rounds: Number(values.rounds),
    say: (line) => console.error(line),
    keep: (done) => keepSection('against', renderAgainst(keepComparison(done))),
    ...(asked === undefined ? {} : { only: measures.filter((measure) => asked.includes(measure)) }),
  });
  const rows = [...comparison.measured].flatMap(([measure, runs]) => rowsOf(measure, runs));
  show(
    `${comparison.commits.other} beside ${comparison.commits.this}:`,
    Object.fromEntries(
      rows.map(({ name, values: [other, own, ratio, target, verdict] }) => [
        name,
        { other, this: own, ratio, target, verdict },
      ]),
    ),
  );
  if (values.json) console.log(JSON.stringify(rows));
  assemblePerformance();
};

if (values.diary) {
  const { measureDiary } = await import('./measure-diary.ts');
  show('The diary of two years of daily entries:', await measureDiary());
  process.exit();
}

if (values.against !== undefined) {
  await compare(values.against);
  process.exit();
}

const { ledger, json } = await countMessages();
const cold = values.cold ? await coldStarts() : undefined;
const pacing = values.pacing ? await paces() : undefined;
if (values.scheduler) await ticks();
if (values.idle) await idleMonth(ledger);
if (values.hostile) await hostileBodies();
const usd = values.cost ? await costs(ledger) : undefined;
const peers = values.peers ? await (await import('./peers/run-peers.ts')).runPeers({ silent: values.json }) : undefined;
assemblePerformance();
if (values.json) {
  console.log(
    JSON.stringify({
      ...json,
      ...(cold === undefined ? {} : { cold }),
      ...(usd === undefined ? {} : { awsUsdPerMillionTips: round(usd) }),
      ...(pacing === undefined ? {} : { pacing }),
      ...(peers === undefined ? {} : { peers }),
    }),
  );
}
