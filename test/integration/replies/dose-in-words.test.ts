import { describe, expect } from 'vitest';
import { it } from '../../support/engine.ts';
import { createService, type Service } from '../../support/replies.ts';

let service: Service;
it.beforeEach(async ({ table }) => {
  service = createService(table);
  await service.text('JOIN');
});

describe('how many messages, in words', () => {
  it('goes back to one a day where that is asked for', async () => {
    await service.text('LESS');
    expect(await service.answerTo('go back to every day please')).toMatch(/one tip a day from now on/);
  });

  it('says what is possible of more, and of some days', async () => {
    expect(await service.answerTo('up it to 2 a day')).toMatch(/one message a day is the most.*DAILY.*LESS.*WEEKLY/);
    expect(await service.answerTo('only weekends')).toMatch(/days can't be chosen.*LESS.*WEEKLY/);
    expect(await service.answerTo('twice a week')).toMatch(/LESS.*WEEKLY/);
  });

  it('does so in French', async () => {
    await service.text('FRANCAIS');
    expect(await service.answerTo('deux par jour svp')).toMatch(/un message par jour au plus.*QUOTIDIEN/);
    expect(await service.answerTo('seulement le week-end')).toMatch(/on ne choisit pas les jours.*MOINS/);
    expect(await service.answerTo('revenir à tous les jours svp')).toMatch(/un conseil par jour/);
  });
});
