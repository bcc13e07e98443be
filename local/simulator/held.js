import { get, post } from './api.js';
import { element, find, timeIn } from './dom.js';
import { whoIsThere, whyNothing } from './why.js';

const faults = {
  sms: {
    'cannot be reached (30003)': { error: '30003' },
    'landline (30006)': { error: '30006' },
    'carrier filters it (30007)': { error: '30007' },
    'blocked by STOP (21610)': { error: '21610' },
    'Twilio is down (503)': { http: 503 },
    'Twilio throttles (429)': { http: 429 },
    'taken, no answer': { error: 'accept-then-hang-up' },
    'no receipt': { dropReceipt: true },
  },
  email: {
    'mailbox full (bounces)': { error: 'bounce-transient' },
    'nobody there (bounces)': { error: 'bounce-permanent' },
    'marked as spam (complaint)': { error: 'complaint' },
    'SES throttles': { error: 'TooManyRequestsException' },
    'SES is down (503)': { http: 503 },
  },
};
const kinds = {
  DAY: 'diary pages',
  TIP: 'tips and what became of them',
  CONSENT: 'consents',
  VISIT: 'shared for a visit',
  LASTTIP: 'last tip before ERASE',
  REQUESTS: 'confirmation mails asked for',
};

const channelOf = (who) => (who.includes('@') ? 'email' : 'sms');
const json = (value) => element('pre', { tabIndex: 0, textContent: JSON.stringify(value, null, 2) });
const fold = (name, words, ...content) =>
  element('details', { data: { fold: name } }, element('summary', { textContent: words }), ...content);
const none = (words) => element('p', { className: 'soft', textContent: words });

const inTable = ({ profile, items }) => [
  ...(profile ? [fold('PROFILE', `profile: ${profile.status}`, json(profile))] : [none('Nothing under this address.')]),
  ...Object.entries(items).map(([kind, { count, newest }]) =>
    fold(kind, `${count} ${kinds[kind] ?? kind}`, ...newest.map(json)),
  ),
];
const inQueues = ({ queues }) =>
  queues.length === 0
    ? [none('Nothing waits for this person.')]
    : queues.map(({ queue, receives, visibleAt, body }) =>
        fold(queue, `${queue}: handed out ${receives} times, next at ${visibleAt}`, json(JSON.parse(body))),
      );
const atProvider = (zone, who, { provider }) => [
  none(
    provider.isBlocked
      ? 'The carrier blocks this number since its STOP: Twilio refuses whatever is sent.'
      : `${channelOf(who) === 'sms' ? 'Twilio' : 'SES'} would send there.`,
  ),
  ...(provider.fault
    ? [element('p', { textContent: `The next send meets a fault: ${JSON.stringify(provider.fault)}` })]
    : []),
  ...(provider.texts.length === 0
    ? []
    : [
        element(
          'ul',
          {},
          ...provider.texts.map(({ at, direction, status, errorCode }) =>
            element('li', {
              textContent: `${timeIn(zone, at)} · ${direction} · ${status}${errorCode ? ` (${errorCode})` : ''}`,
            }),
          ),
        ),
      ]),
];

/** The panel that shows what the service holds for whoever is picked. `people()` names the phone and the mailbox that are shown. */
export const createHeld = ({ people, zone, refresh }) => {
  const panel = find('[data-held]');
  const picker = find('#held-who');
  const body = find('[data-held-body]');
  const note = find('[data-held-note]');
  const fault = find('#fault');
  const times = find('#fault-times');
  let drawn = '';

  const who = () => picker.value;
  const offerPeople = () => {
    const known = people().filter((address) => /^\+[1-9]\d{6,14}$|@/.test(address));
    if (known.join() === [...picker.options].map(({ value }) => value).join()) return;
    const chosen = picker.value;
    picker.replaceChildren(...known.map((value) => element('option', { value, textContent: value })));
    picker.value = known.includes(chosen) ? chosen : (known[0] ?? '');
  };
  const offerFaults = () => {
    const names = Object.keys(faults[channelOf(who())]);
    if (fault.options[0]?.value === names[0]) return;
    fault.replaceChildren(...names.map((value) => element('option', { value, textContent: value })));
  };

  const draw = async () => {
    offerPeople();
    if (!panel.open || who() === '') return;
    offerFaults();
    const [held, why] = await Promise.all([
      get(`held?who=${encodeURIComponent(who())}`),
      whoIsThere([who()]).then(whyNothing),
    ]);
    const state = JSON.stringify([who(), zone(), held, why]);
    if (state === drawn) return;
    drawn = state;
    const open = new Set([...body.querySelectorAll('details[open]')].map(({ dataset }) => dataset.fold));
    const part = (title, ...content) => element('section', {}, element('h3', { textContent: title }), ...content);
    body.replaceChildren(
      part('Tip', element('p', { textContent: why })),
      part('Table', none(`Known as ${held.id}`), ...inTable(held)),
      part('Queues', ...inQueues(held)),
      part('Provider', ...atProvider(zone(), who(), held)),
    );
    for (const details of body.querySelectorAll('details')) details.open = open.has(details.dataset.fold);
  };

  panel.addEventListener('toggle', draw);
  picker.addEventListener('change', draw);
  find('#number').addEventListener('change', draw);
  find('[data-fault]').addEventListener('submit', async (event) => {
    event.preventDefault();
    const channel = channelOf(who());
    try {
      await post('faults', { channel, to: who(), times: Number(times.value), ...faults[channel][fault.value] });
      note.textContent =
        times.value === '0' ? 'The fault is taken away.' : `Set: “${fault.value}”, for the next ${times.value}.`;
    } catch (error) {
      note.textContent = `That did not work: ${error.message}`;
    }
    await refresh();
  });

  return {
    /** Shows what is held of somebody who was just picked. */
    show: (address) => {
      offerPeople();
      if ([...picker.options].some(({ value }) => value === address)) picker.value = address;
      return draw();
    },
    update: draw,
  };
};
