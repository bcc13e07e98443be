import { describe, expect } from 'vitest';
import { createCodeStore } from '../../../shared/store/code-store.ts';
import { createPersonDataStore } from '../../../shared/store/person-data-store.ts';
import { deskOver, sam } from '../../support/desk.ts';
import { it } from '../../support/engine.ts';
import { ana, Crash, contentsOf, createService, watchCalls } from '../../support/replies.ts';

const elm = { clinic: 'Elm Street Physio', contact: '+1 212 555 0199' } as const;
const ben = '+12125550102';

const clinicWith = async (table: Parameters<typeof createService>[0]) => {
  const service = createService(table);
  const desk = deskOver(table, service);
  await desk.addCode(sam, { code: 'KNEE7', ...elm, language: 'fr', time: '18:30' });
  const cohort = async (address = ana) => {
    const subscriber = await service.profile(address);
    return subscriber && createPersonDataStore(table).readCohort(subscriber);
  };
  const joined = async (code: string) => (await desk.listCodes(sam)).find((one) => one.code === code)?.today;
  return { service, desk, cohort, joined };
};

describe('JOIN with the code of a card', () => {
  it('brings what the card was made for, and says whose it is', async ({ table }) => {
    const { service, cohort, joined } = await clinicWith(table);
    const answer = await service.answerTo('JOIN KNEE7');
    expect(answer).toMatch(/bienvenue/i);
    expect(answer).toContain('Vous venez par Elm Street Physio. Des questions? +1 212 555 0199');
    expect(await service.profile()).toMatchObject({ status: 'active', language: 'fr', time: '18:30' });
    expect(await cohort()).toEqual({ code: 'KNEE7', ...elm, at: service.clock.now(), where: 'sms' });
    expect(await joined('KNEE7')).toBe(1);
  });

  it('leaves to them what they say themselves', async ({ table }) => {
    const { service } = await clinicWith(table);
    await service.text('Join knee 7, English, 8am');
    expect(await service.profile()).toMatchObject({ language: 'en', time: '08:00' });
  });

  it('that we do not know, or that has ended, joins them all the same and tells them', async ({ table }) => {
    const { service, desk, cohort, joined } = await clinicWith(table);
    expect(await service.answerTo('JOIN KNEE8')).toMatch(/welcome.*We do not know the code KNEE8/s);
    await desk.endCode(sam, 'knee7');
    expect(await service.answerTo('JOIN KNEE7', { from: ben })).toMatch(/welcome.*code KNEE7/s);
    for (const address of [ana, ben]) {
      expect(await service.profile(address)).toMatchObject({ status: 'active', language: 'en', time: '09:00' });
      expect(await cohort(address)).toBeUndefined();
    }
    expect(await joined('KNEE7')).toBe(0);
  });

  it('leaves the hour and the language of whoever is with us as they are', async ({ table }) => {
    const { service, cohort } = await clinicWith(table);
    await service.text('JOIN 8am');
    expect(await service.answerTo('JOIN KNEE7')).toMatch(/signed up already.*You joined through Elm Street Physio/s);
    expect(await service.profile()).toMatchObject({ language: 'en', time: '08:00' });
    expect(await cohort()).toMatchObject({ code: 'KNEE7' });
  });

  it('is named with HELP from then on, and by ERASE forgotten', async ({ table }) => {
    const { service } = await clinicWith(table);
    await service.text('JOIN KNEE7 EN');
    expect(await service.answerTo('HELP')).toContain('You joined through Elm Street Physio');
    const word = /ERASE (\w{4})/.exec(await service.answerTo('ERASE'))?.[1];
    await service.text(`ERASE ${word}`);
    await service.runErasures();
    expect(JSON.stringify(await contentsOf(table))).not.toContain('COHORT#');
    await service.text('JOIN');
    expect(await service.answerTo('HELP')).not.toContain('Elm Street Physio');
  });

  it('moves nobody out of the arm of a study, and names the arm to nobody', async ({ table }) => {
    const { service, desk, cohort } = await clinicWith(table);
    const { code } = await desk.addCode(sam, { ...elm, clinic: 'Back Study', arm: 'blue' });
    expect(await service.answerTo(`JOIN ${code}`)).not.toContain('blue');
    expect(await service.answerTo('JOIN KNEE7')).toContain('You joined through Back Study');
    expect(await cohort()).toMatchObject({ code, arm: 'blue' });
    await expect(desk.addCode(sam, { code: 'ARM1', ...elm, arm: 'blue' })).rejects.toThrow(/drawn/);
  });

  it('counts everybody once, however often it is delivered and wherever it dies', async ({ table }) => {
    const { service, cohort, joined } = await clinicWith(table);
    const { crashAt, callOff } = watchCalls(table);
    for (let write = 1; write < 12; write += 1) {
      const sending = { from: `+1212555${String(write).padStart(4, '0')}`, id: `card ${write}` };
      crashAt(write, 'after');
      await service.text('JOIN KNEE7', sending).catch((error: unknown) => expect(error).toBeInstanceOf(Crash));
      const isDone = callOff();
      await service.text('JOIN KNEE7', sending);
      await service.text('JOIN KNEE7', sending);
      expect(await cohort(sending.from)).toMatchObject({ code: 'KNEE7' });
      expect(await joined('KNEE7')).toBe(write);
      if (isDone) break;
    }
  });

  it('is looked up only where there is one: no other text costs a read more', async ({ table }) => {
    const { service } = await clinicWith(table);
    await service.text('JOIN KNEE7');
    const { take } = watchCalls(table);
    await service.text('PAIN 6');
    expect(take()).not.toContain('GetItem');
  });

  it('holds no number in what it writes down', async ({ table }) => {
    const { service } = await clinicWith(table);
    await service.text('JOIN KNEE7');
    const written = (await contentsOf(table)).filter(({ PK, SK }) =>
      /CODES|COHORT/.test(`${String(PK)} ${String(SK)}`),
    );
    expect(written.length).toBeGreaterThan(2);
    expect(JSON.stringify(written)).not.toContain('2125550101');
    expect(JSON.stringify(service.logged)).not.toMatch(/2125550101|KNEE7/);
  });
});

