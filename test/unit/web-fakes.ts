import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { WebDeps } from '../../functions/web/web-deps.ts';
import { loadReplyReading } from '../../shared/content/reply-reading.ts';
import type { DiaryEvent } from '../../shared/domain/diary/diary.ts';
import type { Membership } from '../../shared/domain/people/cohort.ts';
import type { Subscriber } from '../../shared/domain/people/subscriber.ts';
import { signToken, type TokenClaims } from '../../shared/domain/people/token.ts';
import { addDays } from '../../shared/domain/time/local-time.ts';
import { longestMedicines, sheetWords, type VisitShare } from '../../shared/domain/visit/visit-share.ts';
import type { PersonStore } from '../../shared/store/person-store.ts';
import { createChangeSettings } from '../../shared/use-cases/change-settings.ts';
import { connectActOnPage } from '../../shared/use-cases/connect-act-on-page.ts';
import { createEraseOnPage } from '../../shared/use-cases/erase-on-page.ts';
import { createReplyStores } from '../../shared/use-cases/reply-stores.ts';
import { tipTeller } from '../../shared/use-cases/tell-tips.ts';

export const now = Date.parse('2030-01-14T17:30:00Z');
export const today = '2030-01-14';
const tokenKeys = ['a key of at least sixteen characters'] as const;

export const ana: Subscriber = {
  id: 'a'.repeat(26),
  epoch: 'bbbbbbbb',
  rev: 3,
  status: 'active',
  phone: { number: '+12125550101' },
  tipsBy: 'sms',
  language: 'en',
  country: 'US',
  zone: 'America/New_York',
  zoneSource: 'said',
  zoneCandidates: [],
  time: '09:00',
  joinedAt: Date.parse('2030-01-01T12:00:00Z'),
  position: 12,
  commands: [],
};

/** A reply stored at noon in New York on its day, unless said otherwise. */
export const reply = (seq: number, date: string, more: Partial<DiaryEvent>): DiaryEvent => ({
  // Letters of base32, as real keys are.
  key: `r#${String(seq)
    .padStart(16, 'k')
    .replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)))}`,
  kind: 'score',
  date,
  at: Date.parse(`${date}T17:00:00Z`),
  seq,
  channel: 'sms',
  ...more,
});

/** Forty days of a diary as people keep it: gaps, two scores on a day, notes, a correction, a score told the day after. */
const fortyDays: readonly DiaryEvent[] = [
  ...Array.from({ length: 40 }, (_, index) => index)
    .filter((index) => ![3, 9, 10, 11, 20, 27, 33].includes(index))
    .map((index) =>
      reply(index + 1, addDays(today, index - 39), {
        score: Math.max(0, Math.round((6.5 - index / 12 + 1.4 * Math.sin(index * 1.7)) * 2) / 2),
        ...(index % 5 === 0
          ? { note: ['after gardening', 'slept badly, stiff until noon', 'long drive to my sister’s'][index % 3] }
          : {}),
        channel: index % 7 === 0 ? 'email' : 'sms',
      }),
    ),
  reply(50, today, {
    kind: 'note',
    note: 'Walked twenty minutes along the canal without stopping. First time since October!',
  }),
  reply(51, addDays(today, -1), { kind: 'fix', score: 2.5, of: reply(39, today, {}).key }),
  reply(52, addDays(today, -6), { score: 4, at: Date.parse(`${addDays(today, -5)}T14:00:00Z`) }),
];

const longNote = (index: number): string =>
  `${index + 1}. Stiff all morning after the drive, better once I had walked to the shops and back, tired by ${index + 4} o'clock in the afternoon`;
/** The same with as many words to them as a sheet may have, among half a year of scores. */
export const fullDiary: readonly DiaryEvent[] = [
  ...Array.from({ length: 140 }, (_, index) =>
    reply(200 + index, addDays(today, index - 181), { score: (index % 9) + 0.5 }),
  ),
  ...fortyDays,
  ...Array.from({ length: 8 }, (_, index) =>
    reply(400 + index, addDays(today, -index), { kind: 'note', note: longNote(index) }),
  ),
];

