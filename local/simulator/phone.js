import { post } from './api.js';
import { element, find, timeIn, withLinks } from './dom.js';

/** Words that Twilio answers itself, before the service has its say. */
const carrierWords = /^\s*(stop|stopall|unsubscribe|cancel|end|quit|revoke|optout)\s*$/i;
const carrierAnswer =
  'Answered by Twilio itself: “You have successfully been unsubscribed. Reply START to resubscribe.”';

const bubble = (zone, { mine, body, at, kind, status, note }) =>
  element(
    'div',
    { className: `bubble ${mine ? 'mine' : 'theirs'}`, data: { kind: kind ?? '' } },
    ...(kind === 'tip' ? [element('span', { className: 'label', textContent: 'Tip of the day' })] : []),
    element(
      'p',
      {},
      element('span', { className: 'hidden', textContent: mine ? 'You: ' : 'Backbeat: ' }),
      ...withLinks(body),
    ),
    element('span', {
      className: 'meta',
      textContent: [timeIn(zone, at), status === 'accepted' ? undefined : status].filter(Boolean).join(' · '),
    }),
    ...(note ? [element('span', { className: 'carrier', textContent: note })] : []),
  );

/** The phone. `zone()` names the zone in which times are shown; `refresh()` fetches the outbox anew. */
export const createPhone = ({ zone, refresh }) => {
  const talk = find('[data-talk]');
  // It scrolls, so the keyboard must reach it.
  talk.tabIndex = 0;
  const number = find('#number');
  const words = find('#words');
  const note = find('[data-phone-note]');
  let sent = [];
  let texts = [];
  let drawn = '';

  const draw = () => {
    const from = number.value.trim();
    const mine = sent
      .filter((text) => text.from === from)
      .map((text) => ({
        ...text,
        mine: true,
        order: text.after + 0.5,
        note: carrierWords.test(text.body) ? carrierAnswer : undefined,
      }));
    const theirs = texts.filter((text) => text.to === from).map((text) => ({ ...text, order: text.n }));
    const all = [...mine, ...theirs].sort((a, b) => a.order - b.order);
    const state = JSON.stringify([from, zone(), all]);
    if (state === drawn) return;
    drawn = state;
    talk.replaceChildren(
      ...(all.length === 0
        ? [
            element('p', {
              className: 'empty',
              textContent: 'No texts yet. Send JOIN to begin, then move the clock to tomorrow morning.',
            }),
          ]
        : all.map((text) => bubble(zone(), text))),
    );
    talk.scrollTop = talk.scrollHeight;
  };

  const send = async (body) => {
    const from = number.value.trim();
    if (!/^\+[1-9]\d{6,14}$/.test(from)) {
      note.textContent = 'The number needs its country code, such as +12125550101.';
      number.focus();
      return;
    }
    note.textContent = '';
    try {
      const { status } = await post('inbound-sms', { from, body });
      if (status >= 300) note.textContent = `The webhook answered ${status}: the text was not stored.`;
    } catch (error) {
      note.textContent = `The text was not taken: ${error.message}`;
    }
    await refresh();
  };

  find('[data-compose]').addEventListener('submit', (event) => {
    event.preventDefault();
    const body = words.value;
    words.value = '';
    return send(body);
  });
  number.addEventListener('change', () => {
    note.textContent = '';
    draw();
  });

  return {
    /** Whose phone it is, as it was typed. */
    number: () => number.value.trim(),
    /** Shows another's phone. */
    show: (address) => {
      number.value = address;
      note.textContent = '';
      draw();
    },
    send,
    /** `heard`: what phones have sent; `after` counts all messages, so that a reply stands after the mail it came after too. */
    update: (messages, heard) => {
      sent = heard;
      texts = messages.filter((message) => message.channel === 'sms');
      draw();
    },
  };
};
