import * as z from 'zod';
import { languages } from '../domain/subscriber.ts';
import { localDate, localTime } from './local-time.ts';

// What stands in the table, but for the keys. shared/store/ writes it.

const channel = z.enum(['sms', 'email']);

/** `SUB#<id> / LASTTIP`, and in a profile: the tip that was claimed last. */
export const claim = z.object({
  date: localDate,
  tip: z.string(),
  owner: z.string(),
  claimedAt: z.number(),
  state: z.enum(['claimed', 'released']),
  channel,
});

/** A mailbox that waits to be confirmed: its address, when it was asked for last, and first. */
const request = { a: z.string().optional(), t: z.number(), s: z.number().optional() };

/** `SUB#<id> / PROFILE`. */
export const profile = z.object({
  epoch: z.string(),
  rev: z.number(),
  status: z.enum(['pending', 'active', 'stopped', 'erasing']),
  stopReason: z.enum(['opt-out', 'wrong-number', 'carrier-opt-out', 'unreachable', 'bounce', 'complaint']).optional(),
  phone: z.object({ number: z.string() }).optional(),
  mailbox: z.object({ address: z.string(), link: z.string().optional() }).optional(),
  box: z.object({ ...request, b: z.string().optional() }).optional(),
  page: z
    .object({ ...request, q: z.literal(true).optional(), z: z.string(), h: localTime, l: z.enum(languages) })
    .optional(),
  tipsBy: channel,
  language: z.enum(languages),
  country: z.string(),
  zone: z.string().optional(),
  home: z.string(),
  zoneSource: z.enum(['guess', 'said']),
  zoneCandidates: z.array(z.string()),
  time: localTime,
  joinedAt: z.number(),
  pausedUntil: localDate.optional(),
  lastTip: claim.optional(),
  aliases: z.array(z.string()).optional(),
  position: z.number(),
  commands: z.array(z.string()),
  eraseWord: z.object({ word: z.string(), until: z.number() }).optional(),
  textOffered: z.boolean().optional(),
});

/** `SUB#<id> / PROFILE` where that is only another name of a subscriber. */
export const alias = z.object({ alias: z.string() });

/** From 0 to 10, in halves. */
const score = z.literal(Array.from({ length: 21 }, (_, halves) => halves / 2));

/**
 * One reply on `SUB#<id> / DAY#<date>#<epoch>`. Attribute names are short because they are stored with every reply and a
 * page is paid for by its size.
 */
export const event = z.object({
  k: z.enum(['score', 'note', 'fix', 'undo', 'command']),
  t: z.number(),
  q: z.number(),
  c: z.enum(['sms', 'email', 'web']),
  s: score.optional(),
  n: z.string().optional(),
  o: z.string().optional(),
});

/** `SUB#<id> / TIP#<date>`. */
export const outcome = z.object({
  state: z.enum(['accepted', 'sent', 'delivered', 'undelivered', 'failed', 'skipped', 'unknown']),
  at: z.number(),
});

/** `SUB#<id> / CONSENT#<instant>`, of which the reader wants those that were taken back. */
export const consent = z.object({ act: z.string(), at: z.number(), message: z.string().optional() });

/** `SUB#<mailbox> / REQUESTS`: who asked a mailbox to confirm, and when. */
export const confirmationMails = z.object({ rev: z.number(), asked: z.record(z.string(), z.number()) });

/** `ZONES / ZONES`. */
export const zones = z.object({ zones: z.set(z.string()) });

/** `WATERMARK / …`. */
export const watermark = z.object({ at: z.number() });

/** What the due index holds of a profile. */
export const dueEntry = z.object({ due: z.string().regex(/^\d\d:\d\d#(sms|email)#[a-z2-7]+$/) });