/** A share of half a year with all that a sheet may hold. */
export const fullShare: VisitShare = {
  id: ana.id,
  share: 'cccccccc',
  epoch: ana.epoch,
  at: now - 3_600_000,
  until: now - 3_600_000 + 7 * 86_400_000,
  weeks: 26,
  notes: Array.from({ length: 8 }, (_, index) => ({
    entry: reply(400 + index, today, {}).key,
    text: sheetWords(longNote(index)),
    isSign: index < 2,
  })),
  medicines: 'Ibuprofen 400 mg up to three times a day, paracetamol at night, '.repeat(4).slice(0, longestMedicines),
  views: [now - 1_800_000],
};

/** A clinic's card. */
export const knee = { code: 'KNEE7', clinic: 'Elm Street Physio', contact: '+1 212 555 0199' } as const;

/** What Ana agreed to, and what became of a tip. */
export const consent = { at: ana.joinedAt, act: 'given', version: '2026-11-22', where: 'sms' } as const;
export const tip = {
  id: ana.id,
  date: '2030-01-13',
  state: 'undelivered',
  at: now,
  tip: '07-exercise',
  why: 'relative',
  channel: 'sms',
  code: '30003',
} as const;

/** A real token for one of Ana's pages; of a diary, unless said otherwise. */
export const diaryToken = (claims: Partial<TokenClaims> = {}): string =>
  signToken(tokenKeys, { purpose: 'diary', id: ana.id, epoch: ana.epoch, expiresAt: now + 7 * 86_400_000, ...claims });

/** Whether a link is one of ours: the word `good`, where who is behind it does not matter, or a token that is Ana's. */
const opens = (token: string, purpose: 'confirm' | 'unsubscribe'): boolean =>
  token === 'good' || token === diaryToken({ purpose });

/** Shares in memory, as the store keeps them (`test/integration/store/visits.test.ts` tests the real one). */
const fakeVisits = (shares: VisitShare[]): WebDeps['visits'] => {
  const change = (share: string, to: (one: VisitShare) => VisitShare): boolean => {
    const at = shares.findIndex((one) => one.share === share);
    const found = shares[at];
    if (found) shares[at] = to(found);
    return found !== undefined;
  };
  return {
    put: async (share) => {
      if (!shares.some((one) => one.share === share.share)) shares.push(share);
    },
    list: async () => shares,
    find: async (_id, share) => shares.find((one) => one.share === share),
    end: async (_id, share, at) => change(share, (one) => ({ ...one, endedAt: at })),
    reopen: async (_id, share) => change(share, ({ endedAt: _ended, ...one }) => one),
    endAll: async (_id, at) => {
      for (const { share } of [...shares]) change(share, (one) => ({ ...one, endedAt: at }));
    },
    recordView: async (_id, share, at) => {
      change(share, (one) => ({ ...one, views: [...one.views, at] }));
    },
  };
};

/** Counts in memory, as the store does (`test/integration/store` tests the real one). */
const fakeLimits = (used: Map<string, number>): WebDeps['limits'] => {
  return {
    take: async (name, { from }, most) => {
      const count = used.get(`${name} ${from}`) ?? 0;
      used.set(`${name} ${from}`, Math.min(most, count + 1));
      return count < most;
    },
  };
};

