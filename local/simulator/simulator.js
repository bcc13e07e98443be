import { get } from './api.js';
import { createClock } from './clock.js';
import { createMailbox } from './mailbox.js';
import { createPhone } from './phone.js';
import { showWhatIsReal } from './real.js';

const pollMs = 1500;
/** Receipts change the status of recent messages: those are fetched again. */
const overlap = 30;

let session = '';
let messages = [];

const refresh = async () => {
  const info = await get('info');
  if (info.session !== session) {
    session = info.session;
    messages = [];
  }
  const since = Math.max(0, messages.length - overlap);
  const { messages: newer } = await get(`outbox?since=${since}`);
  messages = [...messages.slice(0, since), ...newer];
  showWhatIsReal(info);
  await clock.update(info);
  phone.update(info, messages);
  mailbox.update(info, messages);
  return info;
};

const clock = createClock({
  people: () => [phone.number(), ...mailbox.addresses()],
  afterMove: () => refresh(),
});
const phone = createPhone({ zone: clock.zone, refresh });
const mailbox = createMailbox({ zone: clock.zone, refresh });

const poll = async () => {
  // A service that is being restarted comes back; the page waits for it.
  if (!document.hidden) await refresh().catch(() => undefined);
  setTimeout(poll, pollMs);
};
void poll();
