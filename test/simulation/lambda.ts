import type { Log, LogFields } from '../../shared/platform/log.ts';
import { type Clients, type FunctionName, type FunctionOf, functions, type Parts } from './functions.ts';
import type { Press } from './mailbox-ledger.ts';
import { createProcess, type Process } from './process.ts';
import type { MemoryEngine } from './store/memory-engine.ts';
import type { Hand } from './stranger-ledger.ts';
import { tableOf } from './table-client.ts';
import { clockSkew, second, type World } from './world.ts';

export interface LambdaOptions {
  readonly world: World;
  readonly engine: MemoryEngine;
  /** The other services that a process calls. */
  readonly clientsOf: (process: Process) => Omit<Clients, 'table' | 'log'>;
  /** Messages a second of one worker. */
  readonly ratePerSecond: number;
  readonly nameOf: (pk: string) => string;
  readonly heard: (event: string, fields: LogFields) => void;
  /** Is called before and after each write to the table, with the person it is for. */
  readonly acting: (onBehalf: OnBehalf) => void;
}

/** The people an invocation works for, as far as a ledger needs them. */
export interface OnBehalf {
  readonly hand?: Hand | undefined;
  readonly press?: Press | undefined;
}

const nobody: OnBehalf = {};

export type Ending<T> = { readonly kind: 'returned'; readonly value: T } | { readonly kind: 'failed' | 'died' };

interface Environment<Name extends FunctionName> {
  readonly process: Process;
  readonly run: Promise<FunctionOf<Name>>;
}

/** Runs functions in execution environments that are kept warm, or not, and may die. */
export const createLambda = ({ world, engine, clientsOf, ratePerSecond, nameOf, heard, acting }: LambdaOptions) => {
  const { timeline, random } = world;
  let started = 0;
  /**
   * The people each process works for. A process that died is never used again, but its last calls may still take
   * effect.
   */
  const served = new WeakMap<Process, OnBehalf>();

  const engineFor = (process: Process): MemoryEngine => ({
    ...engine,
    execute: (command) => {
      acting(served.get(process) ?? nobody);
      try {
        return engine.execute(command);
      } finally {
        acting(nobody);
      }
    },
  });

  /** The environments of one function: each invocation takes an idle one or starts another. */
  const createPool = <Name extends FunctionName>(name: Name, create: (parts: Parts) => Promise<FunctionOf<Name>>) => {
    const idle: Environment<Name>[] = [];
    const start = (): Environment<Name> => {
      started += 1;
      const process = createProcess(world, `${name}/${started}`, random.whole(-clockSkew, clockSkew));
      const log: Log = (level, event, fields = {}) => {
        world.tell(
          process.name,
          () =>
            `logs ${level} ${event} ${Object.values(fields)
              .map((field) => nameOf(`SUB#${field}`))
              .join(' ')}`,
        );
        heard(event, fields);
      };
      const clients = {
        ...clientsOf(process),
        table: tableOf(engineFor(process), process, random, nameOf, world.isHot),
        log,
      };
      return { process, run: create({ clients, runtime: process.runtime, ratePerSecond }) };
    };
    return {
      take: (): Environment<Name> => (random.chance(0.8) ? idle.pop() : undefined) ?? start(),
      give: (environment: Environment<Name>): void => {
        if (environment.process.isAlive() && idle.length < 3) idle.push(environment);
      },
    };
  };

  const pools: { [Name in FunctionName]: ReturnType<typeof createPool<Name>> } = {
    'schedule-tips': createPool('schedule-tips', functions['schedule-tips'].create),
    'send-tips-sms': createPool('send-tips-sms', functions['send-tips-sms'].create),
    'send-tips-email': createPool('send-tips-email', functions['send-tips-email'].create),
    'sms-inbound': createPool('sms-inbound', functions['sms-inbound'].create),
    'email-inbound': createPool('email-inbound', functions['email-inbound'].create),
    'delivery-events': createPool('delivery-events', functions['delivery-events'].create),
    'erase-subscriber': createPool('erase-subscriber', functions['erase-subscriber'].create),
    'reconcile-inbound': createPool('reconcile-inbound', functions['reconcile-inbound'].create),
    'alert-clinic': createPool('alert-clinic', functions['alert-clinic'].create),
    desk: createPool('desk', functions.desk.create),
    web: createPool('web', functions.web.create),
  };

  /** Invokes a function once. `ended` is called exactly once, with how the invocation ended. */
  return <Name extends FunctionName, T>(
    name: Name,
    run: (fn: FunctionOf<Name>) => Promise<T>,
    {
      sheltered,
      ended,
      onBehalf,
    }: {
      readonly sheltered: boolean;
      readonly ended: (ending: Ending<T>) => void;
      readonly onBehalf?: OnBehalf;
    },
  ): void => {
    const pool = pools[name];
    const environment = pool.take();
    const { process } = environment;
    if (onBehalf) served.set(process, onBehalf);
    let over = false;
    const end = (ending: Ending<T>): void => {
      if (over) return;
      over = true;
      if (ending.kind !== 'died') {
        served.delete(process);
        pool.give(environment);
      }
      ended(ending);
    };
    process.begin(sheltered, () => end({ kind: 'died' }));
    timeline.after(functions[name].timeoutSeconds * second, () => {
      if (!over) process.die('of its timeout');
    });
    timeline.wake();
    environment.run.then(run).then(
      (value) => end({ kind: 'returned', value }),
      (error: unknown) => {
        world.tell(
          process.name,
          () => `fails with ${error instanceof Error ? `${error.name}: ${error.message}` : error}`,
        );
        end({ kind: 'failed' });
      },
    );
  };
};

export type Lambda = ReturnType<typeof createLambda>;
