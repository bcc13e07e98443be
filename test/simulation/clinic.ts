import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import * as z from 'zod';
import type { Lambda } from './lambda.ts';
import type { Process } from './process.ts';
import type { RedFlagLedger } from './red-flag-ledger.ts';
import { callAws } from './table-client.ts';
import { hour, minute, second, type World } from './world.ts';

const tick = 5 * minute;
/** A tick that failed is not let fail for ever. */
const failuresInARow = 3;

export interface ClinicOptions {
  readonly world: World;
  readonly lambda: () => Lambda;
  readonly ledger: RedFlagLedger;
  readonly until: number;
}

/** SNS, whose topic reaches the contacts of the clinic; the ticks of `alert-clinic`; and the contacts, of whom some have time. */
export const createClinic = ({ world, lambda, ledger, until }: ClinicOptions) => {
  const { timeline, random } = world;

  /** Somebody at the clinic says that they have it, by the desk's own operation. */
  const acknowledge = (contact: string, event: string): void => {
    world.tell(contact, () => `acknowledges ${event}`);
    lambda()('desk', (desk) => desk.acknowledge({ name: contact, role: 'staff' }, event), {
      sheltered: false,
      ended: () => {},
    });
  };

  const read = (contact: string, words: string): void => {
    ledger.told(contact, words);
    for (const event of ledger.open().filter((open) => words.includes(open)))
      if (random.chance(0.4)) timeline.after(random.whole(minute, 3 * hour), () => acknowledge(contact, event));
  };

  let failures = 0;
  const run = (at: number): void => {
    if (at + tick <= until) timeline.at(at + tick, () => run(at + tick));
    ledger.check();
    // Ticks that find nothing on the list are left out.
    if (ledger.open().length === 0) return;
    timeline.after(random.whole(0, 59 * second), () =>
      lambda()('alert-clinic', (fn) => fn(), {
        sheltered: failures >= failuresInARow,
        ended: ({ kind }) => {
          failures = kind === 'returned' ? 0 : failures + 1;
        },
      }),
    );
  };

  return {
    start: (): void => {
      const first = Math.ceil(timeline.now() / tick) * tick;
      timeline.at(first, () => run(first));
    },
    /** SNS as one process reaches it. */
    topicOf: (process: Process): SNSClient =>
      z.custom<SNSClient>().parse({
        send: async (command: unknown) => {
          if (!(command instanceof PublishCommand)) throw new TypeError('only publishing is simulated');
          const { Subject = '', Message = '', MessageAttributes } = command.input;
          const contact = MessageAttributes?.['contact']?.StringValue ?? '';
          return callAws(process, random, {
            what: () => `tells ${contact}: ${Subject}`,
            latencyMs: [10, 80],
            effect: () => {
              read(contact, `${Subject}\n${Message}`);
              return {};
            },
          });
        },
      }),
  };
};
