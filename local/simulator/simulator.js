import { get } from './api.js';
import { createClock } from './clock.js';
import { createCommands } from './commands.js';
import { createDemo } from './demo.js';
import { createHeld } from './held.js';
import { createMailbox } from './mailbox.js';
import { createPhone } from './phone.js';
import { showWhatIsPlayed, showWhatIsReal } from './real.js';

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
  const [{ messages: newer }, { texts: heard }] = await Promise.all([get(`outbox?since=${since}`), get('heard')]);
  messages = [...messages.slice(0, since), ...newer];
  showWhatIsReal(info);
  showWhatIsPlayed(info);
  await clock.update(info);
  phone.update(messages, heard);
  mailbox.update(info, messages);
  await Promise.all([demo.update(info), held.update()]);
  return info;
};

const people = () => [phone.number(), ...mailbox.addresses()];
const clock = createClock({
  people,
  afterMove: () => refresh(),
});
const phone = createPhone({ zone: clock.zone, refresh });
const mailbox = createMailbox({ zone: clock.zone, refresh });
const demo = createDemo({
  busy: clock.busy,
  show: ({ channel, address }) => {
    if (channel === 'sms') phone.show(address);
    else mailbox.show(address);
    void held.show(address);
  },
});
const held = createHeld({ people, zone: clock.zone, refresh });
void createCommands({ send: phone.send });

const poll = async () => {
  // A service that is being restarted comes back; the page waits for it.
  if (!document.hidden) await refresh().catch(() => undefined);
  setTimeout(poll, pollMs);
};
void poll();
