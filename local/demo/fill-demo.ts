import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { firstProgramme } from '../../shared/content/programmes.ts';
import type { Language } from '../../shared/domain/people/subscriber.ts';
import { epochOf } from '../../shared/domain/people/token.ts';
import { dayMs } from '../../shared/domain/time/durations.ts';
import type { Table } from '../../shared/store/dynamodb-table.ts';
import { zonesKey } from '../../shared/store/zone-store.ts';
import type { LocalClock } from '../clock.ts';
import type { Faults } from '../faults.ts';
import type { InboundSms } from '../inbound-sms.ts';
import type { Outbox } from '../outbox.ts';
import type { TimeMachine } from '../time-machine.ts';
import { type DemoPerson, demoCast } from './cast.ts';
import { historyOf } from './history-of.ts';
import { putItems } from './put-items.ts';
import { type SeededDraws, seededDraws } from './seeded-draws.ts';

/** The number of steps in which the last day is really run; people who got a tip in a step answer at its end. */
const steps = 6;

interface Parts {
  readonly table: Table;
  readonly pepper: string;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly clock: LocalClock;
  readonly timeMachine: TimeMachine;
  readonly outbox: Outbox;
  readonly faults: Faults;
  readonly inboundSms: InboundSms;
}

/** Somebody of the clinic, as the simulator shows them. */
export interface DemoEntry {
  readonly name: string;
  readonly address: string;
  readonly channel: 'sms' | 'email';
  readonly language: Language;
  readonly zone: string;
}

const words: Readonly<Record<Language, readonly ((score: number) => string)[]>> = {
  en: [(score) => `PAIN ${score}`, String, (score) => `pain ${score} after a long drive`, () => 'MORE', () => 'DIARY'],
  fr: [(score) => `DOULEUR ${score}`, String, (score) => `mal ${score} ce matin`, () => 'PLUS', () => 'JOURNAL'],
};

const answerOf = (person: DemoPerson, place: number, draws: SeededDraws): string => {
  const said = words[person.language];
  const score = Math.min(10, Math.max(0, Math.round(person.story.to + draws.next() * 2 - 1)));
  return (said[Math.floor(place / 2) % said.length] ?? String)(score);
};

/**
 * Fills the service with a clinic of fiction: three months of tips and diaries as the functions would have decided and stored
 * them, then one day that really happens, tips, answers and all. It ends now where the clock was on real time and nothing
 * had been sent, else a day later than it was.
 */
export const createFillDemo = (parts: Parts) => {
  const { table, clock, timeMachine, outbox, faults } = parts;
  let filled: readonly DemoEntry[] = [];

  const write = async (cast: readonly DemoPerson[], until: number): Promise<readonly DemoEntry[]> => {
    const programme = firstProgramme();
    const entries: DemoEntry[] = [];
    const items: Readonly<Record<string, unknown>>[] = [];
    for (const [place, person] of cast.entries()) {
      const draws = seededDraws(place);
      const epoch = epochOf(parts.randomBytes);
      const history = historyOf(person, { pepper: parts.pepper, programme, epoch, until, draws });
      const { name, address, channel, language } = person;
      entries.push({ name, address, channel, language, zone: history.subscriber.zone });
      items.push(...history.items);
    }
    // Zones are written before profiles, so that no tick overlooks one.
    const zones = new Set(entries.map(({ zone }) => zone));
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: zonesKey,
        UpdateExpression: 'ADD zones :zones',
        ExpressionAttributeValues: { ':zones': zones },
      }),
    );
    await putItems(table, items);
    return entries;
  };

  const liveADay = async (cast: readonly DemoPerson[], from: number): Promise<void> => {
    const draws = seededDraws(cast.length);
    for (const { channel, address, failsForDays } of cast)
      if (failsForDays !== undefined) faults.add({ channel, to: address, times: 1, error: '30003' });
    for (let step = 1; step <= steps; step += 1) {
      const before = outbox.count();
      await timeMachine.move(() => from + (step * dayMs) / steps);
      const tipped = new Set(outbox.list(before).flatMap(({ kind, to }) => (kind === 'tip' ? [to] : [])));
      for (const [place, person] of cast.entries()) {
        if (person.channel !== 'sms' || !tipped.has(person.address)) continue;
        if (draws.happens(person.story.answersOfTen / 10))
          await parts.inboundSms({ from: person.address, body: answerOf(person, place, draws) });
      }
    }
    await timeMachine.drain();
  };

  return {
    fill: async (people: number): Promise<readonly DemoEntry[]> => {
      const cast = demoCast(people);
      const isFresh = !clock.frozen && outbox.count() === 0;
      const until = clock.now() - (isFresh ? dayMs : 0);
      filled = await write(cast, until);
      await timeMachine.jump(() => until);
      await liveADay(cast, until);
      return filled;
    },
    /** The people of the demo clinic, if the service was filled since it began or was emptied. */
    people: (): readonly DemoEntry[] => filled,
    forget: (): void => {
      filled = [];
    },
  };
};

/** Fills the service with people who have used it for weeks. */
export type FillDemo = ReturnType<typeof createFillDemo>;
