import { BatchExecuteStatementCommand, BatchGetCommand, BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../../shared/store/dynamodb-table.ts';
import { refuseHot } from './hot-keys.ts';
import { brokenConnection, type Fate, type Process } from './process.ts';
import type { Random } from './random.ts';
import type { MemoryEngine } from './store/memory-engine.ts';
import { clientOf } from './store/memory-table.ts';
import { describeCommand } from './transcript.ts';
import type { World } from './world.ts';

/** The SDK's own tries of a call to DynamoDB or SQS. */
const sdkTries = 3;

const throttled = (): Error => Object.assign(new Error('Rate exceeded'), { name: 'ThrottlingException' });

/** How a call to an AWS service that the SDK may retry goes. */
export const awsFate = (process: Process, random: Random): Fate => {
  const faultRates = process.faultRates();
  if (random.chance(faultRates.lostRequest)) {
    return { kind: 'lost-request', error: brokenConnection('ECONNRESET'), afterMs: random.whole(5, 1500) };
  }
  if (random.chance(faultRates.lostAnswer)) {
    return { kind: 'lost-answer', error: brokenConnection('ETIMEDOUT'), afterMs: random.whole(20, 1500) };
  }
  if (random.chance(faultRates.throttled)) return { kind: 'refused', error: throttled(), afterMs: random.whole(2, 20) };
  return { kind: 'answered' };
};

/** Calls an AWS service as its SDK does: a failure in transport is tried again, the effect of a lost answer included. */
export const callAws = async <T>(
  process: Process,
  random: Random,
  call: { readonly what: () => string; readonly latencyMs: readonly [number, number]; readonly effect: () => T },
): Promise<T> => {
  for (let tried = 1; ; tried += 1) {
    const fate = awsFate(process, random);
    try {
      return await process.call({ ...call, fate });
    } catch (error) {
      if (fate.kind === 'answered' || tried === sdkTries) throw error;
      await process.sleep(random.whole(10, 50 * 2 ** tried));
    }
  }
};

/** Does only a part of a batch, as DynamoDB does under load, and says so where each command says it. */
const inPart = (engine: MemoryEngine, command: unknown, random: Random, share: number): unknown => {
  const part = <T>(list: readonly T[]): readonly [T[], T[]] => {
    const left = list.filter(() => random.chance(share));
    return [list.filter((entry) => !left.includes(entry)), left];
  };
  if (command instanceof BatchGetCommand) {
    const [[name, request] = []] = Object.entries(command.input.RequestItems ?? {});
    const [now, later] = part(request?.Keys ?? []);
    if (!name || later.length === 0) return engine.execute(command);
    const rest = { UnprocessedKeys: { [name]: { ...request, Keys: later } } };
    if (now.length === 0) return { Responses: {}, ...rest };
    const done = engine.execute(new BatchGetCommand({ RequestItems: { [name]: { ...request, Keys: now } } }));
    return { ...Object(done), ...rest };
  }
  if (command instanceof BatchWriteCommand) {
    const [[name, requests] = []] = Object.entries(command.input.RequestItems ?? {});
    const [now, later] = part(requests ?? []);
    if (!name) return engine.execute(command);
    if (now.length > 0) engine.execute(new BatchWriteCommand({ RequestItems: { [name]: now } }));
    return { UnprocessedItems: later.length > 0 ? { [name]: later } : {} };
  }
  if (command instanceof BatchExecuteStatementCommand) {
    const codes = [
      'ThrottlingError',
      'ProvisionedThroughputExceeded',
      'InternalServerError',
      'TransactionConflict',
    ] as const;
    const Responses = (command.input.Statements ?? []).map((statement): unknown => {
      if (random.chance(share)) return { Error: { Code: random.pick(codes) } };
      const answer = engine.execute(new BatchExecuteStatementCommand({ Statements: [statement] }));
      return Object(answer).Responses[0];
    });
    return { Responses };
  }
  return engine.execute(command);
};

/** The table as one process reaches it, through a network that a seed decides about. */
export const tableOf = (
  engine: MemoryEngine,
  process: Process,
  random: Random,
  who: (pk: string) => string,
  isHot: World['isHot'],
): Table => ({
  client: clientOf((command) => {
    const { partial: likely, share, slow } = process.faultRates();
    const isSlow = random.chance(slow);
    const partial = random.chance(likely);
    return callAws(process, random, {
      what: () => describeCommand(command, who),
      latencyMs: isSlow ? [100, 3000] : [1, 8],
      effect: () => {
        const refused = likely > 0 ? refuseHot(engine, command, isHot) : undefined;
        if (refused) return refused;
        return partial ? inPart(engine, command, random, share) : engine.execute(command);
      },
    });
  }),
  name: 'backbeat',
  pause: (longestMs) => process.sleep(random.whole(longestMs / 2, longestMs)),
});
