import { expect } from 'vitest';
import { shareOf, visitLinkMs } from '../../../shared/domain/visit/visit-share.ts';
import { createErasureStore } from '../../../shared/store/erasure-store.ts';
import { createVisitStore } from '../../../shared/store/visit-store.ts';
import { it } from '../../support/engine.ts';

const at = Date.parse('2030-01-14T17:30:20Z');
const owner = { id: 'a'.repeat(26), epoch: 'bbbbbbbb' };
const share = shareOf(owner, `r#${'c'.repeat(16)}`, at, {
  weeks: 26,
  notes: [{ entry: `r#${'d'.repeat(16)}`, text: 'stiff', isSign: false }],
  medicines: 'ibuprofen',
});
const later = shareOf(owner, `r#${'e'.repeat(16)}`, at + 1000, { weeks: 12, notes: [] });

it('keeps what is shared as it was asked for, each link by itself', async ({ table }) => {
  const visits = createVisitStore(table);
  await visits.put(share);
  await visits.put(later);
  expect(await visits.list(owner.id)).toEqual([share, later]);
  expect(await visits.find(owner.id, share.share)).toEqual(share);
  expect(await visits.find(owner.id, 'ffffffff')).toBeUndefined();
});

it('does not begin anew what was ended when its message comes twice', async ({ table }) => {
  const visits = createVisitStore(table);
  await visits.put(share);
  expect(await visits.end(owner.id, share.share, at + 5)).toBe(true);
  await visits.put(share);
  expect((await visits.find(owner.id, share.share))?.endedAt).toBe(at + 5);
  await visits.reopen(owner.id, share.share);
  expect(await visits.find(owner.id, share.share)).toEqual(share);
  expect(await visits.end(owner.id, 'ffffffff', at)).toBe(false);
});

it('ends all that was shared up to then, and nothing that was shared later', async ({ table }) => {
  const visits = createVisitStore(table);
  await visits.put(share);
  await visits.put(later);
  await visits.endAll(owner.id, at + 500);
  expect((await visits.list(owner.id)).map(({ endedAt }) => endedAt)).toEqual([at + 500, undefined]);
});

it('counts a look once a minute, all at one moment too, and makes no item of what is not there', async ({ table }) => {
  const visits = createVisitStore(table);
  await visits.put(share);
  const minute = Date.parse('2030-01-14T17:30:00Z');
  await Promise.all([20, 25, 59, 61].map((second) => visits.recordView(owner.id, share.share, minute + second * 1000)));
  expect((await visits.find(owner.id, share.share))?.views).toEqual([minute, minute + 60_000]);
  await visits.recordView(owner.id, 'ffffffff', at);
  expect(await visits.list(owner.id)).toHaveLength(1);
});

it('stops writing looks down at two hundred', async ({ table }) => {
  const visits = createVisitStore(table);
  await visits.put(share);
  for (let minute = 0; minute < 205; minute += 1) await visits.recordView(owner.id, share.share, at + minute * 60_000);
  expect((await visits.find(owner.id, share.share))?.views).toHaveLength(200);
});

it('is gone with everything else', async ({ table }) => {
  const visits = createVisitStore(table);
  await visits.put(share);
  await createErasureStore(table).deleteItems(owner.id, undefined);
  expect(await visits.list(owner.id)).toEqual([]);
  expect(share.until - share.at).toBe(visitLinkMs);
});
