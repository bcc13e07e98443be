import { read as readZoneTable } from '../../content/compiled/zones.js';
import { setZoneTable } from '../../shared/domain/time/zone-data.ts';
import { type Cards, dealCards } from './cards.ts';
import { createClinic } from './clinic.ts';
import { splitGuess, waitAtEdge } from './guessed-law.ts';
import { createHabits } from './habits.ts';
import { drawHotKeys } from './hot-keys.ts';
import { createLambda, type Lambda, type OnBehalf } from './lambda.ts';
import { createLedgers } from './ledgers.ts';
import { setWorldLaw } from './local-clock.ts';
import { createMailNetwork } from './mail-network.ts';
import { createMailWriters } from './mail-writers.ts';
import { createPeople } from './people.ts';
import { createPerson, type Person } from './person.ts';
import { createPhoneNetwork } from './phone-network.ts';
import { viewOf } from './profile-view.ts';
import { sqsOf } from './queue.ts';
import { createRandom } from './random.ts';
import { createReceiptsCarrier } from './receipts-carrier.ts';
import { createRush } from './rush.ts';
import { createSes } from './ses.ts';
import { createSignUpPage } from './sign-up-page.ts';
import { drawEngine } from './store/drawn-engine.ts';
import type { MemoryEngine } from './store/memory-engine.ts';
import { createStrangers, isMadeUp } from './strangers.ts';
import { createTicks } from './ticks.ts';
import { createTimeline } from './timeline.ts';
import { createTwilio } from './twilio.ts';
import { type Breach, createVerdict, rules } from './verdict.ts';
import { createVisitor } from './visitor.ts';
import { createWorkQueues } from './work-queues.ts';
import { day, hour, type Line, noFaults, overloaded, type World } from './world.ts';
import { planWorld } from './world-plan.ts';
import { inTurn } from './world-turn.ts';
import { tableUnderLaw } from './zone-law.ts';

export interface Simulated {
  readonly seed: number;
  readonly breach?: Breach;
  readonly lines: readonly Line[];
  readonly counts: Readonly<Record<string, number>>;
}

/** After the last word of anybody: sweeps, retries and late receipts come to their ends, undisturbed. */
const windDown = 8 * hour;

