import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Hono } from 'hono';
import type { Clock } from '../shared/platform/clock.ts';
import type { Agenda } from './agenda.ts';
import type { Faults } from './faults.ts';
import { hangUp, type NodeEnvironment } from './hang-up.ts';
import { kindOf, type Outbox } from './outbox.ts';
import { sesError } from './ses-errors.ts';
import { type SentMail, type SesEvent, sesEvents } from './ses-events.ts';
import { bareAddress, parseSendRequest, type SendRequest } from './ses-request.ts';

const hangUpEventMs = 60_000;
const sentAfterMs = 1_000;
const settledAfterMs = 2_000;
const complaintAfterMs = 3_000;
/** SES's mailbox simulator; a label after `+` is allowed. */
const simulator = /^(bounce|complaint)(\+.*)?@simulator\.amazonses\.com$/i;

/** The fates of an accepted mail that a fault may name. */
const outcomes = ['bounce-transient', 'bounce-permanent', 'complaint'] as const;

/** The reason for which an address gets onto the suppression list, by the fate of its mail. */
const reasons: Readonly<Record<string, 'BOUNCE' | 'COMPLAINT'>> = {
  'bounce-permanent': 'BOUNCE',
  complaint: 'COMPLAINT',
};

interface Parts {
  readonly clock: Clock;
  readonly agenda: Agenda;
  readonly faults: Faults;
  readonly outbox: Outbox;
  /** Puts an event on EventBridge's default bus. */
  readonly emit: (event: SesEvent) => Promise<void>;
}

const headersOf = (request: SendRequest, messageId: string): Record<string, string> => ({
  ...Object.fromEntries(request.Content.Simple.Headers.map(({ Name, Value }) => [Name, Value])),
  ...(request.ReplyToAddresses.length > 0 ? { 'Reply-To': request.ReplyToAddresses.join(', ') } : {}),
  'Message-ID': `<${messageId}@email.amazonses.com>`,
});

/**
 * Plays SES v2: SendEmail with its limits, errors and events; the suppression list, read and removed from
 * (docs/facts.md#b1, docs/facts.md#b4).
 */
export const createSesStandIn = ({ clock, agenda, faults, outbox, emit }: Parts) => {
  const app = new Hono<NodeEnvironment>();
  /** The suppression list: addresses whose mail bounced for good, or who complained. */
  const suppressed = new Map<string, { readonly reason: 'BOUNCE' | 'COMPLAINT'; readonly at: number }>();

  const planEvents = (mail: SentMail, n: number, laterMs: number, fault: string | undefined): void => {
    const start = clock.now() + laterMs;
    const simulated = simulator.exec(mail.to)?.[1]?.toLowerCase();
    const outcome = fault ?? (simulated === 'bounce' ? 'bounce-permanent' : simulated);
    const settle = outcome?.startsWith('bounce') ? ('bounced' as const) : ('delivered' as const);
    const bounceType = outcome === 'bounce-transient' ? 'Transient' : 'Permanent';
    const kept = outcome === undefined ? undefined : reasons[outcome];
    // The mailbox simulator's addresses never get onto the list (docs/facts.md#b4).
    if (kept && simulated === undefined)
      agenda.plan(start + settledAfterMs, async () => {
        suppressed.set(mail.to.toLowerCase(), { reason: kept, at: clock.now() });
      });
    agenda.plan(start + sentAfterMs, async () => {
      outbox.setStatus(n, 'sent');
      await emit(sesEvents.sent(mail, clock.now()));
    });
    agenda.plan(start + settledAfterMs, async () => {
      outbox.setStatus(n, settle);
      await emit(
        settle === 'bounced'
          ? sesEvents.bounced(mail, clock.now(), bounceType)
          : sesEvents.delivered(mail, clock.now()),
      );
    });
    if (outcome === 'complaint')
      agenda.plan(start + complaintAfterMs, () => emit(sesEvents.complained(mail, clock.now())));
  };

  const accept = (
    request: SendRequest,
    withEvents: boolean,
    { laterMs = 0, outcome }: { readonly laterMs?: number; readonly outcome?: string | undefined },
  ): string => {
    const messageId = `0100${randomUUID()}-000000`;
    const { Subject, Body } = request.Content.Simple;
    const to = bareAddress(request.Destination.ToAddresses[0]);
    const n = outbox.add({
      kind: kindOf(request.EmailTags.find(({ Name }) => Name === 'kind')?.Value),
      channel: 'email',
      to,
      from: request.FromEmailAddress,
      subject: Subject.Data,
      text: Body.Text.Data,
      ...(Body.Html === undefined ? {} : { html: Body.Html.Data }),
      headers: headersOf(request, messageId),
    });
    if (withEvents) planEvents({ messageId, sentAt: clock.now(), to, request }, n, laterMs, outcome);
    return messageId;
  };

  app.post('/v2/email/outbound-emails', async (context) => {
    const parsed = parseSendRequest(await context.req.json());
    if ('problem' in parsed) return sesError('BadRequestException', parsed.problem);
    const fault = faults.take('email', bareAddress(parsed.request.Destination.ToAddresses[0]));
    if (fault?.delayMs !== undefined) await delay(fault.delayMs);
    if (fault?.http !== undefined) return Response.json({}, { status: fault.http });
    const hangsUp = fault?.error === 'accept-then-hang-up';
    const outcome = outcomes.find((one) => one === fault?.error);
    if (fault?.error !== undefined && !hangsUp && outcome === undefined) return sesError(fault.error);
    const laterMs = hangsUp ? hangUpEventMs : 0;
    const messageId = accept(parsed.request, !fault?.dropReceipt, { laterMs, outcome });
    return hangsUp ? hangUp(context) : context.json({ MessageId: messageId });
  });
  app.delete('/v2/email/suppression/addresses/:address', (context) => {
    suppressed.delete(context.req.param('address').toLowerCase());
    return context.json({});
  });
  app.get('/v2/email/suppression/addresses', (context) =>
    context.json({
      SuppressedDestinationSummaries: [...suppressed].map(([EmailAddress, { reason, at }]) => ({
        EmailAddress,
        Reason: reason,
        LastUpdateTime: at / 1000,
      })),
    }),
  );
  app.all('*', () => sesError('BadRequestException', 'the stand-in for SES does not know this operation'));
  return app;
};
