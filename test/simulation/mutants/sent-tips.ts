import { type Mutant, property } from './mutant.ts';

/** Bugs in how tips are handed to providers and what is written of it. */
export const sentTipMutants: readonly Mutant[] = [
  {
    name: 'the outcome is recorded before the send',
    within: 'createSendGroup',
    find: 'const result = await sender.send(subscriber, claim, facts);',
    replace:
      "await progress.record([{ id: subscriber.id, date: claim.date, state: 'accepted', at: clock.now(), tip: claim.tip, channel: claim.channel }]); const result = await sender.send(subscriber, claim, facts);",
  },
  {
    name: 'the outcome is never recorded',
    within: 'createSendGroup',
    find: 'await progress.record(ended);',
    replace: 'for (const { id } of ended) progress.done(id);',
  },
  {
    name: 'skips are not recorded',
    within: 'createPlanGroup',
    find: 'await progress.record(plan.skipped);',
    replace: 'for (const { id } of plan.skipped) progress.done(id);',
  },
  {
    name: "a claim's lease is ignored",
    within: 'createSettleDoubt',
    find: "if (now - claim.claimedAt < leaseMs) return 'open';",
    replace: '',
  },
  {
    name: 'a look-up that failed counts as not taken',
    within: 'createSettleDoubt',
    find: "return now - dueAt > giveUpMs ? unknown : 'open';",
    replace: "return 'not-taken';",
  },
  {
    name: 'a mail in doubt is sent again',
    within: 'createMailSender',
    find: property("lookUp: async () => ({ kind: 'none' })"),
    replace: "lookUp: async () => ({ kind: 'not-taken' })",
  },
  {
    name: 'a mail whose connection broke counts as not accepted',
    within: 'classifySes',
    find: "if (httpStatus === undefined || httpStatus < 300) return { kind: 'in-doubt', code: name };",
    replace: "if (httpStatus === undefined || httpStatus < 300) return { kind: 'not-accepted', code: name };",
  },
  {
    name: 'a text whose connection broke counts as not accepted',
    within: 'createTwilioMessages',
    find: "return { kind: mayHaveArrived ? 'in-doubt' : 'not-accepted', code };",
    replace: "return { kind: 'not-accepted', code };",
  },
  {
    name: 'a 500 of Twilio counts as not accepted',
    within: 'classifyTwilio',
    find: 'if (httpStatus >= 500) return failure(inDoubt, name);',
    replace: "if (httpStatus >= 500) return { kind: 'not-accepted', code: name };",
  },
  {
    name: 'a backlog at Twilio may ring at night',
    within: 'validitySeconds',
    find: 'return Math.max(shortestSeconds, Math.min(longestSeconds, left));',
    replace: 'return Math.max(longestSeconds, left * 0);',
  },
  {
    name: 'a queue that took only some is believed',
    within: 'createJobQueue',
    find: 'left = left.filter(({ Id }) => failed.has(Id));',
    replace: 'left = [];',
  },
  {
    name: 'a throttled claim stays claimed',
    within: 'createJudge',
    find: 'progress.halt(verdict.fault, verdict.retryAfterMs);',
    replace: 'progress.halt(verdict.fault, verdict.retryAfterMs); progress.done(id); return undefined;',
  },
  {
    name: 'somebody on the other channel is dropped',
    within: 'createPlanGroup',
    find: 'await deps.requeue(decision.channel, { ...job, members: [member] });',
    replace: '',
  },
  {
    name: 'a group with open members is forgotten',
    within: 'createSendTips',
    find: 'if (open === 0) return false;',
    replace: 'return false;',
  },
  {
    name: 'a group that failed is forgotten',
    within: 'createSendTips',
    find: 'if (await isLeft(record)) left.push(record.messageId);',
    replace: 'await isLeft(record);',
  },
  {
    // Not "a stale reading is believed that leaves a member alone": by it they are nobody yet, or another worker's. Nobody is
    // promised a tip within eight minutes of joining, and the other worker tries again: of 21,000 worlds one could tell.
    // test/integration/sending/found-by-simulation.test.ts shows what becomes of such readings.
    name: 'a stale reading that lost its claim has the last word',
    within: 'createSendGroup',
    find: "return requests.flatMap(({ subscriber }, index) => (results[index] === 'conflict' ? [subscriber.id] : []));",
    replace:
      "requests.forEach(({ subscriber }, index) => { if (results[index] === 'conflict') progress.done(subscriber.id); }); return [];",
  },
  {
    name: 'an old claim is sent all the same',
    within: 'createSendGroup',
    find: 'clock.now() - claim.claimedAt > freshMs',
    replace: 'clock.now() < 0',
  },
  {
    name: 'confirmations stand in the same line as tips',
    within: 'sendJob',
    find: property('MessageGroupId: $KIND'),
    replace: "MessageGroupId: 'tips'",
  },
  {
    name: 'tips stand in the same line as confirmations',
    within: 'createJobQueue',
    find: property('MessageGroupId: $KIND'),
    replace: "MessageGroupId: 'confirmation'",
  },
];
