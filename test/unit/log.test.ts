import { afterEach, describe, expect, it, vi } from 'vitest';
import { pseudonymOf } from '../../shared/domain/people/pseudonym.ts';
import { codeOf, nameOf } from '../../shared/platform/error-name.ts';
import { createLog, type LogFields } from '../../shared/platform/log.ts';

const number = '+12125550123';

describe('a log line', () => {
  afterEach(() => vi.restoreAllMocks());
  const lineOf = (fields: LogFields): unknown => {
    const written = vi.spyOn(console, 'warn').mockImplementation(() => {});
    createLog('web')('warn', 'tried', fields);
    return JSON.parse(String(written.mock.lastCall?.[0]));
  };
  const head = { level: 'warn', service: 'web', event: 'tried' };

  it('carries pseudonyms, codes, names and counts as they are', () => {
    const fields = {
      id: pseudonymOf('pepper', 'sms', number),
      job: '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d',
      reason: 'unsigned',
      error: nameOf(new TypeError('x')),
      route: '/diary',
      count: 0,
    } as const;
    expect(lineOf(fields)).toEqual({ ...head, ...fields });
    for (const code of [
      '30007',
      'MessageRejected',
      'ECONNRESET',
      'unreadable-answer',
      'AWS.Simple.Error',
      'bounce:Permanent',
    ])
      expect(lineOf({ code })).toEqual({ ...head, code });
  });

  it('withholds what has not the shape of its field, because it may name somebody', () => {
    for (const said of [number, '2125550123', 'jo@example.org', 'my back hurts', ''])
      for (const field of ['id', 'code', 'route'] as const)
        expect(lineOf({ [field]: said }), `${field} ${said}`).toEqual({ ...head, [field]: 'withheld' });
    expect(lineOf({ job: number })).toEqual({ ...head, job: 'withheld' });
  });
});

describe('the name of an error', () => {
  it('is the name alone, not its message', () => {
    expect(nameOf(Object.assign(new Error(`no ${number}`), { name: 'ThrottlingException' }))).toBe(
      'ThrottlingException',
    );
    expect(codeOf(Object.assign(new Error(`no ${number}`), { code: 'login_required' }))).toBe('login_required');
  });

  it('is unknown where it is none', () => {
    for (const thrown of [
      number,
      undefined,
      { name: 'Error' },
      Object.assign(new Error('x'), { name: `for ${number}` }),
    ])
      expect(nameOf(thrown)).toBe('unknown');
    for (const code of [number, 21211, 'two words', undefined])
      expect(codeOf(Object.assign(new Error('x'), { code }))).toBe('unknown');
  });
});
