import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { localDateTime } from '../../shared/domain/time/zone-clock.ts';
import { noonZone } from '../support/noon-zone.ts';
import { openAccountTables } from './support/account-tables.ts';
import { runOperator, spawnOperator } from './support/operator-process.ts';
import { type ServiceInAccount, startServiceInAccount } from './support/service-in-account.ts';

const [ida, otto, mia] = ['+12125550101', '+12125550102', '+12125550103'];
let service: ServiceInAccount['service'];
let coach: ServiceInAccount['coach'];
let account: ServiceInAccount['account'];
let stop: ServiceInAccount['stop'];

beforeAll(async () => {
  ({ service, coach, account, stop } = await startServiceInAccount());
});
afterAll(() => stop());

const doors = [
  ['this machine', () => ({ words: ['--at', service.url, '--as', 'sam'], environment: {} })],
  ['an account', () => ({ words: ['--stage', 'prod'], environment: account.environment })],
] as const;

const hourMs = 3_600_000;
// A deployment's clock is the world's: the day is today, and its people are where it is noon.
const now = Math.floor(Date.now() / 60_000) * 60_000;
const instant = (at: number): string => new Date(at).toISOString();
/** Where it is noon it may be another date than in Greenwich. */
const dateWhereTheyAre = (at: number): string => localDateTime(noonZone(now), at).date;
const tomorrow = dateWhereTheyAre(now + 24 * hourMs);

const auditSchema = z.array(z.object({ who: z.string(), operation: z.string(), refused: z.string().optional() }));

describe.each(doors)('npm run operator on %s', { timeout: 120_000 }, (place, door) => {
  const operator = (words: readonly string[], typed = '', run = runOperator) => {
    const { words: where, environment } = door();
    return run([...words, ...where], environment, typed);
  };

  beforeAll(async () => {
    await coach.startAt(instant(now - 5 * hourMs));
    for (const who of [ida, otto, mia]) {
      await coach.say(who, 'JOIN');
      await coach.say(who, `ZONE ${noonZone(now)}`);
    }
    await coach.fault({ channel: 'sms', to: otto, error: 30003 });
    await coach.moveTo(instant(now));
    await coach.say(ida, 'PAIN 6 after gardening');
  }, 60_000);

  it('tells who did not get a tip, and why', async () => {
    const { code, output } = await operator(['who-is-due', '--missed']);
    expect(code).toBe(0);
    expect(output.trim().split('\n')).toEqual([
      expect.stringMatching(/09:00 .*by text +did not arrive: the phone was off or out of reach \(Twilio 30003\)/),
    ]);
    expect((await operator(['status'])).output).toMatch(
      /tips of \S+ +3\n {2}arrived +2\n {2}did not arrive +1\n {2}of them went without, .* 1\n[\s\S]*texts in the queue +0 waiting, 0 given up/,
    );
    expect((await operator(['explain', otto, tomorrow])).output).toMatch(/to come at/);
  });

  it('stops somebody who phoned, whose number stands on no command line', async () => {
    // As a process of its own, as people run it: it reads its standard input, says one thing and ends.
    const { code, output } = await operator(['stop', '-', '--json'], '+1 (212) 555-0102\n', spawnOperator);
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ status: 'stopped', stopReason: 'opt-out' });
    expect(output).not.toContain('5550102');
    const before = (await coach.outbox(otto)).length;
    await coach.advance('P1D');
    expect((await coach.tipsTo(ida)).length).toBe(2);
    expect((await coach.outbox(otto)).length).toBe(before);
  });

  it('shows a clinician no word of somebody who has not agreed', async () => {
    const { code, output, errors } = await operator(['read-diary', ida, '--role', 'clinician']);
    expect([code, output]).toEqual([3, '']);
    expect(errors).toContain('CLINIC YES');
    expect((await operator(['show', ida])).output).not.toMatch(/gardening/);
  });

  it('erases only when told to, and then all of it', async () => {
    const unasked = await operator(['erase', mia]);
    expect([unasked.code, unasked.errors]).toEqual([2, expect.stringContaining('--yes')]);
    expect((await operator(['find', mia])).code).toBe(0);
    expect((await operator(['erase', mia, '--yes'])).code).toBe(0);
    await coach.advance('PT20M');
    const gone = await operator(['find', mia]);
    expect([gone.code, gone.errors.trim()]).toEqual([1, 'nobody with that number, address or pseudonym is with us']);
  });

  it('hands a mail in again that was given up, on the day on which it was written', async () => {
    const mail = { from: 'lea@example.org', to: 'reply@backbeat.example', words: 'PAIN 6' };
    await coach.fault({ channel: 'email', error: 'TooManyRequestsException', times: 3 });
    await expect(coach.receiveMail(mail)).rejects.toThrow('500');
    const { output } = await operator(['list-failed', '--json']);
    const { mails } = z.object({ mails: z.array(z.object({ message: z.string() })) }).parse(JSON.parse(output));
    expect(output).not.toMatch(/lea|PAIN/);
    const { code } = await operator(['replay-mail', mails[0]?.message ?? '']);
    expect([mails.length, code]).toEqual([1, 0]);
    expect(await coach.outbox('lea@example.org')).toHaveLength(1);
    expect((await operator(['replay-mail', mails[0]?.message ?? ''])).code).toBe(1);
  });

  it('sends a tip to whoever runs the service, and to nobody who is with us', async () => {
    const own = '+12125550188';
    expect((await operator(['preview', '8', '--to', own])).errors).toContain('--yes');
    expect(await coach.outbox(own)).toEqual([]);
    expect((await operator(['preview', '8', '--to', '-', '--yes'], `${own}\n`)).code).toBe(0);
    expect(await coach.outbox(own)).toMatchObject([{ kind: 'answer', status: 'accepted' }]);
    const refused = await operator(['preview', '8', '--to', ida, '--yes']);
    expect([refused.code, refused.errors]).toEqual([1, expect.stringContaining('with us')]);
  });

  it('has an audit trail of all that, by whom', async () => {
    const days: string[] = [];
    // The trail goes by the days of Greenwich.
    for (const date of [now, now + 24 * hourMs].map((at) => instant(at).slice(0, 10)))
      days.push((await operator(['audit', date, '--role', 'clinician', '--json'])).output);
    const lines = days.flatMap((day) => auditSchema.parse(JSON.parse(day)));
    const [who] = place === 'this machine' ? ['sam'] : ['assumed-role/Clinic/sam'];
    expect(new Set(lines.map((line) => line.who))).toEqual(new Set([who]));
    expect(lines.map(({ operation }) => operation)).toEqual(expect.arrayContaining(['stop', 'read-diary', 'erase']));
    expect(lines.find(({ operation }) => operation === 'read-diary')?.refused).toBe('consent');
    expect((await operator(['audit'])).code).toBe(3);
  });
});

