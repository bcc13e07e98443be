import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDateTime } from '../../shared/domain/time/zone-clock.ts';
import { noonZone } from '../support/noon-zone.ts';
import { commandLineDoor } from './support/command-line-door.ts';
import type { DeskDoor } from './support/desk-door.ts';
import { pageDoor } from './support/page-door.ts';
import { type ServiceInAccount, startServiceInAccount } from './support/service-in-account.ts';

/*
 * The desk's operations by one table of cases, through every door: the command line on this machine, the command line in an AWS
 * account (Lambda, SSM and STS by their wire protocols), and the page behind its sign-in. What only one door has stands in a
 * suite of its own (operator.test.ts, desk-page.test.ts).
 */
const [ida, otto, mia, own, nobody] = ['+12125550101', '+12125550102', '+12125550103', '+12125550188', '+12125550999'];
const others = ['+12125550104', '+12125550105', '+12125550106'];
const word = 'wheelbarrow';
const hourMs = 3_600_000;
// A deployment's clock is the world's: the day is today, and its people are where it is noon.
const now = Math.floor(Date.now() / 60_000) * 60_000;
const instant = (at: number): string => new Date(at).toISOString();
const tomorrow = localDateTime(noonZone(now), now + 24 * hourMs).date;
const month = localDateTime(noonZone(now), now).date.slice(0, 7);

let service: ServiceInAccount['service'];
let coach: ServiceInAccount['coach'];
let account: ServiceInAccount['account'];
let stop: ServiceInAccount['stop'];

beforeAll(async () => {
  ({ service, coach, account, stop } = await startServiceInAccount());
});
afterAll(() => stop());

const doors: readonly (readonly [name: string, open: () => DeskDoor])[] = [
  [
    'the command line on this machine',
    () => commandLineDoor({ words: ['--at', service.url, '--as', 'sam'], environment: {} }),
  ],
  [
    'the command line in an account',
    () => commandLineDoor({ words: ['--stage', 'prod'], environment: account.environment }),
  ],
  ['the page', () => pageDoor(service.url)],
];

