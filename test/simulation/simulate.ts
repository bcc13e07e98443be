import { read as readZoneTable } from '../../content/compiled/zones.js';
import { setZoneTable } from '../../shared/domain/time/zone-data.ts';
import { createClinic } from './clinic.ts';
import { createDueLedger } from './due-ledger.ts';
import { createErasureLedger } from './erasure-ledger.ts';
import { createFlareLedger } from './flare-ledger.ts';
import { settings } from './functions.ts';
import { createGoalLedger } from './goal-ledger.ts';
import { splitGuess, waitAtEdge } from './guessed-law.ts';
import { drawHotKeys } from './hot-keys.ts';
import { createLambda, type Lambda, type OnBehalf } from './lambda.ts';
import { createLinkLedger } from './link-ledger.ts';
import { setWorldLaw } from './local-clock.ts';
import { createMailNetwork } from './mail-network.ts';
import { createMailWriters } from './mail-writers.ts';
import { createMailboxLedger } from './mailbox-ledger.ts';
import type { Observer } from './observer.ts';
import { createPageLedger } from './page-ledger.ts';
import { createPeople } from './people.ts';
import { createPerson, type Person } from './person.ts';
import { createPhoneNetwork } from './phone-network.ts';
import { viewOf } from './profile-view.ts';
import { createQueue, sqsOf } from './queue.ts';
import { createRandom, type Random } from './random.ts';
import { createReceiptsCarrier } from './receipts-carrier.ts';
import { createRedFlagLedger } from './red-flag-ledger.ts';
import { createReplyLedger } from './reply-ledger.ts';
import { createRush } from './rush.ts';
import { createSes } from './ses.ts';
import { createSignUpPage } from './sign-up-page.ts';
import { createSilenceLedger } from './silence-ledger.ts';
import type { Item } from './store/expression.ts';
import { createMemoryEngine, type MemoryEngine } from './store/memory-engine.ts';
import { createStrangerLedger } from './stranger-ledger.ts';
import { createStrangers, isMadeUp } from './strangers.ts';
import { createTallyLedger } from './tally-ledger.ts';
import { createTicks } from './ticks.ts';
import { createTimeline } from './timeline.ts';
import { createTipLedger } from './tip-ledger.ts';
import { createTwilio } from './twilio.ts';
import { type Breach, createVerdict, rules } from './verdict.ts';
import { createVisitor } from './visitor.ts';
import { createWeekLedger } from './week-ledger.ts';
import { day, faultRatesOf, hour, type Line, noFaults, overloaded, type World } from './world.ts';
import { inTurn } from './world-turn.ts';
import { drawLaw, tableUnderLaw } from './zone-law.ts';

export interface Simulated {
  readonly seed: number;
  readonly breach?: Breach;
  readonly lines: readonly Line[];
  readonly counts: Readonly<Record<string, number>>;
}

/** Starts of worlds: within 36 days of some of them clocks change in some places, of others nowhere. */
const starts = [
  '2030-03-01',
  '2030-10-10',
  '2030-09-15',
  '2030-03-20',
  '2030-06-10',
  '2030-12-20',
  '2026-10-05',
] as const;
const simulatedDays = 36;
/** Two months of silence, and some days before and after. */
const longDays = 78;
/** After the last word of anybody: sweeps, retries and late receipts come to their ends, undisturbed. */
const windDown = 8 * hour;

/** Draws goals and what is said of them; undefined where nobody has one, in nine of ten worlds. */
const drawGoals = (seed: number): Random | undefined => {
  const aiming = createRandom(seed + 11_000_000_000);
  return aiming.chance(0.1) ? aiming : undefined;
};

/** How much pain somebody is in who has good weeks and one bad spell; undefined where people text any number. */
const drawMoods = (random: Random, start: number) => {
  const some = random.chance(0.3);
  const spells = new Map<string, number>();
  return (name: string, at: number): number | undefined => {
    if (!some) return undefined;
    const from = spells.get(name) ?? start + random.whole(5, 20) * day;
    spells.set(name, from);
    return at >= from && at < from + 12 * day ? 8 + random.whole(0, 4) / 2 : random.whole(0, 8) / 2;
  };
};

