import { describe, expect, it } from 'vitest';
import { createWeb } from '../../functions/web/web.ts';
import { fakeWorld } from './web-fakes.ts';
import { ana, diaryToken } from './web-people.ts';

const path = `/diary/${diaryToken()}/settings`;
type World = ReturnType<typeof fakeWorld>;

const world = (more: Partial<typeof ana> = {}): World => fakeWorld({ ...ana, ...more });
const get = async ({ deps }: World) => (await createWeb(deps).request(path)).text();
const post = async ({ deps }: World, fields: Record<string, string>, address = path) => {
  const answer = await createWeb(deps).request(address, { method: 'POST', body: new URLSearchParams(fields) });
  return { status: answer.status, html: (await answer.text()).replaceAll('\u00A0', ' ') };
};
/** What the button that undoes it would send. */
const undoIn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...(html.match(/role="status".*?<\/form>/s)?.[0] ?? '').matchAll(/name="(\w+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );

const both = { mailbox: { address: 'ana@example.org' } };

describe('the settings of somebody', () => {
  it.each([
    [{ time: '18:30' }, {}, { time: '18:30' }, 'Your tip now comes at 6:30 pm'],
    [{ place: 'Chicago' }, {}, { zone: 'America/Chicago', zoneSource: 'said' }, 'Your clock is now that of Chicago'],
    [{ channel: 'email' }, both, { tipsBy: 'email' }, 'Your tips now come by e-mail'],
    [{ language: 'fr' }, {}, { language: 'fr' }, 'Les conseils et les réponses sont maintenant en français'],
    [{ days: '3' }, {}, { pausedUntil: '2030-01-17' }, 'No tips up to and including Thursday, January 17'],
    [{ until: 'none' }, { pausedUntil: '2030-02-01' }, {}, 'Tips are on again'],
    [
      { place: 'Chicago' },
      { zoneSource: 'guess', zoneCandidates: ['America/New_York'] },
      { zone: 'America/Chicago' },
      'Chicago',
    ],
  ] as const)('%j on %j is done, said, and undone', async (fields, before, after, sentence) => {
    const one = world(before);
    const was = { ...one.held.subscriber };
    const { status, html } = await post(one, fields);
    expect(status).toBe(200);
    expect(html).toContain(sentence);
    expect(one.held.subscriber).toMatchObject(after);
    await post(one, undoIn(html));
    // Whoever moves a tip on the page is heard from.
    const { silence, ...undone } = one.held.subscriber;
    expect(undone).toEqual(was);
    expect(silence).toBeDefined();
  });

  it.each([
    [{ time: '21:00' }, 'Please choose one of the times on offer.'],
    [{ time: '05:00' }, 'Please choose one of the times on offer.'],
    [{ place: 'Narnia' }, 'We could not find that place.'],
    [{ channel: 'email' }, 'We have no confirmed address for that.'],
    [{ days: '0' }, 'Please choose a number of days from 1 to 90.'],
    [{ days: '91' }, 'Please choose a number of days from 1 to 90.'],
    [{ days: 'soon' }, 'Please choose a number of days from 1 to 90.'],
    [{ days: '' }, 'Please choose a number of days from 1 to 90.'],
    [{ until: '2099-01-01' }, 'Please choose a number of days from 1 to 90.'],
  ])('%j is refused beside its field, and changes nothing', async (fields, why) => {
    const one = world();
    const { status, html } = await post(one, fields);
    expect(status).toBe(400);
    expect(html).toContain(why);
    expect(one.held.subscriber).toEqual(ana);
  });

  it('asks which of two places is meant, with a button for each', async () => {
    const one = world({ country: 'FR' });
    const { html } = await post(one, { place: 'Portland' });
    expect(html).toContain('Which one do you mean?');
    expect(html).toMatch(/value="America\/New_York">\s*Portland, Maine\s*</);
    const [, zone = ''] = html.match(/name="place" value="(America\/[^"]+)"/) ?? [];
    await post(one, { place: zone });
    expect(one.held.subscriber.zone).toBe(zone);
  });

  it('set to what it is says so, and writes nothing', async () => {
    const one = world();
    const was = one.held.subscriber;
    expect((await post(one, { time: '09:00' })).html).toContain('It is so already');
    expect(one.held.subscriber).toBe(was);
  });

  it('says hours as the country has them', async () => {
    expect((await get(world())).replaceAll('\u00A0', ' ')).toMatch(
      /At 9 am, New York time\..*<option value="19:30">7:30 pm/s,
    );
    expect(await get(world({ country: 'GB', zone: 'Europe/London' }))).toMatch(/At 09:00, London time\..*>19:30</s);
  });

  it('offers no time at which none is sent, and the one that is set though it is no half hour', async () => {
    const html = await get(world({ time: '10:05' }));
    expect(html).toMatch(/<option value="10:05" selected/);
    expect(html).not.toMatch(/<option value="(07:30|20:00)"/);
  });

  it('are closed to who has left, and to a link for another purpose', async () => {
    const one = world({ status: 'stopped' });
    await post(one, { time: '18:30' });
    expect(one.held.subscriber.time).toBe('09:00');
    const other = `/diary/${diaryToken({ purpose: 'pain' })}/settings`;
    expect((await post(world(), { time: '18:30' }, other)).status).toBe(404);
    expect((await post(world({ epoch: 'dddddddd' }), { time: '18:30' })).status).toBe(404);
  });
});

