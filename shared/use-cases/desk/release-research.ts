import { type Actor, letsResearch } from '../../domain/desk/authorise.ts';
import {
  type Draw,
  type ResearchPerson,
  type ResearchRelease,
  releaseResearch,
} from '../../domain/desk/research-release.ts';
import { dayScores } from '../../domain/diary/diary-statistics.ts';
import { foldDiary } from '../../domain/diary/fold-diary.ts';
import type { Subscriber } from '../../domain/people/subscriber.ts';
import { daysBetween } from '../../domain/time/local-time.ts';
import { localDateTime } from '../../domain/time/zone-clock.ts';
import { wantedDoseOf } from '../../domain/tips/course.ts';
import { cameAsTip } from '../../domain/tips/tip-outcome.ts';
import type { Runtime } from '../../platform/runtime.ts';
import type { Table } from '../../store/dynamodb-table.ts';
import { idOfKey, profileKey } from '../../store/keys.ts';
import type { PersonDataStore } from '../../store/person-data-store.ts';
import type { PersonStore } from '../../store/person-store.ts';
import { scanTable } from '../../store/scan-table.ts';
import { readProfileItem } from '../../store/subscriber-item.ts';
import { CannotError } from './desk-errors.ts';
import type { Guard } from './guard.ts';
import type { Progress } from './show-today.ts';

interface ReleaseResearchDeps {
  readonly runtime: Pick<Runtime, 'clock' | 'randomBytes'>;
  readonly guard: Guard;
  readonly table: Table;
  readonly persons: Pick<PersonStore, 'readEvents' | 'readSubscriber'>;
  readonly personData: Pick<PersonDataStore, 'readTips' | 'readCohort'>;
}

/** Six bytes make the bias of the remainder negligible: with the few values that are drawn from, it is below one in a billion. */
const drawBytes = 6;
const drawFrom =
  (randomBytes: Runtime['randomBytes']): Draw =>
  (below) =>
    Number(BigInt(`0x${Buffer.from(randomBytes(drawBytes)).toString('hex')}`) % BigInt(below));

/** Values by the day since joining. Dates before it (YDAY on the first day) are left out. */
const byDay = <T>(joined: string, dated: readonly (readonly [date: string, value: T])[]): ReadonlyMap<number, T> =>
  new Map(
    dated.flatMap(([date, value]) => {
      const day = daysBetween(joined, date);
      return day < 0 ? [] : [[day, value] as const];
    }),
  );

/** The export for research, made of those who said RESEARCH YES and are with us. */
export const createReleaseResearch = ({ runtime, guard, table, persons, personData }: ReleaseResearchDeps) => {
  const readPerson = async (subscriber: Subscriber): Promise<ResearchPerson> => {
    const [events, outcomes, cohort] = await Promise.all([
      persons.readEvents(subscriber.id, subscriber.epoch),
      personData.readTips(subscriber),
      personData.readCohort(subscriber),
    ]);
    const joined = localDateTime(subscriber.zone, subscriber.joinedAt).date;
    const today = localDateTime(subscriber.zone, runtime.clock.now()).date;
    const { entries, weeks } = foldDiary(events);
    const days = daysBetween(joined, today);
    const daily = dayScores(entries, today, days + 1);
    // An activity that somebody chose cannot be compared with anybody's walking, and its words are their own.
    const answers = weeks
      .filter(({ activity }) => activity === undefined)
      .map(({ date, reach }) => [Math.floor(daysBetween(joined, date) / 7), reach] as const);
    return {
      days,
      ...(cohort?.arm === undefined ? {} : { arm: cohort.arm }),
      dose: wantedDoseOf(subscriber),
      scores: byDay(
        joined,
        daily.flatMap(({ date, score }) => (score === null ? [] : [[date, score] as const])),
      ),
      answers: new Map(answers.filter(([week]) => week >= 1)),
      tips: byDay(
        joined,
        outcomes.flatMap((outcome) =>
          cameAsTip(outcome) && outcome.tip !== undefined ? [[outcome.date, outcome.tip] as const] : [],
        ),
      ),
    };
  };

  /** The ids of those who had agreed when the table was scanned. Whether they still agree is checked when each is read. */
  const findAgreed = async (progress: Progress): Promise<readonly string[]> => {
    const found: string[] = [];
    let looked = 0;
    const wanted = {
      FilterExpression: '#sk = :profile',
      ExpressionAttributeNames: { '#sk': 'SK' },
      ExpressionAttributeValues: { ':profile': profileKey },
    };
    for await (const items of scanTable(table, wanted)) {
      for (const item of items) {
        const profile = readProfileItem(idOfKey(String(item['PK'])), item);
        if (!('alias' in profile) && letsResearch(profile)) found.push(profile.id);
      }
      looked += items.length;
      progress(looked);
    }
    return found;
  };

  return {
    /**
     * Returns what may be given out: every line stands for five people or more.
     * @throws NotAllowedError, or CannotError if fewer than five have agreed
     */
    researchExport: async (actor: Actor, progress: Progress): Promise<ResearchRelease> => {
      await guard(actor, 'research-export');
      const people: ResearchPerson[] = [];
      for (const id of await findAgreed(progress)) {
        const subscriber = await persons.readSubscriber(id);
        if (subscriber && letsResearch(subscriber)) people.push(await readPerson(subscriber));
        progress(people.length);
      }
      const release = releaseResearch(people, drawFrom(runtime.randomBytes));
      if (!release)
        throw new CannotError({
          en: 'fewer than five people have said RESEARCH YES: an export would show them',
          fr: 'moins de cinq personnes ont dit RECHERCHE OUI : un export les montrerait',
        });
      return release;
    },
  };
};
