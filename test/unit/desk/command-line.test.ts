import { describe, expect, it } from 'vitest';
import { readCommandLine } from '../../../operator/command-line.ts';
import { UsageError } from '../../../operator/usage-error.ts';

const read = (line: string) => readCommandLine(line.split(' ').filter((word) => word !== ''));

describe('the command line', () => {
  it.each([
    ['status', { name: 'status' }],
    ['who-is-due --missed', { name: 'who-is-due', missed: true, yesterday: false }],
    ['who-is-due --missed --yesterday', { name: 'who-is-due', missed: true, yesterday: true }],
    ['explain +12125550101 2030-01-07', { name: 'explain', who: '+12125550101', date: '2030-01-07' }],
    ['pause - 7', { name: 'pause', who: '-', days: 7 }],
    [
      'move jo@example.org --time 8:05 --zone Paris --by sms --language fr',
      { name: 'move', who: 'jo@example.org', move: { time: '08:05', zone: 'Paris', channel: 'sms', language: 'fr' } },
    ],
    ['audit', { name: 'audit' }],
    ['codes', { name: 'codes', act: 'list' }],
    ['codes end KNEE7', { name: 'codes', act: 'end', code: 'KNEE7' }],
    [
      'codes add KNEE7 --clinic Elm --contact +12125550199 --time 18:30 --language fr --programme walking',
      {
        name: 'codes',
        act: 'add',
        wanted: {
          code: 'KNEE7',
          clinic: 'Elm',
          contact: '+12125550199',
          time: '18:30',
          language: 'fr',
          programme: 'walking',
        },
      },
    ],
    ['report', { name: 'report' }],
    ['report 2026-11 --out page.html', { name: 'report', month: '2026-11', out: 'page.html' }],
    ['research-export --out study', { name: 'research-export', out: 'study' }],
    ['list-failed', { name: 'list-failed' }],
    ['redrive erasure', { name: 'redrive', queue: 'erasure' }],
    ['redrive ticks', { name: 'redrive', queue: 'ticks' }],
    ['replay-mail 0100abc', { name: 'replay-mail', message: '0100abc' }],
    ['preview 8 --to - --language fr', { name: 'preview', tip: '8', to: '-', language: 'fr' }],
    ['restore --from then', { name: 'restore', from: 'then', replace: false }],
    [
      'restore --from then --as-of 2026-11-29T08:00Z --replace',
      { name: 'restore', from: 'then', replace: true, asOf: Date.parse('2026-11-29T08:00:00Z') },
    ],
  ])('reads "%s"', (line, command) => expect(read(line)?.command).toEqual(command));

  it('acts as staff on this machine, and asks, unless told otherwise', () => {
    expect(read('status')).toMatchObject({ role: 'staff', json: false, yes: false });
    expect(read('status --stage prod --role clinician --json --yes')).toMatchObject({
      stage: 'prod',
      role: 'clinician',
      json: true,
      yes: true,
    });
  });

  it.each(['', 'frobnicate', 'stop', 'stop +12125550101 +12125550102', 'pause +12125550101', 'pause +1212 week'])(
    'does not guess at "%s"',
    (line) => expect(() => read(line)).toThrow(UsageError),
  );
  it.each([
    'status --role nurse',
    'move + --time 25:00',
    'move + --by fax',
    'move +',
    'status --stagee prod',
    'status x',
    'codes add KNEE7 --clinic Elm',
    'codes end',
    'codes frob',
    'list-failed sms',
    'redrive',
    'redrive schedule',
    'redrive sms email',
    'replay-mail',
    'preview 8',
    'preview --to jo@example.org',
    'codes add KNEE7 BACK4 --clinic Elm --contact x',
    'restore',
    'restore then',
    'restore --from then --as-of yesterday',
  ])('says what is wrong in "%s"', (line) => expect(() => read(line)).toThrow(UsageError));
  it.each(['help', '--help', 'stop --help'])('helps at "%s"', (line) => expect(read(line)).toBeUndefined());
});
