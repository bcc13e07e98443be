import * as z from 'zod/mini';
import { lazily } from '../domain/lazily.ts';
import { languages, type Subscriber, type TipClaim } from '../domain/subscriber.ts';
import { lastTipKey, profileKey, subscriberKey } from './keys.ts';
import { tableDefinition } from './table.ts';

/** An address that somebody typed into the form and nobody confirmed is forgotten after a week. */
const pendingTtlSeconds = 7 * 86_400;

// One of each: what is declared once is made once.
const text = z.string();
const number = z.number();
const maybeNumber = z.optional(number);
const texts = z.array(text);
const channel = z.enum(['sms', 'email']);
const localDate = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));
const localTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

const claimSchema = z.object({
  date: localDate,
  tip: text,
  owner: text,
  claimedAt: number,
  state: z.enum(['claimed', 'released']),
  channel,
});

const profileSchema = z.object({
  epoch: text,
  rev: number,
  status: z.enum(['pending', 'active', 'stopped', 'erasing']),
  stopReason: z.optional(z.enum(['opt-out', 'wrong-number', 'carrier-opt-out', 'unreachable', 'bounce', 'complaint'])),
  phone: z.optional(z.object({ number: text })),
  mailbox: z.optional(z.object({ address: text, since: maybeNumber })),
  pendingMailbox: z.optional(z.object({ address: text, askedAt: number, since: maybeNumber })),
  tipsBy: channel,
  language: z.enum(languages),
  country: text,
  zone: z.optional(text),
  home: text,
  zoneSource: z.enum(['guess', 'said']),
  zoneCandidates: texts,
  time: localTime,
  joinedAt: number,
  pausedUntil: z.optional(localDate),
  lastTip: z.optional(claimSchema),
  aliases: z.optional(texts),
  position: number,
  commands: texts,
  eraseWord: z.optional(z.object({ word: text, until: number })),
  textOffered: z.optional(z.boolean()),
});

const aliasSchema = lazily(() => z.object({ alias: z.string() }));

/** An item of the table is not what this code writes. Names the kind of item and the fields at fault, never a value. */
export class CorruptItemError extends Error {
  override readonly name = 'CorruptItemError';
  constructor(item: string, fields: readonly PropertyKey[]) {
    super(`${item}: unexpected ${fields.map(String).join(', ')}`);
  }
}

const fieldsAtFault = ({ issues }: z.core.$ZodError): readonly PropertyKey[] =>
  issues.map(({ path }) => path[0] ?? '?');

/** Attributes of the due index: there only while a tip may come due, so that the index holds nobody else. */
const dueAttributes = (subscriber: Subscriber): { zone?: string; due?: string } =>
  subscriber.status === 'active'
    ? { zone: subscriber.zone, due: `${subscriber.time}#${dueChannel(subscriber)}#${subscriber.id}` }
    : {};

/** The queue a due subscriber belongs on. A mailbox that hasn't confirmed gets nothing: what is sent instead, once, is a text. */
const dueChannel = (subscriber: Subscriber): 'sms' | 'email' =>
  subscriber.tipsBy === 'email' && subscriber.mailbox ? 'email' : 'sms';

/** The item of a subscriber. The zone stands twice: `home` is the fact, `zone` the key of the due index, absent when nothing is due. */
export const subscriberItem = (subscriber: Subscriber): Record<string, unknown> => {
  const { id, zone, ...rest } = subscriber;
  return {
    PK: subscriberKey(id),
    SK: profileKey,
    ...rest,
    home: zone,
    ...dueAttributes(subscriber),
    ...(subscriber.status === 'pending'
      ? { [tableDefinition.timeToLive]: Math.ceil(subscriber.joinedAt / 1000) + pendingTtlSeconds }
      : {}),
  };
};

/**
 * What stands at `SUB#<id> / PROFILE`: a subscriber, or the id that an alias points to.
 * @throws CorruptItemError
 */
export const readProfileItem = (id: string, item: unknown): Subscriber | { readonly alias: string } => {
  // Asked for by name first: a schema that a profile fails describes at length what is missing, for nobody.
  if (typeof item === 'object' && item !== null && 'alias' in item) {
    const alias = aliasSchema().safeParse(item);
    if (alias.success) return alias.data;
  }
  const parsed = profileSchema.safeParse(item);
  if (!parsed.success) throw new CorruptItemError('PROFILE', fieldsAtFault(parsed.error));
  const { home, zone: _dueZone, ...rest } = parsed.data;
  return definedOnly({ ...rest, id, zone: home });
};

/** Two days after it was claimed a tip's local date is over in every zone. */
const lastTipTtlSeconds = 2 * 86_400;

/** What outlasts ERASE: which tip that address had last, so that whoever joins again gets none on the same day. */
export const lastTipItem = (id: string, lastTip: TipClaim): Record<string, unknown> => ({
  PK: subscriberKey(id),
  SK: lastTipKey,
  ...lastTip,
  [tableDefinition.timeToLive]: Math.ceil(lastTip.claimedAt / 1000) + lastTipTtlSeconds,
});

/**
 * What stands at `SUB#<id> / LASTTIP`.
 * @throws CorruptItemError
 */
export const readLastTipItem = (item: unknown): TipClaim => {
  const parsed = claimSchema.safeParse(item);
  if (parsed.success) return parsed.data;
  throw new CorruptItemError('LASTTIP', fieldsAtFault(parsed.error));
};

type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Drops keys that hold undefined, which `exactOptionalPropertyTypes` tells apart from absent ones. */
const definedOnly = <T extends object>(value: T): Defined<T> =>
  Object.fromEntries(Object.entries(value).filter(([, held]) => held !== undefined)) as Defined<T>;
