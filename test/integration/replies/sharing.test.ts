import { describe, expect } from 'vitest';
import { pathOfLink } from '../../e2e/support/service-client.ts';
import { it } from '../../support/engine.ts';
import { ana, createService, jo, type Service } from '../../support/replies.ts';

let service: Service;

it.beforeEach(async ({ table }) => {
  service = createService(table);
  await service.text('JOIN');
});

const shares = async () => service.stores.visits.list((await service.profile(ana))?.id ?? '');

describe('SHARE', () => {
  it('answers with a link for seven days that shows no words', async () => {
    const answer = await service.answerTo('SHARE');
    expect(pathOfLink(answer, 'visit')).toMatch(/^\/visit\/[a-z2-7]+$/);
    expect(answer).toContain('UNSHARE');
    expect(await shares()).toMatchObject([{ notes: [], weeks: 12, at: service.clock.now(), views: [] }]);
  });

  it('delivered twice is one link, and the same answer', async () => {
    const first = await service.answerTo('SHARE', { id: 'same' });
    service.after(1);
    expect(await service.answerTo('SHARE', { id: 'same' })).toBe(first);
    expect(await shares()).toHaveLength(1);
  });

  it('asked for again is another link, and UNSHARE ends both', async () => {
    await service.text('SHARE');
    service.after(1);
    await service.text('PARTAGER');
    service.after(1);
    expect(await service.answerTo('Ne plus partager')).toContain('nobody can open');
    expect((await shares()).map(({ endedAt }) => endedAt)).toEqual([service.clock.now(), service.clock.now()]);
  });

  it('begins nothing anew when it comes again after UNSHARE, nor does UNSHARE after the next SHARE', async () => {
    await service.text('SHARE', { id: 'one' });
    service.after(1);
    await service.text('UNSHARE', { id: 'two' });
    service.after(1);
    await service.text('SHARE', { id: 'one' });
    await service.text('SHARE', { id: 'three' });
    service.after(1);
    await service.text('UNSHARE', { id: 'two' });
    expect((await shares()).map(({ endedAt }) => endedAt === undefined)).toEqual([false, true]);
  });

  it('is open to who has left, and to nobody who never joined', async () => {
    await service.text('STOP');
    service.after(1);
    expect(await service.answerTo('SHARE')).toContain('/visit/');
    expect(await service.answerTo('SHARE', { from: '+12125550199' })).not.toContain('/visit/');
  });

  it('by a forwarded mail gets no link, and may end one', async () => {
    await service.enrolment.signUpByEmail({
      address: jo,
      language: 'en',
      zone: 'America/New_York',
      time: '09:00',
      consent: { at: service.clock.now(), version: '2026-11-22', where: 'web' },
    });
    const { id = '', epoch = '' } = (await service.profile(jo)) ?? {};
    expect((await service.mail('SHARE', { proof: 'token' })).join()).not.toContain('/visit/');
    expect(await service.stores.visits.list(id)).toEqual([]);
    expect(epoch).not.toBe('');
  });

  it('is over with ERASE', async ({ table: _table }) => {
    await service.text('SHARE');
    service.after(1);
    const word = (await service.answerTo('ERASE')).match(/ERASE ([A-Z0-9]{4})/)?.[1] ?? '';
    const { id = '' } = (await service.profile(ana)) ?? {};
    await service.text(`ERASE ${word}`);
    await service.runErasures();
    expect(await service.stores.visits.list(id)).toEqual([]);
  });
});
