import { describe, expect } from 'vitest';
import { requestEpoch } from '../../../shared/domain/people/confirm-token.ts';
import { createCohortStore } from '../../../shared/store/cohort-store.ts';
import { deskOver, sam } from '../../support/desk.ts';
import { it } from '../../support/engine.ts';
import { signUpOnPage } from '../../support/enrolment.ts';
import { Crash, createService, jo, type Service, watchCalls } from '../../support/replies.ts';
import { tokenKeys } from '../../support/subscribers.ts';

const elm = { clinic: 'Elm Street Physio', contact: 'front@elm.example' } as const;

const clinicWith = async (table: Parameters<typeof createService>[0]) => {
  const service = createService(table);
  const desk = deskOver(table, service);
  await desk.addCode(sam, { code: 'KNEE7', ...elm });
  const cohorts = createCohortStore(table);
  /** The link in the mail that the worker would send now. */
  const mailed = async ({ profile, links, clock }: Service): Promise<string> => {
    const subscriber = await profile(jo);
    if (!subscriber?.signUp) throw new Error('nothing waits');
    const { code } = await cohorts.readAsked(subscriber.id, subscriber.signUp.askedAt);
    const wish = { ...subscriber.signUp, ...(code === undefined ? {} : { code }) };
    const link = links.confirm(subscriber.id, requestEpoch(tokenKeys, subscriber, wish), clock.now(), wish);
    return link.split('/').at(-1) ?? '';
  };
  const cohort = async () => {
    const subscriber = await service.profile(jo);
    return subscriber && cohorts.read(subscriber);
  };
  return { service, desk, mailed, cohort };
};

describe('a code in the form of the sign-up page', () => {
  it('holds once the mailbox has confirmed, and not before', async ({ table }) => {
    const { service, desk, mailed, cohort } = await clinicWith(table);
    await signUpOnPage(service, jo, { code: 'KNEE7' });
    const token = await mailed(service);
    expect(await cohort()).toBeUndefined();
    expect(await desk.listCodes(sam)).toMatchObject([{ today: 0 }]);
    expect(await service.enrolment.readConfirmation(token)).toMatchObject({ code: { code: 'KNEE7', cohort: elm } });
    for (const _press of [1, 2]) expect(await service.enrolment.confirm(token)).toBe('confirmed');
    expect(await cohort()).toMatchObject({ code: 'KNEE7', ...elm, where: 'web' });
    expect(await desk.listCodes(sam)).toMatchObject([{ today: 1 }]);
  });

  it('is told as unknown to whoever has the mailbox, who joins all the same', async ({ table }) => {
    const { service, mailed, cohort } = await clinicWith(table);
    await signUpOnPage(service, jo, { code: 'KNEE8' });
    const token = await mailed(service);
    expect((await service.enrolment.readConfirmation(token))?.code).toEqual({ code: 'KNEE8' });
    expect(await service.enrolment.confirm(token)).toBe('confirmed');
    expect(await cohort()).toBeUndefined();
    expect(await service.profile(jo)).toMatchObject({ status: 'active' });
  });

  it('that a stranger fills in changes nothing of somebody’s, and their mail says what it said', async ({ table }) => {
    const { service, desk, mailed, cohort } = await clinicWith(table);
    await desk.addCode(sam, { code: 'OTHER1', ...elm });
    await signUpOnPage(service, jo, { code: 'KNEE7' });
    const own = await mailed(service);
    service.after(11);
    await signUpOnPage(service, jo, { code: 'OTHER1' });
    expect(await service.enrolment.confirm(own)).toBe('confirmed');
    expect(await cohort()).toMatchObject({ code: 'KNEE7' });
  });

  it('counts once for a link that is pressed again days after a press that died at any write', async ({ table }) => {
    const { service, desk, mailed, cohort } = await clinicWith(table);
    const { crashAt, callOff } = watchCalls(table);
    for (let write = 1; write < 12; write += 1) {
      await signUpOnPage(service, jo, { code: 'KNEE7' });
      const token = await mailed(service);
      crashAt(write, 'after');
      await service.enrolment.confirm(token).catch((error: unknown) => expect(error).toBeInstanceOf(Crash));
      const isDone = callOff();
      service.after(2 * 24 * 60);
      expect(await service.enrolment.confirm(token)).toBe('confirmed');
      expect(await cohort()).toMatchObject({ code: 'KNEE7' });
      if (isDone) break;
    }
    // Whoever is in it already is not counted again by the links of later forms.
    expect(await desk.listCodes(sam)).toMatchObject([{ all: 1 }]);
  });

  it('cannot be put into a link that was mailed without it', async ({ table }) => {
    const { service, cohort } = await clinicWith(table);
    await signUpOnPage(service, jo);
    const subscriber = await service.profile(jo);
    if (!subscriber?.signUp) throw new Error('nothing waits');
    const name = requestEpoch(tokenKeys, subscriber, subscriber.signUp);
    const forged = service.links.confirm(subscriber.id, name, service.clock.now(), {
      ...subscriber.signUp,
      code: 'KNEE7',
    });
    expect(await service.enrolment.confirm(forged.split('/').at(-1) ?? '')).toBe('gone');
    expect(await cohort()).toBeUndefined();
  });

  it('counts for whoever answers the mail by JOIN too', async ({ table }) => {
    const { service, cohort } = await clinicWith(table);
    await signUpOnPage(service, jo, { code: 'KNEE7' });
    expect((await service.mail('JOIN')).join(' ')).toContain('You joined through Elm Street Physio');
    expect(await cohort()).toMatchObject({ code: 'KNEE7', where: 'email' });
  });

  it('begins the programme that it names, of whoever is new, by button or by JOIN, and the question says so', async ({
    table,
  }) => {
    const { service, desk, mailed } = await clinicWith(table);
    await desk.addCode(sam, { code: 'WALK7', ...elm, programme: 'walking' });
    await signUpOnPage(service, jo, { code: 'WALK7' });
    const token = await mailed(service);
    expect((await service.enrolment.readConfirmation(token))?.begins?.en.word).toBe('WALK');
    for (const _press of [1, 2]) expect(await service.enrolment.confirm(token)).toBe('confirmed');
    expect((await service.profile(jo))?.course).toEqual({ marks: '', programme: 1, dose: 'three' });
  });

  it('begins it for whoever answers the mail by JOIN, and says so', async ({ table }) => {
    const { service, desk } = await clinicWith(table);
    await desk.addCode(sam, { code: 'WALK7', ...elm, programme: 'walking' });
    await signUpOnPage(service, jo, { code: 'WALK7' });
    expect((await service.mail('JOIN')).join(' ')).toContain('You begin with eight weeks of walking');
    expect((await service.profile(jo))?.course).toMatchObject({ programme: 1, dose: 'three' });
  });

  it('begins none for whoever was here before', async ({ table }) => {
    const { service, desk, mailed } = await clinicWith(table);
    await desk.addCode(sam, { code: 'WALK7', ...elm, programme: 'walking' });
    await signUpOnPage(service, jo);
    expect(await service.enrolment.confirm(await mailed(service))).toBe('confirmed');
    service.after(11);
    await signUpOnPage(service, jo, { code: 'WALK7' });
    const token = await mailed(service);
    expect(await service.enrolment.readConfirmation(token)).not.toHaveProperty('begins');
    expect(await service.enrolment.confirm(token)).toBe('confirmed');
    expect((await service.profile(jo))?.course?.programme).toBeUndefined();
  });
});
