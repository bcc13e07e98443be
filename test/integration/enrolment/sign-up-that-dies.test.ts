import { describe, expect } from 'vitest';
import { it } from '../../support/engine.ts';
import { mailedTokenTo, signUpOnPage } from '../../support/enrolment.ts';
import { createService, jo, type Service } from '../../support/replies.ts';

let service: Service;
it.beforeEach(async ({ table }) => {
  service = createService(table);
});

const signUp = () => signUpOnPage(service, jo);

const signUpThatDies = async (): Promise<void> => {
  service.faults.beforeQueue = () => {
    throw new Error('no queue');
  };
  await expect(signUp()).rejects.toThrow('no queue');
  service.faults.beforeQueue = () => {};
};

describe('a sign-up on the web page', () => {
  it('that died before its mail was queued sends the mail at the next try, without a wait', async () => {
    await signUpThatDies();
    service.after(1);
    await signUp();
    expect(service.jobs).toHaveLength(1);
    expect(await service.enrolment.confirm(await mailedTokenTo(service, jo))).toBe('confirmed');
  });

  it('that the mail was queued for is put off, whatever came between', async () => {
    await signUpThatDies();
    service.after(1);
    await signUp();
    service.after(1);
    await signUp();
    expect(service.jobs).toHaveLength(1);
    expect((await service.profile(jo))?.signUp).toMatchObject({
      address: jo,
      askedAt: service.clock.now() - 60_000,
      since: service.clock.now() - 120_000,
    });
  });

  it('pressed twice at once, the first dying before its mail was queued, is a mail all the same', async () => {
    let queued = 0;
    service.faults.beforeQueue = () => {
      queued += 1;
      if (queued === 1) throw new Error('no queue');
    };
    const pressed = await Promise.allSettled([signUp(), signUp()]);
    expect(pressed.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(service.jobs).toHaveLength(1);
    expect((await service.profile(jo))?.status).toBe('pending');
  });

  it('that dies again and again asks for three mails a day and no more', async () => {
    let tried = 0;
    service.faults.beforeQueue = () => {
      tried += 1;
      throw new Error('no queue');
    };
    for (let again = 0; again < 6; again += 1) {
      await signUp().catch(() => {});
      service.after(1);
    }
    expect(tried).toBe(3);
  });

  it('that is stopped by mail while its mail is being queued stays stopped', async () => {
    let stop: Promise<unknown> | undefined;
    service.faults.beforeQueue = () => {
      stop ??= service.mail('STOP');
    };
    await signUp();
    await stop;
    expect((await service.profile(jo))?.status).toBe('stopped');
  });
});
