import * as z from 'zod/mini';
import { redFlagKinds } from '../domain/desk/red-flag-kind.ts';
import { mostMinutes, progresses, reaches } from '../domain/diary/diary.ts';
import { languages } from '../domain/people/subscriber.ts';
import { prompts } from '../domain/tips/prompt.ts';
import { localDate, localTime } from './local-time.ts';
import { reader } from './schema-reader.ts';

// What stands in the table, but for the keys. shared/store/ writes it.

const channel = z.enum(['sms', 'email']);

// What came in a tip's place.
const promptLetter = z.optional(z.enum(['n', 'f', 'o', 'g', 'e', 's', 'w']));

// shared/store/claim-item.ts; the second is how profiles held it before names were short.
const claim = z.union([
  z.object({
    d: localDate,
    t: z.string(),
    o: z.string(),
    a: z.number(),
    s: z.optional(z.enum(['r', 'f'])),
    c: z.enum(['s', 'e']),
    p: promptLetter,
  }),
  z.object({
    date: localDate,
    tip: z.string(),
    p: promptLetter,
    owner: z.string(),
    claimedAt: z.number(),
    state: z.enum(['claimed', 'released', 'failing']),
    channel,
  }),
]);

/** `SUB#<id> / LASTTIP`, and in a profile: the tip that was claimed last. */
export const readClaim = reader(claim);

/** A mailbox that waits to be confirmed: its address, and when it was last and first asked for. */
const request = { a: z.optional(z.string()), t: z.number(), s: z.optional(z.number()) };

/** How far somebody has come in the programme (shared/store/course-item.ts): every profile is read and written as a whole, within 1 KB. */
const course = z.string().check(z.regex(/^[1-9]?[dltwDLTW][0-9a-z]*(\.[0-9a-z]{1,4})?$/));

/** Since when nothing was heard from somebody (shared/store/silence-item.ts). */
const quiet = z.string().check(z.regex(/^[0-9a-z]{3}[nfg]?$/));

/** The keys of replies in one text; older profiles have a list. */
const keys = z.union([z.string().check(z.regex(/^([a-z2-7]{16})*$/)), z.array(z.string())]);

/** How a subscription stands. */
export const subscriptionStatus = z.enum(['pending', 'active', 'stopped', 'erasing']);
/** Why a subscription ended. */
export const stopReason = z.enum(['opt-out', 'wrong-number', 'carrier-opt-out', 'unreachable', 'bounce', 'complaint']);

/** `SUB#<id> / PROFILE`. */
export const readProfile = reader(
  z.object({
    epoch: z.string(),
    rev: z.number(),
    status: subscriptionStatus,
    stopReason: z.optional(stopReason),
    phone: z.optional(z.object({ number: z.string() })),
    mailbox: z.optional(z.object({ address: z.string(), link: z.optional(z.string()) })),
    box: z.optional(z.object({ ...request, b: z.optional(z.string()) })),
    page: z.optional(
      z.object({
        ...request,
        q: z.optional(z.literal(true)),
        z: z.string(),
        h: localTime,
        l: z.enum(languages),
      }),
    ),
    tipsBy: channel,
    language: z.enum(languages),
    country: z.string(),
    zone: z.optional(z.string()),
    home: z.string(),
    zoneSource: z.enum(['guess', 'said']),
    zoneCandidates: z.array(z.string()),
    time: localTime,
    joinedAt: z.number(),
    pausedUntil: z.optional(localDate),
    lastTip: z.optional(claim),
    aliases: z.optional(z.array(z.string())),
    position: z.number(),
    course: z.optional(course),
    quiet: z.optional(quiet),
    commands: keys,
    eraseWord: z.optional(z.object({ word: z.string(), until: z.number() })),
    textOffered: z.optional(z.boolean()),
    ok: z.optional(z.string().check(z.regex(/^[yn-]{2}([a-z2-7]{16})?[0-9a-z]{0,10}$/))),
    clinic: z.optional(z.enum(['yes', 'no'])),
    clinicAsked: z.optional(z.string()),
    research: z.optional(z.enum(['yes', 'no'])),
    callMe: z.optional(z.number()),
  }),
);

/** `SUB#<id> / PROFILE`, where it is only an alias of a subscriber. */
export const readAlias = reader(z.object({ alias: z.string() }));

/** From 0 to 10, in halves. */
const score = z.literal(Array.from({ length: 21 }, (_, halves) => halves / 2));

/**
 * One reply on `SUB#<id> / DAY#<date>#<epoch>`. Attribute names are short because they are stored with every reply and a
 * page is paid for by its size.
 */
export const readEvent = reader(
  z.object({
    k: z.enum(['score', 'note', 'fix', 'undo', 'command', 'function', 'goal']),
    t: z.number(),
    q: z.number(),
    c: z.enum(['sms', 'email', 'web']),
    s: z.optional(score),
    n: z.optional(z.string()),
    o: z.optional(z.string()),
    f: z.optional(z.enum(reaches)),
    m: z.optional(z.int().check(z.minimum(0), z.maximum(mostMinutes))),
    g: z.optional(z.enum(progresses)),
    // What was asked: with a score, whether it is that day's, with a second one which of them; with a mark, whether their goal is reached; with neither, whether
    // any of the signs is there.
    a: z.optional(
      z.object({
        s: z.optional(score),
        w: z.optional(score),
        d: z.optional(localDate),
        g: z.optional(z.literal(true)),
        p: z.optional(z.string()),
      }),
    ),
  }),
);

