import { describe, expect } from 'vitest';
import { it } from '../../support/engine.ts';
import { createService, type Service } from '../../support/replies.ts';

let service: Service;
it.beforeEach(async ({ table }) => {
  service = createService(table);
  await service.text('JOIN');
  service.after(1);
});

describe('a message without words', () => {
  it.each(['', '   ', '\u200b', 'Sent from my iPhone', '-- \nAna'])(
    'is told so, and never that it was noted: %j',
    async (body) => {
      const answer = await service.answerTo(body);
      expect(answer).toMatch(/without words/);
      expect(answer).not.toMatch(/noted in your diary/);
      expect(await service.notes()).toEqual([]);
    },
  );

  it('is told so in French', async () => {
    await service.text('FRANCAIS');
    service.after(1);
    expect(await service.answerTo('Envoyé de mon iPhone')).toMatch(/sans mots/);
  });

  it.each([
    'Liked “Backbeat: Walk a bit. Reply PAIN 0-10 or MORE.”',
    'Disliked "Backbeat: STOP to end."',
    'A aimé « Backbeat: Marchez. »',
  ])('that is a reaction to one of ours is neither answered nor kept: %s', async (body) => {
    expect(await service.text(body)).toEqual([]);
    expect(await service.text(body, { from: '+12125550199' })).toEqual([]);
    expect(await service.notes()).toEqual([]);
    expect((await service.profile())?.status).toBe('active');
  });
});

describe('a text with what phones and carriers add', () => {
  it('is read without it', async () => {
    await service.text('PAIN 6\nSent from my Verizon, Samsung Galaxy smartphone');
    expect((await service.diary()).entries).toMatchObject([{ score: 6, note: null }]);
  });

  it('is a score by its first line, and the rest is its note', async () => {
    await service.text('6\n\nslept badly, up at 3');
    expect((await service.diary()).entries).toMatchObject([{ score: 6, note: 'slept badly, up at 3' }]);
  });

  it('stops everything and says so once, as Twilio did not see a STOP', async () => {
    expect(await service.answerTo('STOP\nSent from my iPhone')).toMatch(/unsubscribed/);
    expect((await service.profile())?.status).toBe('stopped');
  });
});
