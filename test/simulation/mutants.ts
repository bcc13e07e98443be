/** A seeded bug: words of production's source and what stands there instead. */
export interface Mutant {
  readonly name: string;
  /** From the root of the repository. */
  readonly file: string;
  /** Must stand in the file exactly once. */
  readonly find: string;
  readonly replace: string;
  /** The seed to begin with, where what it takes is so rare that a thousand from the first may not meet it. */
  readonly from?: number;
}

const sendGroup = 'functions/send-tips/send-group.ts';
const scheduleTips = 'functions/schedule-tips/schedule-tips.ts';
const decideTip = 'shared/domain/tips/decide-tip.ts';
const claimStore = 'shared/store/claim-store.ts';
const subscriberStore = 'shared/store/subscriber-store.ts';
const handleReply = 'shared/use-cases/handle-reply.ts';
const eraseSubscriber = 'functions/erase-subscriber/erase-subscriber.ts';

/** Bugs that the simulation has to catch: `npm run simulate -- --mutants`. */
export const mutants: readonly Mutant[] = [
  {
    name: 'a claim without its condition on rev',
    file: claimStore,
    find: 'AND "rev" = ? AND "status" = \'active\'`,\n        Parameters: [\n          claim,\n          position,\n          courseAttribute(course),\n          subscriber.rev + 1,\n          subscriberKey(subscriber.id),\n          profileKey,\n          subscriber.rev,\n        ],',
    replace:
      'AND "status" = \'active\'`,\n        Parameters: [claim, position, courseAttribute(course), subscriber.rev + 1, subscriberKey(subscriber.id), profileKey],',
  },
  {
    name: 'a claim without any condition',
    file: claimStore,
    find: 'AND "rev" = ? AND "status" = \'active\'`,\n        Parameters: [\n          claim,\n          position,\n          courseAttribute(course),\n          subscriber.rev + 1,\n          subscriberKey(subscriber.id),\n          profileKey,\n          subscriber.rev,\n        ],',
    replace:
      '`,\n        Parameters: [claim, position, courseAttribute(course), subscriber.rev + 1, subscriberKey(subscriber.id), profileKey],',
  },
  {
    name: 'a claim that lost counts as ours',
    file: claimStore,
    find: "return result === 'condition-failed' ? 'conflict' : 'failed';",
    replace: "return result === 'condition-failed' ? 'claimed' : 'failed';",
  },
  {
    name: 'a claim that does not move the programme on',
    file: decideTip,
    find: 'position: subscriber.position + 1, course, why,',
    replace: 'position: subscriber.position + 1, course: courseOf(subscriber, programme), why,',
  },
  {
    name: 'the outcome is recorded before the send',
    file: sendGroup,
    find: 'const result = await sender.send(subscriber, claim);',
    replace:
      "await progress.record([{ id: subscriber.id, date: claim.date, state: 'accepted', at: clock.now(), tip: claim.tip, channel: claim.channel }]);\n    const result = await sender.send(subscriber, claim);",
  },
  {
    name: 'the outcome is never recorded',
    file: sendGroup,
    find: 'await progress.record(ended);',
    replace: 'for (const { id } of ended) progress.done(id);',
  },
  {
    name: 'skips are not recorded',
    file: sendGroup,
    find: 'await progress.record(plan.skipped);',
    replace: 'for (const { id } of plan.skipped) progress.done(id);',
  },
  {
    name: 'UTC date for local date',
    file: scheduleTips,
    find: 'await groups.add(channel, { id, date });',
    replace: 'await groups.add(channel, { id, date: new Date(instant).toISOString().slice(0, 10) });',
  },
  {
    name: 'a page of the due index is dropped',
    file: 'shared/store/due-store.ts',
    find: 'if (page.length > 0) yield page.map(readDue);',
    replace: 'if (page.length > 0) yield page.map(readDue);\n      break;',
  },
  {
    name: 'a page of a person is dropped',
    file: 'shared/store/query-all.ts',
    find: 'for await (const page of pages) items.push(...page);',
    replace: 'for await (const page of pages) {\n    items.push(...page);\n    break;\n  }',
  },
  {
    name: 'a failed statement is swallowed',
    file: 'shared/store/tip-store.ts',
    find: 'if (failed > 0) throw new BatchUnfinishedError(failed);',
    replace: '',
  },
  {
    name: "a statement's own error is not looked at",
    file: 'shared/store/batch.ts',
    find: 'const code = answer.Responses?.[position]?.Error?.Code;',
    replace: 'const code: string | undefined = undefined;',
  },
  {
    name: 'unprocessed keys are dropped',
    file: 'shared/store/batch.ts',
    find: 'open = answer.UnprocessedKeys?.[table.name]?.Keys ?? [];',
    replace: 'open = [];',
  },
  {
    name: 'unprocessed deletions are dropped',
    file: 'shared/store/erasure-store.ts',
    find: 'if (round >= rounds) throw new BatchUnfinishedError(open.length);',
    replace: 'if (round >= 1) break;',
  },
  {
    name: "a claim's lease is ignored",
    file: 'functions/send-tips/settle-doubt.ts',
    find: "if (now - claim.claimedAt < leaseMs) return 'open';",
    replace: '',
  },
  {
    name: 'a look-up that failed counts as not taken',
    file: 'functions/send-tips/settle-doubt.ts',
    find: "return now - dueAt > giveUpMs ? unknown : 'open';",
    replace: "return 'not-taken';",
  },
  {
    name: 'a doubt is not looked up before the next send',
    file: decideTip,
    find: "return lastTip.owner === due.owner ? { kind: 'check', claim: lastTip } : nothing;",
    replace: 'if (lastTip.owner !== due.owner) return nothing;',
  },
  {
    name: 'a mail in doubt is sent again',
    file: 'functions/send-tips/mail-sender.ts',
    find: "lookUp: async () => ({ kind: 'none' }),",
    replace: "lookUp: async () => ({ kind: 'not-taken' }),",
  },
  {
    name: 'a mail whose connection broke counts as not accepted',
    file: 'shared/domain/tips/provider-errors.ts',
    find: "if (httpStatus === undefined || httpStatus < 300) return { kind: 'in-doubt', code: name };",
    replace: "if (httpStatus === undefined || httpStatus < 300) return { kind: 'not-accepted', code: name };",
  },
  {
    name: 'a text whose connection broke counts as not accepted',
    file: 'shared/providers/twilio/messages-api.ts',
    find: "return { kind: mayHaveArrived ? 'in-doubt' : 'not-accepted', code };",
    replace: "return { kind: 'not-accepted', code };",
  },
  {
    name: 'a 500 of Twilio counts as not accepted',
    file: 'shared/domain/tips/provider-errors.ts',
    find: 'if (httpStatus >= 500) return failure(inDoubt, name);',
    replace: "if (httpStatus >= 500) return { kind: 'not-accepted', code: name };",
  },
  {
    name: 'the window is checked in the first zone only',
    file: decideTip,
    find: 'if (!isInWindow(possibleZones(subscriber), now))',
    replace: 'if (!isInWindow([subscriber.zone], now))',
  },
  {
    name: 'the window is not checked when sending',
    file: decideTip,
    find: "if (!isInWindow(possibleZones(subscriber), now)) return 'outside-window';",
    replace: '',
  },
  {
    name: 'a backlog at Twilio may ring at night',
    file: 'functions/send-tips/text-sender.ts',
    find: 'return Math.max(shortestSeconds, Math.min(longestSeconds, left));',
    replace: 'return Math.max(longestSeconds, left * 0);',
  },
  {
    name: 'a slow clock sees night where it is morning',
    file: decideTip,
    find: 'Math.max(now, due.dueAt)',
    replace: 'now',
  },
  {
    name: 'late is an hour too early',
    file: 'shared/domain/tips/due.ts',
    find: 'export const lateAfterMs = 2 * 60 * minuteMs;',
    replace: 'export const lateAfterMs = 15 * minuteMs;',
  },
  {
    name: 'the watermark moves before the queue has everybody',
    file: scheduleTips,
    find: 'for (const instant of instants) {',
    replace:
      'await watermark.advance({ at: reached, clocks: clocksAt(inUse, reached) });\n    for (const instant of instants) {',
  },
  {
    name: 'the watermark is taken for now',
    file: scheduleTips,
    find: 'const { at: last, clocks, busyUntil } = (await watermark.read()) ?? { at: now - tickMs, clocks: {} };',
    replace:
      'const { clocks, busyUntil } = (await watermark.read()) ?? { clocks: {}, busyUntil: undefined };\n    const last = now - tickMs;',
  },
  {
    name: 'a queue that took only some is believed',
    file: 'shared/providers/sqs/job-queue.ts',
    find: 'left = left.filter(({ Id }) => failed.has(Id));',
    replace: 'left = [];',
  },
  {
    name: 'a command that came before is carried out again',
    file: 'shared/domain/answering/decide-reply.ts',
    find: 'if (subscriber.commands.includes(key)) {',
    replace: "if (key === '') {",
  },
  {
    name: 'a page is written over',
    file: 'shared/store/diary-store.ts',
    find: 'if_not_exists(#reply, :event)',
    replace: ':event',
  },
  {
    name: 'a profile is written whatever it says by now',
    file: subscriberStore,
    find: "? { ConditionExpression: 'rev = :rev', ExpressionAttributeValues: { ':rev': read.rev } }",
    replace: '? {}',
  },
  {
    name: 'a write does not bump rev',
    file: subscriberStore,
    find: 'rev: (read ?? next).rev + 1 })',
    replace: 'rev: read?.rev ?? next.rev + 1 })',
  },
  {
    name: 'a zone joins the zones in use never',
    file: subscriberStore,
    find: "if (next.status === 'active' && (read?.zone !== next.zone || read.status !== 'active')) {",
    replace: 'if (read?.zone === undefined) {',
  },
  {
    name: 'a claim is released without asking whose it is',
    file: 'shared/use-cases/profile-changes.ts',
    find: 'const isThis = lastTip?.owner === claim.owner && lastTip.claimedAt === claim.claimedAt;',
    replace: 'const isThis = lastTip !== undefined;',
  },
  {
    name: 'a throttled claim stays claimed',
    file: 'functions/send-tips/judge-answer.ts',
    find: 'progress.halt(faultOf(result), result.retryAfterMs);\n        await release(id, claim);',
    replace: 'progress.halt(faultOf(result), result.retryAfterMs);\n        progress.done(id);',
  },
  {
    name: 'receipts go back',
    file: 'shared/store/tip-store.ts',
    find: "ConditionExpression: 'attribute_exists(PK) AND #rank < :rank',",
    replace: "ConditionExpression: 'attribute_exists(PK) AND (#rank < :rank OR #rank >= :rank)',",
  },
  {
    name: 'a receipt brings back what was erased',
    file: 'shared/store/tip-store.ts',
    find: "ConditionExpression: 'attribute_exists(PK) AND #rank < :rank',",
    replace: "ConditionExpression: 'attribute_not_exists(PK) OR #rank < :rank',",
  },
  {
    name: 'no sweep after an erasure',
    file: eraseSubscriber,
    find: "if (job.kind === 'erase') await deps.sweepLater(",
    replace: "if (job.kind !== 'erase') await deps.sweepLater(",
  },
  {
    name: 'the profile is erased first, the pages by chance',
    file: eraseSubscriber,
    find: "const erasing = subscriber?.status === 'erasing';",
    replace:
      "const erasing = subscriber?.status === 'erasing';\n    if (erasing) {\n      await erasures.deleteProfile(subscriber);\n      return;\n    }",
  },
  {
    name: 'who is erased and joins again gets a second tip that day',
    file: 'shared/domain/answering/subscribe.ts',
    find: '...(lastTip ? { lastTip } : {}),',
    replace: '',
  },
  {
    name: 'ERASE queues nothing',
    file: handleReply,
    find: "if (decision.job === 'erase') await deps.eraseLater({ kind: 'erase', id: who.id });",
    replace: '',
  },
  {
    name: 'somebody on the other channel is dropped',
    file: sendGroup,
    find: 'await deps.requeue(decision.channel, { ...job, members: [member] });',
    replace: '',
  },
  {
    name: 'a group with open members is forgotten',
    file: 'functions/send-tips/send-tips.ts',
    find: 'if (open === 0) return false;',
    replace: 'return false;',
  },
  {
    name: 'a group that failed is forgotten',
    file: 'functions/send-tips/send-tips.ts',
    find: 'if (await isLeft(record)) left.push(record.messageId);',
    replace: 'await isLeft(record);',
  },
  {
    name: 'no ten hours between two tips',
    file: 'shared/domain/tips/upcoming-tip.ts',
    find: 'export const gapBetweenTipsMs = 10 * 3_600_000;',
    replace: 'export const gapBetweenTipsMs = 0;',
  },
  {
    name: 'TIP answers without a claim',
    file: 'shared/domain/answering/show.ts',
    find: '{ lastTip, course, position: subscriber.position + (given ? 0 : 1) },',
    replace: '{},',
  },
  {
    name: 'a pause ends a day early',
    file: decideTip,
    find: "if ((subscriber.pausedUntil ?? '') >= due.date) return 'paused';",
    replace: "if ((subscriber.pausedUntil ?? '') > due.date) return 'paused';",
  },
  {
    name: 'the dose is not looked at',
    file: decideTip,
    find: "if (!isDoseDay(doseOf(subscriber), due.date, lastTip?.date)) return 'dose';",
    replace: '',
  },
  {
    name: 'who wants less gets a tip on Tuesdays too',
    file: 'shared/domain/tips/dose.ts',
    find: 'new Set([0, 1, 3, 5])',
    replace: 'new Set([0, 1, 2, 3, 5])',
  },
  {
    name: 'one tip a week comes after six days',
    file: 'shared/domain/tips/dose.ts',
    find: 'date >= addDays(last, 7)',
    replace: 'date >= addDays(last, 6)',
  },
  {
    name: 'a tip that helped comes again at once',
    file: 'shared/domain/tips/choose-tip.ts',
    find: 'const relative = open.find(({ topic }) => helpful.has(topic));',
    replace: 'const relative = fitting.find(({ topic }) => helpful.has(topic));',
  },
  {
    name: 'a stale reading has the last word',
    file: sendGroup,
    find: 'if (plan.consistent) progress.done(id);',
    replace: 'if (plan.consistent || id) progress.done(id);',
    from: 21_201,
  },
  {
    name: 'an old claim is sent all the same',
    file: sendGroup,
    find: 'clock.now() - claim.claimedAt > freshMs',
    replace: 'clock.now() < 0',
  },
  {
    name: 'a reply that lost the race is not tried again',
    file: 'shared/use-cases/retry-on-conflict.ts',
    find: 'if (!(error instanceof RevisionConflict)) throw error;',
    replace: 'if (!(error instanceof RevisionConflict)) throw error;\n      return { answers: [], isNew: false } as T;',
  },
  {
    name: 'texts whose webhook failed are not looked for',
    file: 'functions/reconcile-inbound/reconcile-inbound.ts',
    find: 'for (const texts of waiting) {',
    replace: 'for (const texts of [...waiting].slice(0, 0)) {',
  },
  {
    name: 'what was said between ERASE and JOIN comes into the new diary',
    file: 'functions/reconcile-inbound/judge-text.ts',
    find: "if (erased !== undefined && since !== undefined && text.at < since) return 'erased';",
    replace: '',
  },
  {
    name: 'a score stands on the page of the UTC date',
    file: 'shared/domain/answering/conversation.ts',
    find: 'today: localDateTime(subscriber.zone, incoming.receivedAt).date,',
    replace: 'today: new Date(incoming.receivedAt).toISOString().slice(0, 10),',
  },
  {
    name: 'a JOIN that died before its mail is taken for done',
    file: 'shared/domain/answering/unfinished-command.ts',
    find: "intent.kind !== 'join' || intent.email !== undefined",
    replace: "intent.kind !== 'join'",
  },
  {
    name: 'a sign-up that died before its mail puts the next one off',
    file: 'shared/domain/people/sign-up.ts',
    find: '!asked.unqueued && ',
    replace: '',
  },
  {
    name: 'a sign-up that lost the race leaves the mail to the winner',
    file: 'shared/use-cases/mail-sign-up.ts',
    find: 'if (!(error instanceof RevisionConflict)) throw error;',
    replace: 'if (!(error instanceof RevisionConflict)) throw error;\n        return;',
  },
  {
    name: 'the sign-up page queues no mail',
    file: 'shared/use-cases/mail-sign-up.ts',
    find: "await sendLater({ kind: 'confirmation', id: primary, epoch: next.epoch, by: 'page' });",
    replace: '',
  },
  {
    name: 'what newer zone data have moved into the past is not caught up with',
    file: 'shared/domain/tips/due.ts',
    find: 'return [zone, watermark - Math.max(0, now - (before ?? now)) * minuteMs];',
    replace: 'return [zone, before === 0.5 ? now : watermark];',
  },
  {
    name: "the runtime's zone data hold, however old they are",
    file: 'shared/domain/time/zone-data.ts',
    find: 'isNewer(runtimeZoneVersion(), deployed().version) ? undefined : deployed();',
    replace: "isNewer(runtimeZoneVersion(), '0000a') || deployed().version !== '' ? undefined : deployed();",
  },
  {
    name: 'a form changes somebody who is here already',
    file: 'shared/use-cases/mail-sign-up.ts',
    find: '{ ...subscriber, signUp: page }',
    replace: '{ ...subscriber, ...wishOf(page), signUp: page }',
  },
  {
    name: 'whatever has the shape of a signature is one',
    file: 'shared/providers/twilio/webhook-request.ts',
    find: "if (!authTokens.some((token) => token !== '' && validateRequest(token, signature, url, signed))) return 'forbidden';",
    replace:
      "if (!authTokens.some((token) => token !== '' && validateRequest !== undefined && url)) return 'forbidden';",
  },
  {
    name: 'a signature is good for other words',
    file: 'shared/providers/twilio/webhook-request.ts',
    find: 'validateRequest(token, signature, url, signed)',
    replace:
      "validateRequest(token, signature, url, signed['Body'] === undefined ? signed : { MessageSid: 'SM'.padEnd(34, '0'), Body: 'PAIN 2' })",
  },
  {
    name: 'a link with another letter opens as well',
    file: 'shared/domain/people/token.ts',
    find: 'if (!keys.some((key) => timingSafeEqual(macOf(key, body), mac))) return undefined;',
    replace: 'if (!keys.some((key) => macOf(key, body).length === mac.length)) return undefined;',
  },
  {
    name: 'confirmations stand in the same line as tips',
    file: 'shared/providers/sqs/send-job.ts',
    find: 'MessageGroupId: job.kind,',
    replace: "MessageGroupId: 'tips',",
  },
  {
    name: 'tips stand in the same line as confirmations',
    file: 'shared/providers/sqs/job-queue.ts',
    find: 'MessageGroupId: job.kind,',
    replace: "MessageGroupId: 'confirmation',",
  },
  {
    name: 'a form takes the place of the mailbox that its owner named',
    file: 'shared/use-cases/mail-sign-up.ts',
    find: '{ ...subscriber, signUp: page }',
    replace: '{ ...subscriber, pendingMailbox: page, signUp: page }',
  },
  {
    name: 'a mail is taken for whoever stands in its From',
    file: 'shared/domain/people/mail-trust.ts',
    find: "const vouchedFor = verdicts.dmarc === 'PASS' ? fromAddress : undefined;",
    replace: 'const vouchedFor = fromAddress;',
  },
  {
    name: 'a mail is read with what it quotes',
    file: 'functions/email-inbound/inbound-mail.ts',
    find: "text: read.reaction ? '' : saidBy(subject, read.text),",
    replace: "text: mail.text ?? '',",
  },
  {
    name: 'a mail that a server sends again is another mail',
    file: 'functions/email-inbound/email-inbound.ts',
    find: 'replyOf(said, from, mail.messageId ?? ses.mail.messageId)',
    replace: 'replyOf(said, from, ses.mail.messageId)',
  },
  {
    name: 'whoever looks at an unsubscribe link has left',
    file: 'functions/web/subscription-routes.ts',
    find: 'if (!(await deps.enrolment.canUnsubscribe(token))) return context.notFound();',
    replace: 'if (!(await deps.enrolment.unsubscribe(token))) return context.notFound();',
  },
  {
    name: 'whoever looks at a confirmation link has confirmed',
    file: 'functions/web/subscription-routes.ts',
    find: 'const request = await deps.enrolment.readConfirmation(token);',
    replace:
      'await deps.enrolment.confirm(token);\n      const request = await deps.enrolment.readConfirmation(token);',
  },
  {
    name: 'the page says that somebody has left, and nothing is stored',
    file: 'functions/web/subscription-routes.ts',
    find: 'if (!(await deps.enrolment.unsubscribe(token))) return context.notFound();',
    replace: 'if (!(await deps.enrolment.canUnsubscribe(token))) return context.notFound();',
  },
];
