import { describe, expect } from 'vitest';
import { it } from '../../support/engine.ts';
import { createService, type Service } from '../../support/replies.ts';

let service: Service;
it.beforeEach(async ({ table }) => {
  service = createService(table);
  await service.text('JOIN');
});

const zone = async () => (await service.profile())?.zone;

describe('ZONE Portland', () => {
  it.each([
    ['Oregon', 'America/Los_Angeles'],
    ['the second', 'America/New_York'],
    ['Portland, Maine', 'America/New_York'],
  ])('asks which one, and "%s" is answer enough', async (answer, meant) => {
    await service.text('ZONE Chicago');
    expect(await service.answerTo('ZONE Portland')).toMatch(/do you mean Portland, Oregon or Portland, Maine\?/);
    expect(await zone()).toBe('America/Chicago');
    expect(await service.answerTo(answer)).toMatch(/your tip now comes at/);
    expect(await zone()).toBe(meant);
  });

  it('forgets the question when something else is said, and loses nothing of that', async () => {
    // Several questions on one page, whose replies are stored in no order.
    for (const place of ['Springfield', 'Portland', 'Florida', 'Washington', 'Portland'])
      await service.text(`ZONE ${place}`);
    expect(await service.answerTo('6')).toMatch(/6/);
    const before = await zone();
    expect((await service.text('Oregon')).length).toBeLessThanOrEqual(1);
    expect(await zone()).toBe(before);
  });

  it('does not keep a text from being stored that was sent before the question and is found later', async () => {
    await service.text('ZONE Portland');
    service.after(-1);
    expect(await service.answerTo('6')).toMatch(/6/);
  });

  it('of a single place that is doubted takes yes and no', async () => {
    expect(await service.answerTo('ZONE nice')).toMatch(/do you mean Nice, France\?/);
    expect(await service.answerTo('no')).toMatch(/could not find that place/);
    await service.text('ZONE nice');
    await service.text('yes');
    expect(await zone()).toBe('Europe/Paris');
  });
});
