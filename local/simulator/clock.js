import { get, post } from './api.js';
import { element, find, timeIn } from './dom.js';
import { cityOf, whoIsThere, whyNothing } from './why.js';
import { learnZone, offsetAt } from './zones.js';

const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const zones = [
  'Europe/London',
  'Europe/Paris',
  'America/Vancouver',
  'America/Los_Angeles',
  'America/Winnipeg',
  'Asia/Kolkata',
  'Australia/Sydney',
];

const progressMs = 400;

/** Tomorrow at 9:05 am in the zone: five minutes after the usual tip. */
const tomorrowMorning = (zone, now) => {
  const wall = new Date(now + offsetAt(zone, now));
  const morning = Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate() + 1, 9, 5);
  // The second look takes the offset of that morning rather than of now: clocks may change in the night.
  return morning - offsetAt(zone, morning - offsetAt(zone, morning));
};

/**
 * The clock panel. `people()` names the phone and the mailbox that are shown, whom its moves are about; `afterMove` is called
 * when time has passed or everything was emptied.
 */
export const createClock = ({ people, afterMove }) => {
  const zonePicker = find('#zone');
  const note = find('[data-clock-note]');
  const progress = find('[data-clock-progress]');
  const buttons = [...document.querySelectorAll('.moves button')];
  let now = Date.now();

  zonePicker.append(
    // A browser may be set to an offset, which is no zone.
    ...[...new Set([ownZone, ...zones])]
      .filter((zone) => /^[A-Z]/.test(zone))
      .map((zone) => element('option', { value: zone, textContent: cityOf(zone) })),
  );

  const slots = [...document.querySelectorAll('[data-time]')];
  const show = async () => {
    const shown = [zonePicker.value, ...slots.map((slot) => slot.dataset.time)];
    await Promise.all(shown.map((zone) => learnZone(zone, now)));
    const read = (zone) => timeIn(zone, now, { year: 'numeric' });
    for (const slot of slots) slot.textContent = read(slot.dataset.time);
    find('[data-time-zone]').textContent = read(zonePicker.value);
  };
  zonePicker.addEventListener('change', async () => {
    await show();
    afterMove();
  });

  const busy = async (words, work) => {
    for (const button of buttons) button.disabled = true;
    note.textContent = words;
    try {
      note.textContent = await work();
    } catch (error) {
      note.textContent = `That did not work: ${error.message}`;
    }
    for (const button of buttons) button.disabled = false;
    await afterMove();
  };
  const toldWhy = async (sent) => {
    if (sent > 0) return `${sent} ${sent === 1 ? 'message was' : 'messages were'} sent.`;
    return `No message was sent. ${await whyNothing(await whoIsThere(people()))}`;
  };
  /** Shows where the clock is while it moves; nobody waits for a look when the move is over. */
  const watch = () => {
    const began = now;
    let over = false;
    let timer;
    const look = async () => {
      const info = await get('info').catch(() => ({}));
      if (over) return;
      if (info.destination !== undefined) {
        const [at, to] = [Date.parse(info.now), Date.parse(info.destination)];
        progress.hidden = false;
        progress.value = (at - began) / (to - began);
        note.textContent = `Moving the clock… ${timeIn(zonePicker.value, at, { year: 'numeric' })}`;
      }
      timer = setTimeout(look, progressMs);
    };
    timer = setTimeout(look, progressMs);
    return () => {
      over = true;
      clearTimeout(timer);
      progress.hidden = true;
    };
  };
  /** Moves the clock all the way: a move of years stops on its way and is asked to go on. The number of messages that were sent. */
  const moveClock = async (body) => {
    const end = watch();
    try {
      let moved = await post('clock', body);
      let { sent } = moved;
      while (moved.target !== undefined) {
        moved = await post('clock', { now: moved.target });
        sent += moved.sent;
      }
      return sent;
    } finally {
      end();
    }
  };
  const move = (body) => busy('Moving the clock…', async () => toldWhy(await moveClock(body)));

  for (const button of document.querySelectorAll('[data-advance]'))
    button.addEventListener('click', () => move({ advance: button.dataset.advance }));
  find('[data-tomorrow]').addEventListener('click', () =>
    busy('Moving the clock…', async () => {
      const zone = (await whoIsThere(people()))?.zone ?? zonePicker.value;
      const { now: present } = await get('info');
      await learnZone(zone, Date.parse(present));
      const target = new Date(tomorrowMorning(zone, Date.parse(present))).toISOString();
      return `It is 9:05 am in ${cityOf(zone)}. ${await toldWhy(await moveClock({ now: target }))}`;
    }),
  );
  find('[data-reset]').addEventListener('click', () => {
    if (!confirm('Delete everybody and everything, and go back to real time?')) return;
    return busy('Starting over…', async () => {
      await post('reset', {});
      return 'Everything is empty; the clock is on real time.';
    });
  });

  return {
    zone: () => zonePicker.value,
    busy,
    update: async (info) => {
      now = Date.parse(info.now);
      const state = find('[data-clock-state]');
      state.textContent = info.frozen ? 'Set by hand, stands still until it is moved' : 'Real time';
      state.dataset.frozen = String(info.frozen);
      await show();
    },
  };
};
