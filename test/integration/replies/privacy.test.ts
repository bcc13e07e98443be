import { expect } from 'vitest';
import { it } from '../../support/engine.ts';
import { contentsOf, createService } from '../../support/replies.ts';

it('a whole conversation leaves no number, address, word or link in keys, queues and logs', async ({ table }) => {
  const service = createService(table);
  const said = [
    'PAIN 6 after gardening',
    'secret note',
    'EMAIL jo@example.org',
    'DIARY',
    'TIP',
    'I want to die',
    'ERASE',
  ];
  for (const body of ['JOIN', ...said]) await service.text(body);
  for (let index = 0; index < 20; index += 1) await service.text('secret note');
  const word = (await service.profile())?.eraseWord?.word ?? '';
  await service.text(`ERASE ${word}`);
  const items = await contentsOf(table);
  const keys = items.flatMap(({ PK, SK, due, ...rest }) => [PK, SK, due, ...Object.keys(rest)]);
  await service.runErasures();
  const outside = JSON.stringify([keys, service.jobs, service.erasures, service.logged]);
  expect(service.logged.map(({ event }) => event)).toEqual(
    expect.arrayContaining(['safety-answered', 'answer-held-back', 'erased']),
  );
  expect([service.jobs.length, service.erasures.length]).toEqual([1, 1]);
  for (const secret of ['2125550101', 'example.org', 'gardening', 'secret', 'https', word]) {
    expect(outside).not.toContain(secret);
  }
});
