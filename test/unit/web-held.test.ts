import { describe, expect, it } from 'vitest';
import { createWeb } from '../../functions/web/web.ts';
import { fakeWorld } from './web-fakes.ts';
import { ana, diaryToken } from './web-people.ts';

const path = `/diary/${diaryToken()}/held`;
type World = ReturnType<typeof fakeWorld>;
const ask = async ({ deps }: World, fields?: Record<string, string>, address = path) => {
  const more = fields ? { method: 'POST', body: new URLSearchParams(fields) } : {};
  const answer = await createWeb(deps).request(address, more);
  return { status: answer.status, html: (await answer.text()).replaceAll('\u00A0', ' ') };
};

describe('what is held on somebody', () => {
  it('names the addresses, what was agreed to in which wording, and what became of the tips', async () => {
    const pendingMailbox = { address: 'ana@example.org', askedAt: ana.joinedAt };
    const { html } = await ask(fakeWorld({ ...ana, pendingMailbox }));
    for (const words of [
      'Phone: +12125550101',
      'Waiting to be confirmed: ana@example.org',
      'Signed up on January 1, 2030.',
      'You agreed by text, January 1, 2030, 7 am',
      'wording of 2026-11-22',
      'January 13, 2030: by text, not delivered: “Exercise that suits you”. Why: one of the same kind helped you.',
      'I agree that Backbeat stores what I write about my pain.',
    ])
      expect(html).toContain(words);
    expect(html).toContain('/export.json');
  });

  it('is in French for who reads French', async () => {
    const { html } = await ask(fakeWorld({ ...ana, language: 'fr', country: 'FR' }));
    expect(html).toMatch(/Vous avez accepté par texto, 1er janvier 2030, 7 h 00/);
    expect(html).toContain(
      '13 janvier 2030 : par texto, pas arrivé : « L’exercice qui vous convient ». Pourquoi : un autre du même genre',
    );
  });

  it('is deleted only with the tick, and the link opens nothing then', async () => {
    const one = fakeWorld();
    const asked = await ask(one, {});
    expect(asked.status).toBe(400);
    expect(asked.html).toContain('Please tick the box first.');
    expect(one.calls).toEqual([]);
    expect((await ask(one, { erase: 'everything' })).html).toContain('Everything is being deleted');
    expect(one.calls).toEqual([
      { name: 'erase', argument: { kind: 'erase', id: ana.id, epoch: ana.epoch, at: expect.any(Number) } },
    ]);
    expect(one.held.subscriber.status).toBe('erasing');
    expect((await ask(one)).status).toBe(404);
  });

  it('is open to who has left, and to no link for another purpose', async () => {
    expect((await ask(fakeWorld({ ...ana, status: 'stopped' }))).status).toBe(200);
    const world = fakeWorld();
    const visit = `/diary/${diaryToken({ purpose: 'visit' })}/held`;
    expect((await ask(world, { erase: 'everything' }, visit)).status).toBe(404);
    expect(world.calls).toEqual([]);
  });
});
