import { describe, expect, it } from 'vitest';
import { classifyReceipt, classifySes, classifyTwilio } from '../../../shared/domain/tips/provider-errors.ts';

describe('a send that Twilio refuses (docs/facts.md#a7)', () => {
  it.each([
    [21211, 400, { kind: 'permanent', stop: 'unreachable' }],
    [21265, 400, { kind: 'permanent', stop: 'unreachable' }],
    [21610, 400, { kind: 'permanent', stop: 'carrier-opt-out' }],
    [21612, 400, { kind: 'permanent', stop: 'unreachable' }],
    [21614, 400, { kind: 'permanent', stop: 'unreachable' }],
    [21408, 400, { kind: 'refused' }],
    [21602, 400, { kind: 'refused' }],
    [21617, 400, { kind: 'refused' }],
    [14107, 400, { kind: 'refused' }],
    [30450, 400, { kind: 'refused' }],
    [30610, 400, { kind: 'refused' }],
    [20429, 429, { kind: 'throttled' }],
    [21611, 400, { kind: 'throttled' }],
    [20003, 401, { kind: 'misconfigured' }],
    [20404, 404, { kind: 'misconfigured' }],
    [21212, 400, { kind: 'misconfigured' }],
    [21603, 400, { kind: 'misconfigured' }],
    [20005, 403, { kind: 'misconfigured' }],
    [20151, 400, { kind: 'misconfigured' }],
    [20403, 400, { kind: 'misconfigured' }],
    [21606, 400, { kind: 'misconfigured' }],
    [21607, 400, { kind: 'misconfigured' }],
    [21616, 400, { kind: 'misconfigured' }],
    [21657, 400, { kind: 'misconfigured' }],
    [21659, 400, { kind: 'misconfigured' }],
    [21660, 400, { kind: 'misconfigured' }],
    [21661, 400, { kind: 'misconfigured' }],
    [21701, 400, { kind: 'misconfigured' }],
    [21702, 400, { kind: 'misconfigured' }],
    [21712, 400, { kind: 'misconfigured' }],
    [21608, 400, { kind: 'misconfigured' }],
    [21703, 400, { kind: 'misconfigured' }],
    [21704, 400, { kind: 'misconfigured' }],
    [21705, 400, { kind: 'misconfigured' }],
    [30454, 400, { kind: 'misconfigured' }],
    [20500, 500, { kind: 'in-doubt' }],
    [20503, 503, { kind: 'in-doubt' }],
  ] as const)('%i', (code, httpStatus, outcome) => {
    expect(classifyTwilio(code, httpStatus)).toEqual({ ...outcome, code: String(code) });
  });

  it.each([
    [429, 'throttled'],
    [401, 'misconfigured'],
    [403, 'misconfigured'],
    [404, 'misconfigured'],
    [301, 'misconfigured'],
    [400, 'refused'],
    [500, 'in-doubt'],
    [503, 'in-doubt'],
  ] as const)('by its HTTP status %i when the code is unknown or missing', (httpStatus, kind) => {
    expect(classifyTwilio(undefined, httpStatus)).toEqual({ kind, code: `http-${httpStatus}` });
    expect(classifyTwilio(99_999, httpStatus)).toEqual({ kind, code: '99999' });
  });

  it('is in doubt whenever Twilio itself failed, whatever code it names', () => {
    expect(classifyTwilio(21610, 503).kind).toBe('in-doubt');
  });
});

describe('a delivery receipt with an error (docs/facts.md#a7)', () => {
  const passing = { effect: 'none', transient: true };
  const capped = { ...passing, fault: 'suspected' };
  const alarming = { effect: 'none', alarm: true, fault: 'suspected' };
  const misconfigured = { effect: 'none', alarm: true, fault: 'certain' };
  it.each([
    [21610, { effect: 'stop', reason: 'carrier-opt-out' }],
    [30005, { effect: 'stop', reason: 'unreachable' }],
    [30006, { effect: 'stop', reason: 'unreachable' }],
    [30001, capped],
    [30003, passing],
    [30008, passing],
    [30017, capped],
    [30022, capped],
    [30023, capped],
    [30027, capped],
    [30035, alarming],
    [30410, passing],
    [30002, misconfigured],
    [30007, alarming],
    [30019, alarming],
    [30024, misconfigured],
    [30032, misconfigured],
    [30033, misconfigured],
    [30034, misconfigured],
    [30450, alarming],
    [30454, misconfigured],
    [30004, { effect: 'none' }],
    [30010, { effect: 'none' }],
    [30036, { effect: 'none' }],
    [30610, { effect: 'none' }],
    [31337, { effect: 'none', unknown: true, fault: 'suspected' }],
    [undefined, { effect: 'none' }],
  ])('%s', (code, effect) => {
    expect(classifyReceipt(code)).toEqual(effect);
  });
});

describe('a send that SES refuses (docs/facts.md#b1)', () => {
  it.each([
    ['TooManyRequestsException', 429, 'Maximum sending rate exceeded.', { kind: 'throttled' }],
    ['ThrottlingException', 400, 'Maximum sending rate exceeded.', { kind: 'throttled' }],
    ['LimitExceededException', 400, '', { kind: 'throttled' }],
    ['TooManyRequestsException', 429, 'Daily message quota exceeded.', { kind: 'throttled', retryAfterMs: 600_000 }],
    ['AccountSuspendedException', 400, '', { kind: 'misconfigured' }],
    ['SendingPausedException', 400, '', { kind: 'misconfigured' }],
    ['MailFromDomainNotVerifiedException', 400, '', { kind: 'misconfigured' }],
    ['NotFoundException', 404, '', { kind: 'misconfigured' }],
    ['AccessDeniedException', 403, '', { kind: 'misconfigured' }],
    ['CredentialsProviderError', undefined, '', { kind: 'misconfigured' }],
    ['MessageRejected', 400, 'Email address is not verified.', { kind: 'misconfigured' }],
    ['MessageRejected', 400, 'Email contains a virus', { kind: 'permanent', stop: undefined }],
    ['BadRequestException', 400, '', { kind: 'permanent', stop: undefined }],
    ['InternalServiceErrorException', 500, '', { kind: 'not-accepted' }],
    ['ServiceUnavailable', 503, '', { kind: 'not-accepted' }],
    ['TimeoutError', undefined, 'socket hang up', { kind: 'in-doubt' }],
    ['SyntaxError', 200, 'Unexpected token', { kind: 'in-doubt' }],
  ])('%s %s %s', (name, httpStatus, message, outcome) => {
    expect(classifySes(name, httpStatus, message)).toEqual({ ...outcome, code: name });
  });
});