describe.each(doors)('the desk by %s', { timeout: 60_000 }, (_, open) => {
  let desk: DeskDoor;

  beforeAll(async () => {
    await coach.startAt(instant(now - 5 * hourMs));
    for (const who of [ida, otto, mia, ...others]) {
      await coach.say(who, 'JOIN');
      await coach.say(who, `ZONE ${noonZone(now)}`);
    }
    await coach.fault({ channel: 'sms', to: otto, error: 30003 });
    await coach.moveTo(instant(now));
    await coach.say(ida, `PAIN 6 with the ${word}`);
    desk = open();
  }, 60_000);

  it('tells who did not get a tip, and why', async () => {
    expect((await desk.today()).text).toMatch(/did not arrive +1\b/);
    expect(
      (await desk.wentWithout()).text.match(/did not arrive: the phone was off or out of reach \(Twilio 30003\)/g),
    ).toHaveLength(1);
    expect((await desk.explain(otto, tomorrow)).text).toMatch(/to come at/);
    expect(await desk.show(nobody)).toMatchObject({ is: 'cannot', text: expect.stringMatching(/nobody with that/i) });
    expect((await desk.whatFailed()).is).toBe('done');
  });

  it('pauses, resumes and moves, and says why not', async () => {
    expect((await desk.pause(ida, '7')).text).toContain('no tips up to and including');
    expect((await desk.pause(ida, '91')).is).toBe('cannot');
    expect((await desk.resume(ida)).is).toBe('done');
    expect((await desk.move(ida, { time: '18:30', zone: 'Denver' })).text).toContain(
      'by the clock of Denver, where it is',
    );
    expect((await desk.move(ida, { time: '22:00' })).is).toBe('cannot');
    expect((await desk.move(ida, { zone: 'nowhere at all' })).is).toBe('cannot');
  });

  it('stops somebody who phoned, once or twice', async () => {
    for (const _time of [1, 2]) {
      const { is, text } = await desk.stop(otto);
      expect([is, text]).toEqual(['done', expect.stringContaining('othing more is sent to them')]);
    }
    expect((await desk.show(otto)).text).toContain('has left, and gets nothing (they asked for it, or said STOP)');
  });

  it('shows what somebody wrote to a clinician whom they let, and to nobody else', async () => {
    for (const read of [desk.readDiary, desk.export]) {
      expect(await read(ida, 'staff')).toMatchObject({ is: 'refused', text: expect.not.stringContaining(word) });
      expect(await read(ida, 'clinician')).toMatchObject({
        is: 'refused',
        text: expect.stringContaining('CLINIC YES'),
      });
    }
    await coach.say(ida, 'CLINIC YES');
    for (const read of [desk.readDiary, desk.export]) {
      expect((await read(ida, 'staff')).is).toBe('refused');
      expect(await read(ida, 'clinician')).toMatchObject({ is: 'done', text: expect.stringContaining(word) });
    }
    expect((await desk.show(ida)).text).not.toContain(word);
  });

  it('has a red flag wait until somebody has it', async () => {
    await coach.say(ida, 'chest pain');
    expect((await desk.worklist()).text).toContain('may need help now');
    expect((await desk.acknowledge(ida)).text).toContain('you have it');
    expect((await desk.worklist()).text).toMatch(/nothing waits/i);
  });

  it('makes a code, once, with the programme it begins, and ends it', async () => {
    expect((await desk.addCode('WALK7', 'walking')).is).toBe('done');
    expect((await desk.codes()).text).toMatch(/WALK7.*begins with eight weeks of walking/s);
    expect(await desk.addCode('walk 7', 'walking')).toMatchObject({
      is: 'cannot',
      text: expect.stringContaining('none is used twice'),
    });
    expect((await desk.addCode('SWIM7', 'swimming')).text).toContain('back-care, walking');
    expect((await desk.endCode('WALK7')).is).toBe('done');
    expect((await desk.codes()).text).toMatch(/ended/i);
  });

  it('takes out a report that hides small counts, and an export of those who agreed, for clinicians', async () => {
    const { is, text } = await desk.report(month);
    expect([is, text]).toEqual(['done', expect.stringMatching(/People who were with you in the month +6\b.*hidden/s)]);
    expect((await desk.report('January')).text).toMatch(/a month is written like/i);
    expect((await desk.research('staff')).is).toBe('refused');
    expect((await desk.research('clinician')).text).toContain('RESEARCH YES');
    for (const who of [ida, mia, ...others]) await coach.say(who, 'RESEARCH YES');
    expect((await desk.research('clinician')).is).toBe('done');
  });

  it('sends a tip to whoever looks at it, and to nobody who is with us', async () => {
    expect((await desk.preview('8', own)).is).toBe('done');
    expect(await coach.outbox(own)).toMatchObject([{ kind: 'answer' }]);
    const before = (await coach.outbox(mia)).length;
    expect((await desk.preview('8', mia)).text).toContain('with us');
    expect((await desk.preview('99', own)).text).toContain('there is no tip 99');
    expect((await coach.outbox(mia)).length).toBe(before);
  });

  it('erases all that is held', async () => {
    expect((await desk.erase(mia)).text).toContain('is being deleted');
    await coach.advance('PT20M');
    expect((await desk.show(mia)).text).toMatch(/nobody with that/i);
  });

  it('has written all of it down, for clinicians, and no number and no word', async () => {
    const date = instant(now).slice(0, 10);
    expect((await desk.audit(date, 'staff')).is).toBe('refused');
    const { text } = await desk.audit(date, 'clinician');
    for (const operation of [
      'status',
      'stop',
      'pause',
      'move',
      'read-diary',
      'export',
      'acknowledge',
      'add-code',
      'erase',
    ])
      expect(text).toContain(operation);
    for (const operation of ['report', 'research-export', 'preview']) expect(text).toContain(operation);
    expect(text).toMatch(/refused: consent/);
    for (const secret of [ida, otto, mia, own]) expect(text).not.toContain(secret?.slice(1));
    expect(text).not.toContain(word);
  });
});
