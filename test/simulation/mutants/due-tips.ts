import { type Mutant, object } from './mutant.ts';

/** Bugs in when a tip is due, to whom, and which. */
export const dueTipMutants: readonly Mutant[] = [
  {
    name: 'a claim that does not move the programme on',
    within: 'chooseMessage',
    find: object("kind: 'send', position: $POSITION, course, silence, why, claim: $CLAIM"),
    replace:
      "{ kind: 'send', position: $POSITION, course: courseOf(subscriber, programme), silence, why, claim: $CLAIM }",
  },
  {
    name: 'UTC date for local date',
    within: 'createScheduleTips',
    find: 'await groups.add(channel, { id, date });',
    replace: 'await groups.add(channel, { id, date: new Date(instant).toISOString().slice(0, 10) });',
  },
  {
    name: 'a doubt is not looked up before the next send',
    within: 'decideTip',
    find: "return lastTip.owner === due.owner ? { kind: 'check', claim: lastTip } : nothing;",
    replace: 'if (lastTip.owner !== due.owner) return nothing;',
  },
  {
    name: 'the window is checked in the first zone only',
    within: 'reasonNotToSend',
    find: 'isInWindow(possibleZones(subscriber), now)',
    replace: 'isInWindow([subscriber.zone], now)',
  },
  {
    name: 'the window is not checked when sending',
    within: 'reasonNotToSend',
    find: "if (!isInWindow(possibleZones(subscriber), now)) return 'outside-window';",
    replace: '',
  },
  {
    name: 'a slow clock sees night where it is morning',
    within: 'decideTip',
    find: 'Math.max(now, due.dueAt)',
    replace: 'now',
  },
  {
    name: 'late is an hour too early',
    within: 'lateAfterMs',
    find: 'export const lateAfterMs = 2 * 60 * minuteMs;',
    replace: 'export const lateAfterMs = 15 * minuteMs;',
  },
  {
    name: 'the watermark moves before the queue has everybody',
    within: 'createScheduleTips',
    find: 'for (const instant of instants) { $$$BODY }',
    replace:
      'await watermark.advance({ at: reached, clocks: clocksAt(inUse, reached) }); for (const instant of instants) { $$$BODY }',
  },
  {
    name: 'the watermark is taken for now',
    within: 'createScheduleTips',
    find: 'const { at: last, clocks, busyUntil } = (await watermark.read()) ?? { at: now - tickMs, clocks: {} };',
    replace:
      'const { clocks, busyUntil } = (await watermark.read()) ?? { clocks: {}, busyUntil: undefined }; const last = now - tickMs;',
  },
  {
    name: 'no ten hours between two tips',
    within: 'gapBetweenTipsMs',
    find: 'export const gapBetweenTipsMs = 10 * 3_600_000;',
    replace: 'export const gapBetweenTipsMs = 0;',
  },
  {
    name: 'a pause ends a day early',
    within: 'reasonNotToSend',
    find: "if ((subscriber.pausedUntil ?? '') >= due.date) return 'paused';",
    replace: "if ((subscriber.pausedUntil ?? '') > due.date) return 'paused';",
  },
  {
    name: 'the dose is not looked at',
    within: 'reasonNotToSend',
    find: "if (!isAnnounced && !isDoseDay(doseOf(subscriber), due.date, lastTip?.date)) return 'dose';",
    replace: '',
  },
  {
    name: 'who wants less gets a tip on Tuesdays too',
    within: 'daysOfLess',
    find: 'new Set([0, 1, 3, 5])',
    replace: 'new Set([0, 1, 2, 3, 5])',
  },
  {
    name: 'one tip a week comes after six days',
    within: 'isDoseDay',
    find: 'date >= addDays(last, 7)',
    replace: 'date >= addDays(last, 6)',
  },
  {
    name: 'a tip that helped comes again at once',
    within: 'chooseFrom',
    find: 'const relative = open.find(({ topic }) => helpful.has(topic));',
    replace: 'const relative = fitting.find(({ topic }) => helpful.has(topic));',
  },
  {
    name: 'what newer zone data have moved into the past is not caught up with',
    within: 'walkFrom',
    find: 'return [zone, watermark - Math.max(0, now - (before ?? now)) * minuteMs];',
    replace: 'return [zone, before === 0.5 ? now : watermark];',
  },
  {
    name: "the runtime's zone data hold, however old they are",
    within: 'tableInUse',
    find: 'isNewer(runtimeZoneVersion(), deployed().version)',
    replace: "isNewer(runtimeZoneVersion(), '0000a') || deployed().version !== ''",
  },
];