/** A world with Ana in it. Calls that change something are written down in `calls`. */
export const fakeWorld = (
  subscriber: Subscriber = ana,
  events: readonly DiaryEvent[] = fortyDays,
  shares: readonly VisitShare[] = [],
) => {
  const calls: { readonly name: string; readonly argument: unknown }[] = [];
  const logged: unknown[] = [];
  const counted = new Map<string, number>();
  const held: {
    subscriber: Subscriber;
    readonly events: DiaryEvent[];
    readonly shares: VisitShare[];
    cohort: Membership | undefined;
  } = { subscriber, events: [...events], shares: [...shares], cohort: undefined };
  let drawn = 0;
  const runtime = {
    clock: { now: () => now, sleep: async () => {} },
    // Never twice the same, as the real thing.
    randomBytes: (length: number) => {
      drawn += 1;
      return new Uint8Array(length).fill(drawn);
    },
    print: () => {},
  };
  const log: WebDeps['log'] = (...line) => {
    logged.push(line);
  };
  const persons: Pick<PersonStore, 'readEnrolled' | 'readEvents'> = {
    readEnrolled: async (id, _now, since = '') =>
      id === held.subscriber.id ? { ...held, events: held.events.filter(({ date }) => date >= since) } : undefined,
    readEvents: async (id, epoch) => (id === held.subscriber.id && epoch === held.subscriber.epoch ? held.events : []),
  };
  const stores = createReplyStores({ client: DynamoDBDocumentClient.from(new DynamoDBClient({})), name: 'none' });
  const actOnPage = connectActOnPage(
    {
      publicBaseUrl: 'https://backbeat.example',
      contact: 'help@clinic.example',
      smsNumber: '+15550100100',
      tokenKeys,
      redFlagReaders: 'nobody',
    },
    {
      ...stores,
      persons: { ...stores.persons, ...persons },
      subscribers: {
        ...stores.subscribers,
        save: async (next) => {
          held.subscriber = next;
        },
      },
      diary: {
        append: async (_id, _epoch, event) => {
          if (!held.events.some(({ key }) => key === event.key)) held.events.push(event);
        },
      },
      consents: {
        put: async (_id, argument) => {
          calls.push({ name: 'consent', argument });
        },
      },
    },
    { put: async () => {} },
    runtime,
    { log, count: () => {} },
  );
  const deps: WebDeps = {
    clock: runtime.clock,
    randomBytes: runtime.randomBytes,
    actOnPage,
    behindCloudFront: false,
    redFlagReaders: 'nobody',
    erase: createEraseOnPage(
      {
        change: async (_id, to) => {
          const next = to(held.subscriber);
          if (next) held.subscriber = next;
          return next;
        },
      },
      async (argument) => {
        calls.push({ name: 'erase', argument });
      },
      runtime.clock,
    ),
    changeSettings: createChangeSettings(
      {
        change: async (_id, to) => {
          const next = to(held.subscriber);
          if (next) held.subscriber = next;
          return next;
        },
      },
      runtime.clock,
    ),
    smsNumber: '+15550100100',
    contact: 'help@clinic.example',
    tokenKeys,
    replyAddress: 'reply@backbeat.example',
    log,
    diary: persons,
    visits: fakeVisits(held.shares),
    limits: fakeLimits(counted),
    publicBaseUrl: 'https://backbeat.example',
    reading: async () => loadReplyReading(),
    tipTeller: async () => tipTeller,
    held: {
      readConsents: async () => [consent],
      readTips: async () => [tip],
      readCohort: async () => held.cohort,
      readAskedCode: async () => undefined,
    },
    enrolment: {
      signUpByEmail: async (argument) => {
        calls.push({ name: 'signUpByEmail', argument });
        return { kind: 'asked' };
      },
      readConfirmation: async (token) => {
        const phone = { kind: 'phone', ending: '01' } as const;
        if (token === 'phone') return { asker: phone, opensDiary: false };
        if (token === 'share') return { asker: phone, opensDiary: true };
        const wish = { language: 'en', time: '09:00', zone: 'Europe/London' } as const;
        if (token === 'card') return { wish, code: { code: knee.code, cohort: knee }, opensDiary: false };
        if (token === 'typo') return { wish, code: { code: 'KNEE8' }, opensDiary: false };
        if (token === 'used') return { opensDiary: false, confirmed: held.subscriber };
        return opens(token, 'confirm') ? { opensDiary: false } : undefined;
      },
      confirm: async (argument) => {
        calls.push({ name: 'confirm', argument });
        if (argument === 'both') return 'both-have-diaries';
        return opens(argument, 'confirm') ? 'confirmed' : 'gone';
      },
      readConfirmed: async (token) => (opens(token, 'confirm') ? held.subscriber : undefined),
      canUnsubscribe: async (token) => opens(token, 'unsubscribe'),
      unsubscribe: async (argument) => {
        calls.push({ name: 'unsubscribe', argument });
        return opens(argument, 'unsubscribe');
      },
    },
  };
  return { deps, calls, logged, held, counted };
};