describe('npm run operator', { timeout: 60_000 }, () => {
  it('says what to do when nothing runs there', async () => {
    const { code, errors } = await spawnOperator(['status', '--at', 'http://127.0.0.1:9']);
    expect([code, errors]).toEqual([1, expect.stringContaining('run npm start first')]);
  });

  it('knows no other stage', async () => {
    const { code, errors } = await runOperator(['status', '--stage', 'test2'], account.environment);
    expect([code, errors]).toEqual([1, expect.stringContaining('no deployment "test2"')]);
  });

  it('does not believe a name where AWS says who it is', async () => {
    await runOperator(['find', ida, '--stage', 'prod', '--as', 'somebody else'], account.environment);
    const { output } = await runOperator(
      ['audit', instant(Date.now()).slice(0, 10), '--role', 'clinician', '--json', '--stage', 'prod'],
      account.environment,
    );
    expect(output).not.toContain('somebody else');
  });
});

describe('npm run operator -- restore', { timeout: 120_000 }, () => {
  const inAccount = (...words: readonly string[]) =>
    runOperator(['restore', '--stage', 'prod', ...words], account.environment);

  it('puts back who is missing, writes down who did it, and leaves who stopped since alone', async () => {
    const { items, copy, remove, ledger } = openAccountTables(account.environment);
    const profileOfIda = async () =>
      (await items()).find(({ SK, phone }) => SK === 'PROFILE' && JSON.stringify(phone)?.includes(ida)) ?? {};
    await coach.say(ida, 'JOIN');
    const from = await copy('backbeat-then');
    const profile = await profileOfIda();
    await ledger.append({
      ...{ id: String(profile['PK']).slice('SUB#'.length), at: now, order: '7' },
      status: { status: 'stopped', epoch: String(profile['epoch']), rev: Number(profile['rev']) + 1 },
    });
    await remove(profile);
    const asOf = ['--from', from, '--as-of', instant(now - hourMs)];
    expect(await inAccount(...asOf)).toMatchObject({ code: 2, errors: expect.stringContaining('--yes') });
    expect(await inAccount('--from', from, '--yes')).toMatchObject({
      code: 2,
      errors: expect.stringContaining('--as-of'),
    });
    expect(await inAccount('--from', from, '--as-of', instant(now - 36 * 24 * hourMs), '--yes')).toMatchObject({
      code: 1,
      errors: expect.stringContaining('35 days'),
    });
    expect(await profileOfIda()).toEqual({});
    const { code, output } = await inAccount(...asOf, '--yes');
    expect([code, output]).toEqual([0, expect.stringMatching(/^Put back: 0 people .* 1 who had stopped\.$/m)]);
    const back = await profileOfIda();
    expect(back).toMatchObject({ status: 'stopped' });
    expect(back).not.toHaveProperty('due');
    expect((await items()).filter(({ operation }) => operation === 'restore')).toHaveLength(1);
  });

  it('has no backup to put back on this machine', async () => {
    const { code, errors } = await runOperator(['restore', '--from', 'then', '--at', service.url]);
    expect([code, errors]).toEqual([2, expect.stringContaining('--stage')]);
  });
});
