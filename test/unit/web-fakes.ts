import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { WebDeps } from '../../functions/web/web-deps.ts';
import { loadReplyReading } from '../../shared/content/reply-reading.ts';
import type { DiaryEvent } from '../../shared/domain/diary/diary.ts';
import type { Membership } from '../../shared/domain/people/cohort.ts';
import type { Subscriber } from '../../shared/domain/people/subscriber.ts';
import type { VisitShare } from '../../shared/domain/visit/visit-share.ts';
import type { PersonStore } from '../../shared/store/person-store.ts';
import { createChangeSettings } from '../../shared/use-cases/change-settings.ts';
import { connectActOnPage } from '../../shared/use-cases/connect-act-on-page.ts';
import { createEraseOnPage } from '../../shared/use-cases/erase-on-page.ts';
import { createReplyStores } from '../../shared/use-cases/reply-stores.ts';
import { tipTeller } from '../../shared/use-cases/tell-tips.ts';
import { ana, consent, diaryToken, fortyDays, knee, now, tip, tokenKeys } from './web-people.ts';

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
