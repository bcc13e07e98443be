import { parseArgs } from 'node:util';
import { measureLedger } from './measure-ledger.ts';
import { measureSegments } from './measure-segments.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });

const round = (value: number): number => Math.round(value * 1000) / 1000;
const { tip, tick, reply, duplicate } = await measureLedger();
const segments = measureSegments();

if (values.json) {
  console.log(
    JSON.stringify({
      tip: { wcu: round(tip.writeUnits), rcu: round(tip.readUnits), calls: round(tip.calls) },
      reply: { reads: reply.reads, writes: reply.writes, rcu: reply.readUnits, wcu: reply.writeUnits },
      segments,
    }),
  );
} else {
  console.log('DynamoDB, per message (embedded engine, SDK middleware):');
  console.table({
    'a tip, in groups of 25': row(tip),
    'a tick, every 5 minutes, whoever is due': row(tick),
    'PAIN 6': row(reply),
    'PAIN 6, delivered again': row(duplicate),
  });
  console.log(`Text segments a tip, mean: ${segments.en} (English)`);
  if (tip.writeUnits > 2 || tip.calls > 0.2 || reply.reads > 1 || reply.writes > 1 || segments.en > 1) {
    console.error(
      'over the budget: a tip costs at most 2 write units and 0.2 calls, a score 1 Query and 1 write, a tip 1 segment',
    );
    process.exitCode = 1;
  }
}

function row(usage: { calls: number; readUnits: number; writeUnits: number }) {
  return { calls: round(usage.calls), 'read units': round(usage.readUnits), 'write units': round(usage.writeUnits) };
}