const simulateWorld = async (seed: number, trace: boolean): Promise<Simulated> => {
  const plan = planWorld(seed);
  const { random, start, ends, dangerous, isDangerous, hasty } = plan;
  const timeline = createTimeline(start);
  const zoneTable = readZoneTable();
  setZoneTable(zoneTable);
  const lines: Line[] = [];
  let overloadedUntil = 0;
  const world: World = {
    timeline,
    random,
    faultRates: () => {
      if (timeline.now() >= ends) return noFaults;
      return timeline.now() < overloadedUntil ? overloaded(plan.usualFaults) : plan.usualFaults;
    },
    isHot: drawHotKeys(seed, timeline),
    overload: (milliseconds) => {
      overloadedUntil = timeline.now() + milliseconds;
    },
    tell: (who, what) => {
      if (trace)
        lines.push({ at: timeline.now(), who, what: what().replace(/\b[a-z2-7]{26}\b/g, (id) => nameOf(`SUB#${id}`)) });
    },
  };

  const postalWorld: World = { ...world, random: plan.postal };
  const more = random.whole(1, 3) - 1;
  const people: readonly [Person, ...Person[]] = [
    createPerson(random, 0),
    ...Array.from({ length: more }, (_, index) => createPerson(random, index + 1)),
  ];
  const guessed = splitGuess(seed, plan.law, people);
  const { law } = guessed;
  setWorldLaw(law);
  const nameByKey = new Map(
    people.flatMap(({ id, mailId, name }) => [
      [`SUB#${id}`, name],
      [`SUB#${mailId}`, `${name}'s mailbox`],
    ]),
  );
  const nameOf = (pk: string): string => nameByKey.get(pk) ?? pk.replace('SUB#', '');
  const verdict = createVerdict();

  let engineMade: MemoryEngine | undefined;
  const engine = (): MemoryEngine => {
    if (!engineMade) throw new TypeError('the engine is made first');
    return engineMade;
  };
  let served: OnBehalf = {};
  const ledgers = createLedgers({
    ...{ world, verdict, engine, people, nameOf },
    stream: { random: createRandom(seed + 14_000_000_000), until: ends + windDown },
    isBeset: plan.strange !== undefined,
    served: () => served,
    claimed: (id) => rush?.claimed(id),
    queued: () => rush?.queued(),
  });
  const { replies, tips, due, links, mailboxes, redFlags, observer } = ledgers;
  engineMade = drawEngine(world, observer.wrote);
  const cards: Cards | undefined = dealCards(seed, engineMade, start);

  let lambdaMade: Lambda | undefined;
  const lambda = (): Lambda => {
    if (!lambdaMade) throw new TypeError('the functions are made first');
    return lambdaMade;
  };
  const { queues, queuesByUrl } = createWorkQueues(world, lambda, ledgers.strangers.overtook);
  const carrier = createReceiptsCarrier(world, lambda);
  const outage = { from: start + random.whole(2, 30) * day, lasts: random.whole(1, 6) * hour };
  const inOutage = (at: number): boolean => at >= outage.from && at < outage.from + outage.lasts && at < ends;
  const twilio = createTwilio({
    world,
    observer,
    callback: carrier.twilio,
    backlog: (at) => (inOutage(at) ? random.whole(0, 6 * hour) : 0),
  });
  const ses = createSes({
    world,
    observer,
    event: carrier.ses,
    arrived: (mail) => {
      strangers?.mailed(mail);
      // Nobody reads what comes to mailboxes that strangers made up.
      if (isMadeUp(mail.to)) return;
      residents.mailed(mail);
      if (plan.byMail) writers.mailed(mail);
    },
    quotaExhausted: inOutage,
  });
  const visitor = createVisitor(lambda);
  const mails = createMailNetwork({ world: postalWorld, lambda, replies, engine });
  /** The profiles that have a mailbox as theirs, by the table. */
  const profilesOf = (mailbox: string): readonly string[] =>
    people
      .flatMap(({ id, mailId }) => [id, mailId])
      .filter((id) => viewOf(engine().peek(`SUB#${id}`, 'PROFILE'))?.mailbox?.address === mailbox);
  const network = createPhoneNetwork({
    world,
    lambda,
    replies,
    blocked: twilio.blocked,
    received: twilio.received,
    answered: (text, answers) => residents.answered(text, answers),
  });
  const signUp = createSignUpPage({ world, visitor, mailboxes, cohorts: ledgers.cohorts, cards: () => cards });
  const residents = createPeople({
    world,
    people,
    network,
    replies,
    tips,
    engine,
    until: ends - day,
    press: (kind, token, { to }) => {
      const pressedAt = timeline.now();
      const [owner] = profilesOf(to);
      const name = people.find(({ address }) => address === to)?.name ?? '';
      if (kind === 'confirm') links.wantsIn(name);
      else links.wantsOut(name);
      visitor.post(`/${kind}/${token}`, { 'List-Unsubscribe': 'One-Click' }, (page) => {
        const isTheirs = owner !== undefined && profilesOf(to).includes(owner);
        if (kind === 'unsubscribe' && page?.status === 200 && isTheirs) links.unsubscribed(owner, pressedAt);
      });
    },
    links,
    readDiary: (path) => {
      if (plan.byMail) writers.readDiary(path);
    },
    signUp,
    rush: () => rush,
    cards: () => cards,
    isAtPage: () => plan.isPageBusy && random.chance(0.3),
    opinions: plan.opinions,
    mood: plan.mood,
    ofWeeks: plan.weekly,
    ofGoals: plan.aiming,
    dangers: isDangerous ? dangerous : undefined,
    isSilent: plan.isSilent,
  });
  const writers = createMailWriters({
    world: postalWorld,
    people,
    network: mails,
    replies,
    links,
    visitor,
    engine,
    until: ends - day,
  });
  const rush = hasty
    ? createRush({
        world: { ...world, random: hasty },
        people,
        schedules: due.schedules,
        law,
        text: residents.textsToo,
        join: residents.joins,
        signUp,
        deafen: network.deafen,
        until: ends - day,
      })
    : undefined;
  const clinic = createClinic({
    world: { ...world, random: dangerous },
    lambda,
    ledger: redFlags,
    until: ends + windDown,
  });
  const strangers = plan.strange
    ? createStrangers({
        world: { ...world, random: plan.strange },
        people,
        lambda,
        visitor,
        schedules: due.schedules,
        until: ends - day,
      })
    : undefined;
  const heard: Record<string, number> = {};
  lambdaMade = createLambda({
    world,
    engine: engine(),
    clientsOf: (process) => ({
      sqs: sqsOf(process, queuesByUrl),
      http: twilio.httpOf(process),
      ses: ses.clientOf(process),
      sns: clinic.topicOf(process),
      ...mails.bucketOf(process),
    }),
    ratePerSecond: random.pick([1, 3, 25]),
    nameOf,
    acting: (onBehalf) => {
      served = onBehalf;
    },
    heard: (event, { id }) => {
      if (event === 'text-overtaken' && id) network.overtaken(id);
      if ((event === 'confirmation-held-back' || event === 'answer-held-back') && id) mailboxes.heldBack(id);
      heard[event] = (heard[event] ?? 0) + 1;
    },
  });
  createTicks({
    world,
    lambda,
    schedules: due.schedules,
    everyTick: [tips.check],
    network,
    until: ends + windDown,
    calmFrom: ends - day,
  });
  ledgers.tallies.start();
  residents.start();
  strangers?.start();
  rush?.start();
  createHabits({ world, seed, people, engine, text: residents.textsToo, until: ends - day }).start();
  waitAtEdge({
    world,
    ...guessed,
    people,
    schedules: due.schedules,
    text: residents.textsToo,
    until: ends - day,
  });
  if (isDangerous) clinic.start();
  if (law) {
    timeline.at(law.deployedAt, () => {
      const newer = tableUnderLaw(zoneTable, law);
      setZoneTable(newer);
      world.tell('a deployment', () => `brings newer zone data: a law of ${new Date(law.at).toISOString()}`);
    });
  }

  await timeline.run(ends + windDown, () => verdict.breach() !== undefined);
  if (!verdict.breach()) {
    ledgers.finish();
    for (const [name, queue] of Object.entries(queues)) {
      if (!queue.isEmpty())
        verdict.broken(rules.drain, `the ${name} queue`, `${queue.size()} messages are left, ${queue.dead()} given up`);
    }
  }
  const breach = verdict.breach();
  const counts = {
    ...heard,
    ...ledgers.counts(),
    laws: law ? 1 : 0,
    guessedLaws: Number(guessed.isSplit),
    beset: strangers ? 1 : 0,
    rushes: rush ? 1 : 0,
  };
  return { seed, lines, counts, ...(breach ? { breach } : {}) };
};

/** Simulates the world of a seed; the same seed gives the same world. `trace` keeps a transcript. */
export const simulate = (seed: number, trace = false): Promise<Simulated> => inTurn(() => simulateWorld(seed, trace));
