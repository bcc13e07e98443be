import type { StopReason } from '../people/subscriber.ts';

/**
 * Why a message was not accepted, by what may be done next.
 * `permanent`: never for this address (`stop`: and the subscription ends). `refused`: this message only.
 * `throttled`, `not-accepted`: certainly not taken, so it may be tried again. `in-doubt`: it may have been taken, so it
 * must be looked up first.
 * `misconfigured`: no message will pass; the channel stops and an alarm rings.
 */
export type SendFailure =
  | { readonly kind: 'permanent'; readonly code: string; readonly stop: StopReason | undefined }
  | { readonly kind: 'throttled'; readonly code: string; readonly retryAfterMs?: number }
  | { readonly kind: 'not-accepted' | 'in-doubt' | 'misconfigured' | 'refused'; readonly code: string };

/**
 * What a delivery receipt means for the subscription. `unknown`: a code that is not listed; it is logged and counted.
 */
export interface ReceiptEffect {
  readonly effect: 'none' | 'stop';
  readonly reason?: StopReason;
  readonly alarm?: boolean;
  /**
   * Whether our side is at fault, so that nobody's message arrives: `certain` by one receipt (registration, account,
   * sender), `suspected` if there are several (filtered, over a cap, an unknown code).
   */
  readonly fault?: 'certain' | 'suspected';
  readonly transient?: boolean;
  readonly unknown?: boolean;
}

type OnSend =
  | { readonly kind: 'permanent'; readonly stop: StopReason }
  | { readonly kind: 'throttled' | 'in-doubt' | 'misconfigured' | 'refused' };

const optedOut = { kind: 'permanent', stop: 'carrier-opt-out' } as const;
const unreachable = { kind: 'permanent', stop: 'unreachable' } as const;
const throttled = { kind: 'throttled' } as const;
const inDoubt = { kind: 'in-doubt' } as const;
const misconfigured = { kind: 'misconfigured' } as const;
const refused = { kind: 'refused' } as const;

const nothing: ReceiptEffect = { effect: 'none' };
const passing: ReceiptEffect = { effect: 'none', transient: true };
const alarming: ReceiptEffect = { effect: 'none', alarm: true };
const leftAtCarrier: ReceiptEffect = { effect: 'stop', reason: 'carrier-opt-out' };
const gone: ReceiptEffect = { effect: 'stop', reason: 'unreachable' };

/** Twilio's codes (docs/facts.md#a7): what each means as the answer to a send, and in a receipt. */
const twilioCodes: Readonly<Record<number, readonly [OnSend, ReceiptEffect]>> = {
  14107: [refused, alarming], // more than 15 replies in 30 s between two numbers: a loop
  20003: [misconfigured, alarming], // authentication failed, or the account is closed
  20005: [misconfigured, alarming], // account not active
  20151: [misconfigured, alarming], // authentication failed
  20403: [misconfigured, alarming], // forbidden
  20404: [misconfigured, alarming], // a SID that does not exist
  20429: [throttled, passing], // too many concurrent requests; never processed
  20500: [inDoubt, passing],
  20503: [inDoubt, passing],
  21211: [unreachable, gone], // not a number one can text
  21212: [misconfigured, alarming], // our own sender is not a number
  21265: [unreachable, gone], // a short code
  21408: [refused, nothing], // country not enabled
  21602: [refused, alarming], // no body
  21603: [misconfigured, alarming], // no sender
  21606: [misconfigured, alarming], // the sender cannot send texts
  21607: [misconfigured, alarming], // trial account: not from this sender
  21608: [misconfigured, alarming], // trial account
  21610: [optedOut, leftAtCarrier],
  21611: [throttled, passing], // the sender's queue holds ten hours of traffic
  21612: [unreachable, gone], // no route from this sender to that number
  21614: [unreachable, gone], // not a mobile number
  21617: [refused, alarming], // body longer than 1,600 characters
  21616: [misconfigured, alarming], // the sender matches several numbers of the account
  21657: [misconfigured, alarming], // the sender's name is invalid
  21659: [misconfigured, alarming], // the sender is no number of this account
  21660: [misconfigured, alarming], // the sender belongs to another account
  21661: [misconfigured, alarming], // the sender cannot send texts
  21701: [misconfigured, alarming], // the service does not exist
  21702: [misconfigured, alarming], // the service is not available
  21703: [misconfigured, alarming],
  21704: [misconfigured, alarming],
  21705: [misconfigured, alarming],
  21712: [misconfigured, alarming], // the sender belongs to another service
  30001: [throttled, passing], // the service's queue overflowed
  30002: [misconfigured, alarming], // account suspended
  30003: [refused, passing], // handset off or out of reach
  30004: [refused, nothing], // blocked on the way; only a run of these means anything
  30005: [unreachable, gone], // number no longer in use: its next owner must consent anew
  30006: [unreachable, gone], // landline
  30007: [refused, alarming], // filtered as unwanted
  30008: [refused, passing],
  30010: [refused, nothing],
  30017: [throttled, passing], // carrier congestion
  30019: [refused, alarming], // content too large
  30022: [throttled, passing], // campaign rate exceeded
  30023: [throttled, passing], // daily cap of the brand, until midnight Pacific
  30024: [misconfigured, alarming],
  30027: [throttled, passing], // daily cap at T-Mobile
  30032: [misconfigured, alarming], // toll-free number not verified
  30033: [misconfigured, alarming], // campaign suspended
  30034: [misconfigured, alarming], // number not registered to a campaign
  30035: [refused, alarming], // number still being configured, for days
  30036: [refused, nothing], // validity period ran out: as designed
  30410: [refused, passing], // Twilio itself does not retry it, lest it doubles
  30450: [refused, alarming], // pumping protection: look at the sign-up rate
  30454: [misconfigured, alarming], // limit imposed on the account
  30610: [refused, nothing], // quiet hours of the Compliance Toolkit
};