describe('the clinic’s codes', () => {
  it('are listed with what they stand for and how many came', async ({ table }) => {
    const { service, desk } = await clinicWith(table);
    await service.text('JOIN KNEE7');
    service.after(24 * 60);
    expect(await desk.listCodes(sam)).toMatchObject([
      { code: 'KNEE7', ...elm, by: 'sam', today: 0, thirtyDays: 1, all: 1 },
    ]);
  });

  it('are never used twice, and end once', async ({ table }) => {
    const { desk } = await clinicWith(table);
    await expect(desk.addCode(sam, { code: 'knee-7', ...elm })).rejects.toThrow(/none is used twice/);
    const { endedAt } = await desk.endCode(sam, 'KNEE7');
    expect((await desk.endCode(sam, 'KNEE7')).endedAt).toBe(endedAt);
    await expect(desk.addCode(sam, { code: 'KNEE7', ...elm })).rejects.toThrow(/none is used twice/);
    await expect(desk.endCode(sam, 'BACK4')).rejects.toThrow(/no such code/);
  });
});

describe('a code that names a programme', () => {
  const walking = async (table: Parameters<typeof createService>[0]) => {
    const service = createService(table);
    const desk = deskOver(table, service);
    const kept = await desk.addCode(sam, { code: 'WALK7', ...elm, programme: 'walking' });
    return { service, desk, kept };
  };

  it('has a newcomer begin with it, and says so, and how they get the usual one', async ({ table }) => {
    const { service, kept } = await walking(table);
    expect(kept).toMatchObject({ code: 'WALK7', programme: 1 });
    const answer = await service.answerTo('JOIN WALK7');
    expect(answer).toMatch(/You joined through Elm Street Physio.*You begin with eight weeks of walking/s);
    expect(answer).toContain('If you would rather have the back tips, one a day, send TIPS.');
    expect((await service.profile())?.course).toEqual({ marks: '', programme: 1, dose: 'three' });
    await service.text('TIPS');
    expect((await service.profile())?.course).toEqual({ marks: '' });
  });

  it('says so in French', async ({ table }) => {
    const { service } = await walking(table);
    expect(await service.answerTo('INSCRIPTION WALK7')).toMatch(/Vous commencez par huit semaines de marche/);
  });

  it('gives the tips of that programme on its days, as the desk foretells', async ({ table }) => {
    const { service, desk } = await walking(table);
    // A Monday, after nine: the next of its days is Wednesday.
    service.clock.set('2030-01-07T20:00:00Z');
    expect(await service.answerTo('JOIN WALK7')).toContain('the first Wednesday 9 January');
    expect((await desk.find(sam, ana)).nextTip).toBe('2030-01-09');
    expect(await desk.explain(sam, ana, '2030-01-09')).toMatchObject({ decision: 'to-come', tip: '37-walk-begin' });
    expect(await desk.explain(sam, ana, '2030-01-08')).toMatchObject({ reason: 'dose' });
  });

  it('leaves whoever is with us, or comes back, where they are', async ({ table }) => {
    const { service } = await walking(table);
    await service.text('JOIN');
    expect(await service.answerTo('JOIN WALK7')).not.toContain('begin with');
    await service.text('STOP');
    expect(await service.answerTo('JOIN WALK7')).not.toContain('begin with');
    expect((await service.profile())?.course?.programme).toBeUndefined();
  });

  it('tells whoever is with us the word that changes over to it, which counts for a week', async ({ table }) => {
    const { service } = await walking(table);
    await service.text('JOIN');
    // Nobody offered it: an ordinary word, in whose place nothing begins.
    await service.text('WALK');
    expect((await service.profile())?.course?.programme).toBeUndefined();
    service.after(1);
    const answer = await service.answerTo('JOIN WALK7');
    expect(answer).toContain('That card is for eight weeks of walking, three messages a week. Yours goes on as it is;');
    expect(answer).toContain('to change over, send WALK within a week.');
    service.after(60);
    await service.text('PAIN 6');
    service.after(1);
    expect(await service.answerTo('WALK')).toMatch(/next: eight weeks of walking.*TIPS brings you back/);
    expect((await service.profile())?.course).toMatchObject({ programme: 1, dose: 'three' });
    service.after(1);
    expect(await service.answerTo('JOIN WALK7')).not.toContain('That card is for');
  });

  it('offers nothing for longer than a week, and to whoever comes back too', async ({ table }) => {
    const { service } = await walking(table);
    await service.text('JOIN');
    await service.text('STOP');
    expect(await service.answerTo('INSCRIPTION WALK7')).toMatch(/Cette carte est pour huit semaines.*envoyez MARCHE/s);
    service.after(8 * 24 * 60);
    await service.text('MARCHE');
    expect((await service.profile())?.course?.programme).toBeUndefined();
  });

  it('is promised nothing daily: welcome, JOIN again, HELP, who is this, coming back', async ({ table }) => {
    const { service } = await walking(table);
    const said: string[] = [];
    for (const words of [
      'JOIN WALK7',
      'JOIN',
      'HELP',
      'who is this?',
      'what is this?',
      'STOP',
      'JOIN',
      'WEEKLY',
      'JOIN',
    ]) {
      said.push((await service.text(words)).join(' '));
      service.after(1);
    }
    const [welcome, again, help, who, , , back, , weekly] = said;
    expect(welcome).toContain('welcome. Three messages a week for your back at');
    expect(again).toContain('signed up already. Three messages a week at');
    expect(help).toContain('Backbeat: three messages a week for your back, plus');
    expect(who).toContain('we send three messages a week for back pain to numbers');
    expect(back).toContain('welcome back. Three messages a week at');
    expect(weekly).toContain('signed up already. One tip a week at');
    expect(said.slice(0, -2).join(' ').replace('the back tips, one a day', '')).not.toMatch(/a day/);
  });

  it('lets people in all the same once the programme is gone: they begin as everybody does', async ({ table }) => {
    const { service, desk } = await walking(table);
    const kept = { code: 'SWIM9', ...elm, programme: 9, at: service.clock.now(), by: 'sam' };
    await createCodeStore(table).add(kept);
    const answer = await service.answerTo('JOIN SWIM9');
    expect(answer).toContain('You joined through Elm Street Physio');
    expect(answer).not.toContain('begin with');
    expect((await service.profile())?.course).toBeUndefined();
    expect(await desk.explain(sam, ana, '2030-01-07')).toMatchObject({ decision: 'to-come', tip: '35-education' });
  });

  it('is the usual one where that is named', async ({ table }) => {
    const { desk } = await walking(table);
    expect(await desk.addCode(sam, { code: 'BACK4', ...elm, programme: 'back-care' })).not.toHaveProperty('programme');
    await expect(desk.addCode(sam, { code: 'SWIM4', ...elm, programme: 'swimming' })).rejects.toThrow(
      'back-care, walking',
    );
  });
});