describe('what the settings tell of the tips', () => {
  const lately = Date.parse('2030-01-10T12:00:00Z');
  const told = async (more: Partial<typeof ana> = {}): Promise<string> =>
    (await get(world({ joinedAt: lately, ...more })))
      .replaceAll('\u00A0', ' ')
      .match(/<section class="section"><h2>.*?<\/section>/s)?.[0] ?? '';
  const claim = {
    tip: '07-exercise',
    owner: 'm',
    claimedAt: Date.parse('2030-01-14T14:00:00Z'),
    channel: 'sms',
  } as const;

  it('is which comes, when, and why', async () => {
    const html = await told();
    expect(html).toContain('Today: no tip. Why: none went out, or your hour or place was another then.');
    expect(html).toMatch(/Tomorrow: at 9 am: “[^”]+”\. Why: the next in the programme that you have not had\./);
    expect(html).not.toContain('The next one comes');
    expect(html).toContain('/held#tips');
  });

  it('is the weekly message on its day', async () => {
    const html = await told({ joinedAt: Date.parse('2030-01-08T12:00:00Z') });
    expect(html).toContain('Tomorrow: at 9 am: how your week was, and one question about what you could do.');
  });

  it('is in French for who reads French', async () => {
    const html = await told({ language: 'fr', country: 'FR' });
    expect(html).toContain('Aujourd’hui : pas de conseil. Pourquoi : aucun n’est parti');
    expect(html).toMatch(/Demain : à 9 h 00 : « [^»]+ ». Pourquoi : le suivant du programme/);
  });

  it.each([
    [{ pausedUntil: '2030-01-17' }, 'Tomorrow: no tip. Why: a break.', 'The next one comes Friday, January 18.'],
    [
      { lastTip: { ...claim, date: '2030-01-12', state: 'failing' } },
      'Tomorrow: no tip. Why: three messages in a row did not reach you; we try once a week.',
      'The next one comes Saturday, January 19.',
    ],
    [
      { course: { marks: '', dose: 'weekly' }, lastTip: { ...claim, date: '2030-01-12', state: 'claimed' } },
      'Tomorrow: no tip. Why: not one of your days: you get fewer than seven a week.',
      'The next one comes',
    ],
    [
      { lastTip: { ...claim, date: '2030-01-14', state: 'claimed' } },
      'Today: on its way: “Exercise that suits you”.',
      'Tomorrow: at',
    ],
  ] as const)('is why none comes, and when the next does: %j', async (more, ...sentences) => {
    const html = await told(more);
    for (const sentence of sentences) expect(html).toContain(sentence);
  });

  it('is told of a silence by the diary, as the workers are', async () => {
    // Nothing in the profile since December, and a score today: the tips go on.
    expect(await told({ silence: { since: '2029-12-01' } })).toMatch(/Tomorrow: at 9 am: “/);
  });
});