const failure = (onSend: OnSend, code: string): SendFailure =>
  onSend.kind === 'permanent' ? { kind: 'permanent', code, stop: onSend.stop } : { kind: onSend.kind, code };

/** What Twilio's refusal of a send means. `code` is undefined when the answer carried none. */
export const classifyTwilio = (code: number | undefined, httpStatus: number): SendFailure => {
  const name = code === undefined ? `http-${httpStatus}` : String(code);
  // With any 5xx Twilio may have taken the message before it failed.
  if (httpStatus >= 500) return failure(inDoubt, name);
  const known = code === undefined ? undefined : twilioCodes[code];
  if (known) return failure(known[0], name);
  if (httpStatus === 429) return failure(throttled, name);
  // A redirect or an unknown path is a wrong TWILIO_API_URL; 401 and 403 are wrong credentials.
  if (httpStatus < 400 || httpStatus === 401 || httpStatus === 403 || httpStatus === 404)
    return failure(misconfigured, name);
  return failure(refused, name);
};

/** What the error code of Twilio's status callback means; codes may be added or change (docs/facts.md#a5). */
export const classifyReceipt = (code: number | undefined): ReceiptEffect => {
  if (code === undefined) return nothing;
  const known = twilioCodes[code];
  if (known === undefined) return { effect: 'none', unknown: true, fault: 'suspected' };
  const [onSend, effect] = known;
  if (onSend.kind === 'misconfigured') return { ...effect, fault: 'certain' };
  // A receipt that says "throttled" means a lost tip, because the message was accepted and is not sent again. Our own
  // side is suspected then.
  return effect.alarm || onSend.kind === 'throttled' ? { ...effect, fault: 'suspected' } : effect;
};

/** SES frees a daily quota over a rolling day; AWS advises to wait up to ten minutes (docs/facts.md#b1). */
const quotaRetryMs = 600_000;

const sesMisconfigured = new Set([
  'AccountSuspendedException',
  'SendingPausedException',
  'MailFromDomainNotVerifiedException',
  'NotFoundException',
  'AccessDeniedException',
  'UnrecognizedClientException',
  'InvalidSignatureException',
  'ExpiredTokenException',
  'CredentialsProviderError',
]);

/**
 * What an SES failure means (docs/facts.md#b1). `httpStatus` is undefined when no answer came. The message is only
 * read, never stored: it may quote an address.
 */
export const classifySes = (name: string, httpStatus: number | undefined, message: string): SendFailure => {
  if (sesMisconfigured.has(name)) return { kind: 'misconfigured', code: name };
  if (/daily message quota/i.test(message)) return { kind: 'throttled', code: name, retryAfterMs: quotaRetryMs };
  if (httpStatus === 429 || /^(TooManyRequests|Throttling|LimitExceeded)/.test(name) || /sending rate/i.test(message))
    return { kind: 'throttled', code: name };
  // Without an answer, or with a success that could not be read, SES may have taken it, and it keeps no list to ask.
  if (httpStatus === undefined || httpStatus < 300) return { kind: 'in-doubt', code: name };
  if (httpStatus >= 500) return { kind: 'not-accepted', code: name };
  // In the sandbox an unverified recipient gives MessageRejected, which is our account's fault, not the address's.
  if (/not verified/i.test(message) || httpStatus === 401 || httpStatus === 403 || httpStatus < 400)
    return { kind: 'misconfigured', code: name };
  return { kind: 'permanent', code: name, stop: undefined };
};