const tipState = z.enum(['accepted', 'sent', 'delivered', 'undelivered', 'failed', 'skipped', 'unknown']);
const skipReason = z.enum([
  'late',
  'outside-window',
  'too-soon',
  'paused',
  'failing-address',
  'spend-cap',
  'unconfirmed-mailbox',
  'dose',
  'nothing-fits',
  'unanswered',
  'stopped',
]);
const outcome = {
  state: tipState,
  at: z.number(),
  channel: z.optional(channel),
  reason: z.optional(skipReason),
  code: z.optional(z.string()),
};

/** `SPEND#<month>#<channel>`, one of a few. */
export const readSpendCount = reader(z.object({ used: z.number() }));

/** `SUB#<id> / TIP#<date>`. */
export const readOutcome = reader(z.object(outcome));

/** `SUB#<id> / TIP#<date>` with all its fields, for its owner, who asks for everything. */
export const readWholeOutcome = reader(
  z.object({
    ...outcome,
    tip: z.optional(z.string()),
    prompt: z.optional(z.enum(prompts)),
    why: z.optional(z.enum(['next', 'relative', 'later', 'gentle', 'again', 'asked'])),
    providerId: z.optional(z.string()),
  }),
);

/** A consent without `how`, which is in the words of a clinic's list: the ledger holds no words. */
export const consentFields = z.object({
  at: z.number(),
  act: z.enum([
    'given',
    'confirmed',
    'withdrawn',
    'clinic-given',
    'clinic-withdrawn',
    'research-given',
    'research-withdrawn',
    'call-given',
  ]),
  version: z.string(),
  where: z.enum(['sms', 'email', 'web', 'provider', 'desk']),
  message: z.optional(z.string()),
});

/** `SUB#<id> / CONSENT#<instant>`: what was agreed to or taken back. */
export const readWholeConsent = reader(z.extend(consentFields, { how: z.optional(z.string()) }));

/** `SUB#<id> / CONSENT#<instant>` with the fields that tell a withdrawal. */
export const readConsent = reader(z.object({ act: z.string(), at: z.number(), message: z.optional(z.string()) }));

/** `SUB#<id> / VISIT#<share>`: what may be seen by whoever has that link. */
export const readVisit = reader(
  z.object({
    epoch: z.string(),
    at: z.number(),
    until: z.number(),
    weeks: z.literal([4, 12, 26]),
    notes: z.array(z.object({ entry: z.string(), text: z.string(), isSign: z.boolean() })),
    medicines: z.optional(z.string()),
    endedAt: z.optional(z.number()),
    views: z.optional(z.set(z.number())),
  }),
);

/** `SUB#<mailbox> / REQUESTS`: who asked a mailbox to confirm, and when. */
export const readConfirmationMails = reader(z.object({ rev: z.number(), asked: z.record(z.string(), z.number()) }));

/** `ZONES / ZONES`. */
export const readZones = reader(z.object({ zones: z.set(z.string()) }));

/** `WATERMARK / …`; `clocks`: how far each zone's clock was then taken to be ahead of UTC, in minutes. */
export const readWatermark = reader(
  z.object({
    at: z.number(),
    clocks: z.optional(z.record(z.string(), z.number())),
    busyUntil: z.optional(z.object({ sms: z.optional(z.number()), email: z.optional(z.number()) })),
  }),
);

/** What the due index holds of a profile. */
export const readDueEntry = reader(z.object({ due: z.string().check(z.regex(/^\d\d:\d\d#(sms|email)#[a-z2-7]+$/)) }));

/** `WORKLIST / <id>#<message key>`: a red flag, and who has it. */
export const readRedFlag = reader(
  z.object({
    at: z.number(),
    kind: z.enum(redFlagKinds),
    alerts: z.number(),
    alertedAt: z.optional(z.number()),
    acknowledgedAt: z.optional(z.number()),
    acknowledgedBy: z.optional(z.string()),
    acknowledgedAs: z.optional(z.string()),
  }),
);

/** `AUDIT#<UTC date> / <instant>#n<place>`: who did what at the desk, to whom by pseudonym, and whether they might. */
export const readAuditLine = reader(
  z.object({
    at: z.number(),
    who: z.string(),
    role: z.string(),
    operation: z.string(),
    whom: z.optional(z.string()),
    refused: z.optional(z.string()),
  }),
);

const cohort = { clinic: z.string(), contact: z.string(), arm: z.optional(z.string()) };

/** `CODES / <code>`: what a clinic's code stands for, who made it, and when it ended. */
export const readCohort = reader(
  z.object({
    ...cohort,
    language: z.optional(z.enum(languages)),
    time: z.optional(localTime),
    programme: z.optional(z.number()),
    at: z.number(),
    by: z.string(),
    endedAt: z.optional(z.number()),
  }),
);

/** `CODES#<code> / <UTC date>`: who joined by it, by keys that name nobody. */
export const readJoinedBy = reader(z.object({ joined: z.set(z.string()) }));

/** `SUB#<id> / COHORT#<epoch>`. */
export const readMembership = reader(
  z.object({ ...cohort, code: z.string(), at: z.number(), where: z.enum(['sms', 'email', 'web']) }),
);

/**
 * `SUB#<id> / ASKED#<instant>`: the code that the sign-up page was filled in with at that instant, or that a clinic's list names;
 * of a list also what it says of consent.
 */
export const readAsked = reader(
  z.object({
    code: z.optional(z.string()),
    agreed: z.optional(z.object({ on: z.string(), how: z.string() })),
    at: z.number(),
  }),
);

/** `INVITED#<mailbox> / INVITED`. */
export const readInvitation = reader(z.object({ at: z.number(), state: z.enum(['begun', 'queued']) }));