/** Who says nothing from when until when. */
const drawSilences = (some: boolean, isLong: boolean, random: Random, start: number) => {
  const spans = new Map<string, readonly [from: number, until: number]>();
  const spanOf = (name: string): readonly [number, number] => {
    const known = spans.get(name);
    if (known) return known;
    const from = start + random.whole(2, 6) * day;
    const span = [from, from + (isLong ? random.whole(63, 68) : random.whole(7, 26)) * day] as const;
    spans.set(name, span);
    return span;
  };
  return (name: string, at: number): boolean => {
    const [from, until] = some ? spanOf(name) : [0, 0];
    return at >= from && at < until;
  };
};

/** Whether a write of a profile claims a tip for a worker. */
const isClaimed = (before: Item | undefined, after: Item | undefined): boolean => {
  const [old, now] = [viewOf(before)?.lastTip, viewOf(after)?.lastTip];
  return now?.state === 'claimed' && now.owner !== 'reply' && (old?.owner !== now.owner || old.state !== 'claimed');
};

const simulateWorld = async (seed: number, trace: boolean): Promise<Simulated> => {
  const random = createRandom(seed);
  const start = Date.parse(`${random.pick(starts)}T00:00:00Z`) + random.whole(0, 23) * hour;
  const timeline = createTimeline(start);
  // Silence has its own random numbers, so that it changes nothing else that a seed decides.
  const quiet = createRandom(seed + 6_000_000_000);
  /** Whether people fall silent; a tenth of the worlds are long enough for a goodbye. */
  const fallSilent = quiet.chance(0.35);
  const isLong = quiet.chance(0.1);
  const ends = start + (isLong ? longDays : simulatedDays) * day;
  const busyPage = createRandom(seed + 1_000_000_000).chance(0.2);
  const postal = createRandom(seed + 3_000_000_000);
  const opinions = createRandom(seed + 4_000_000_000);
  const strange = createRandom(seed + 5_000_000_000);
  /** Whether strangers attack, as they do in a fifth of the worlds. */
  const beset = strange.chance(0.2);
  /** Whether people answer mails with mails. */
  const byMail = postal.chance(0.4);
  const dangerous = createRandom(seed + 7_000_000_000);
  /** Whether something is wrong with people that the clinic must hear of: in a fifth of the worlds. */
  const inDanger = dangerous.chance(0.2);
  const weekly = createRandom(seed + 10_000_000_000);
  /** Whether people answer the weekly question, and say the same words when nobody asked. */
  const answersWeeks = weekly.chance(0.5);
  const hasty = createRandom(seed + 8_000_000_000);
  /** Whether people do several things at once, while processes die far more often: in a fifth of the worlds. */
  const inRush = hasty.chance(0.2);
  const drawnLaw = drawLaw(createRandom(seed + 2_000_000_000), start);
  const zoneTable = readZoneTable();
  setZoneTable(zoneTable);
  const lines: Line[] = [];
  const drawn = faultRatesOf(random.pick([0.3, 1, 1, 2]));
  const usual = inRush ? { ...drawn, death: drawn.death * 5 } : drawn;
  let overloadedUntil = 0;
  const world: World = {
    timeline,
    random,
    faultRates: () => {
      if (timeline.now() >= ends) return noFaults;
      return timeline.now() < overloadedUntil ? overloaded(usual) : usual;
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

  const postalWorld: World = { ...world, random: postal };
  const more = random.whole(1, 3) - 1;
  const people: readonly [Person, ...Person[]] = [
    createPerson(random, 0),
    ...Array.from({ length: more }, (_, index) => createPerson(random, index + 1)),
  ];
  const guessed = splitGuess(seed, drawnLaw, people);
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
  const replies = createReplyLedger(world, verdict, nameOf);
  const tips = createTipLedger(world, verdict, nameOf, (key) => replies.byKey(key)?.body);
  const due = createDueLedger(world, verdict, engine, tips, nameOf);
  const silences = createSilenceLedger(world, verdict, nameOf);
  const flares = createFlareLedger(world, verdict, nameOf);
  const weeks = createWeekLedger(world, verdict, nameOf, (key) => replies.byKey(key)?.body);
  const goals = createGoalLedger(world, verdict, nameOf, (key) => replies.byKey(key)?.body);
  const links = createLinkLedger(world, verdict, replies, nameOf);
  const mailboxes = createMailboxLedger(world, verdict, engine, nameOf);
  const page = createPageLedger(verdict, nameOf);
  const strangerLedger = createStrangerLedger(verdict, nameOf);
  let served: OnBehalf = {};
  const erasures = createErasureLedger(world, verdict, engine, nameOf);

  const redFlags = createRedFlagLedger({
    world,
    verdict,
    engine,
    replies,
    nameOf,
    secrets: people.flatMap(({ phone, address }) => [phone, phone.slice(1), address]),
  });

  const tallies = createTallyLedger({
    world: { ...world, random: createRandom(seed + 14_000_000_000) },
    verdict,
    engine,
    nameOf,
    until: ends + windDown,
  });

  const wroteProfile = (id: string, before: Item | undefined, after: Item | undefined): void => {
    for (const ledger of [page, erasures, mailboxes, replies, links, tips, silences, redFlags, flares, weeks])
      ledger.wroteProfile(id, before, after);
    due.wroteProfile(id, after);
    if (isClaimed(before, after)) rush?.claimed(id);
  };
  const wrotePage = (id: string, sortKey: string, before: Item | undefined, after: Item | undefined): void => {
    const view = viewOf(engine().peek(`SUB#${id}`, 'PROFILE'));
    replies.wrotePage(id, sortKey, before, after, view?.home);
    if (after) silences.wrotePage(id, view);
    flares.wrotePage(id, sortKey, after, view);
    weeks.wrotePage(id, sortKey, before, after, view);
    goals.wrotePage(id, sortKey, before, after, view);
  };
  const wroteOf = (id: string, sortKey: string, before: Item | undefined, after: Item | undefined): void => {
    strangerLedger.wrote(served.hand, `SUB#${id}`, sortKey, before, after);
    erasures.wroteItem(id, sortKey, before);
    if (sortKey === 'REQUESTS') served.press?.counted();
    if (sortKey === 'PROFILE') wroteProfile(id, before, after);
    if (sortKey.startsWith('DAY#')) wrotePage(id, sortKey, before, after);
    if (!sortKey.startsWith('TIP#')) return;
    tallies.wrote({ PK: `SUB#${id}`, SK: sortKey }, before, after);
    tips.wroteOutcome(id, sortKey.slice(4), before, after);
    due.wroteOutcome(id, sortKey.slice(4), after);
  };

  const observer: Observer = {
    wrote: ({ PK, SK }, before, after) => {
      if (PK.startsWith('SUB#')) return wroteOf(PK.slice(4), SK, before, after);
      if (PK === 'WORKLIST') return redFlags.wrote(SK, before, after);
      if (SK !== 'WATERMARK') return;
      due.wroteWatermark(Number(after?.['at']));
      rush?.queued();
    },
    sending: (attempt) => {
      tips.sending(attempt);
      mailboxes.sending(attempt);
    },
    accepted: tips.accepted,
    refused: tips.refused,
    delivered: tips.delivered,
  };
  const lag = random.pick([0, 500, 60_000]);
  const pages = random.pick([1, 2, 100]);
  const stale = random.pick([0, 0.3]);
  const written = new Map<string, number>();
  engineMade = createMemoryEngine('backbeat', {
    onWrite: (key, before, after) => {
      if (stale > 0) written.set(`${key.PK}${key.SK}`, timeline.now());
      observer.wrote(key, before, after);
    },
    indexLater: (apply) => timeline.after(random.whole(0, lag), apply),
    readsStale: ({ PK, SK }) => timeline.now() - (written.get(`${PK}${SK}`) ?? 0) < 1000 && random.chance(stale),
    itemsAPage: () => pages,
  });

  let lambdaMade: Lambda | undefined;
  const lambda = (): Lambda => {
    if (!lambdaMade) throw new TypeError('the functions are made first');
    return lambdaMade;
  };
  const worker = (name: 'send-tips-sms' | 'send-tips-email' | 'erase-subscriber', workers: number) =>
    createQueue({
      world,
      name,
      workers,
      overtaken: strangerLedger.overtook,
      run: (event, sheltered, done) => {
        lambda()(name, (fn) => fn(event), {
          sheltered,
          ended: (ending) => done(ending.kind === 'returned' && ending.value.batchItemFailures.length === 0),
        });
      },
    });
  const queues = {
    sms: worker('send-tips-sms', 2),
    email: worker('send-tips-email', 2),
    erasure: worker('erase-subscriber', 2),
  };
  const queuesByUrl = new Map([
    [settings.smsQueue, queues.sms],
    [settings.emailQueue, queues.email],
    [settings.erasureQueue, queues.erasure],
  ]);
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
      if (beset) strangers.mailed(mail);
      // Nobody reads what comes to mailboxes that strangers made up.
      if (isMadeUp(mail.to)) return;
      residents.mailed(mail);
      if (byMail) writers.mailed(mail);
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
  const signUp = createSignUpPage({ world, visitor, mailboxes });
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
      if (byMail) writers.readDiary(path);
    },
    signUp,
    rush: () => rush,
    isAtPage: () => busyPage && random.chance(0.3),
    opinions: opinions.chance(0.3) ? opinions : undefined,
    mood: drawMoods(createRandom(seed + 7_000_000_000), start),
    ofWeeks: answersWeeks ? weekly : undefined,
    ofGoals: drawGoals(seed),
    dangers: inDanger ? dangerous : undefined,
    isSilent: drawSilences(isLong ? quiet.chance(0.5) : fallSilent, isLong, quiet, start),
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
  const rush = inRush
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
  const strangers = createStrangers({
    world: { ...world, random: strange },
    people,
    lambda,
    visitor,
    schedules: due.schedules,
    until: ends - day,
  });
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
  tallies.start();
  residents.start();
  if (beset) strangers.start();
  rush?.start();
  waitAtEdge({
    world,
    ...guessed,
    people,
    schedules: due.schedules,
    text: residents.textsToo,
    until: ends - day,
  });
  if (inDanger) clinic.start();
  if (law) {
    timeline.at(law.deployedAt, () => {
      const newer = tableUnderLaw(zoneTable, law);
      setZoneTable(newer);
      world.tell('a deployment', () => `brings newer zone data: a law of ${new Date(law.at).toISOString()}`);
    });
  }

  await timeline.run(ends + windDown, () => verdict.breach() !== undefined);
  if (!verdict.breach()) {
    tips.check();
    due.finish();
    replies.finish();
    erasures.finish();
    redFlags.finish();
    tallies.finish();
    for (const [name, queue] of Object.entries(queues)) {
      if (!queue.isEmpty())
        verdict.broken(rules.drain, `the ${name} queue`, `${queue.size()} messages are left, ${queue.dead()} given up`);
    }
  }
  const breach = verdict.breach();
  const { expected, outcomes } = due.counts();
  const counts = {
    ...heard,
    ...outcomes,
    expected,
    laws: law ? 1 : 0,
    guessedLaws: Number(guessed.isSplit),
    beset: beset ? 1 : 0,
    rushes: inRush ? 1 : 0,
    texts: replies.texts.filter(({ channel }) => channel === undefined).length,
    mails: replies.texts.filter(({ channel, isForged }) => channel === 'email' && !isForged).length,
    forged: replies.texts.filter(({ isForged }) => isForged).length,
    erasures: erasures.count(),
    redFlags: redFlags.count(),
  };
  return { seed, lines, counts, ...(breach ? { breach } : {}) };
};

/** Simulates the world of a seed; the same seed gives the same world. `trace` keeps a transcript. */
export const simulate = (seed: number, trace = false): Promise<Simulated> => inTurn(() => simulateWorld(seed, trace));
