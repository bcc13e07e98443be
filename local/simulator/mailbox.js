import { postMail } from './api.js';
import { element, find, timeIn } from './dom.js';
import { mailKinds } from './mail-kinds.js';

/** A reply as a mail program writes it: the words on top, the original quoted under them. */
const replyTo = (mail, words, now) => {
  const quoted = mail.text.split(/\r?\n/).map((line) => `> ${line}`);
  const id = crypto.randomUUID();
  return [
    `From: ${mail.to}`,
    `To: ${mail.headers['Reply-To'] ?? mail.from}`,
    `Subject: Re: ${mail.subject.replace(/[^\x20-\x7e]/g, '')}`,
    `Message-ID: <${id}@simulator.invalid>`,
    `In-Reply-To: ${mail.headers['Message-ID']}`,
    `Date: ${new Date(now).toUTCString().replace('GMT', '+0000')}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    words,
    '',
    `On ${new Date(mail.at).toDateString()}, Backbeat wrote:`,
    ...quoted,
    '',
  ].join('\r\n');
};

const htmlView = (mail) => {
  const frame = element('iframe', {
    title: `The mail “${mail.subject}” as a mail program shows it`,
    // No scripts, as in any mail program; links open in a tab of their own.
    srcdoc: `<base target="_blank">${mail.html ?? ''}`,
  });
  frame.setAttribute('sandbox', 'allow-popups allow-popups-to-escape-sandbox');
  return frame;
};
const views = {
  Formatted: htmlView,
  Text: (mail) => element('pre', { textContent: mail.text, tabIndex: 0 }),
  Source: (mail) => element('pre', { textContent: mail.html ?? '', tabIndex: 0 }),
  Headers: (mail) =>
    element('pre', {
      textContent: Object.entries({ From: mail.from, To: mail.to, Subject: mail.subject, ...mail.headers })
        .map(([name, value]) => `${name}: ${value}`)
        .join('\n'),
      tabIndex: 0,
    }),
};

const facts = (mail, zone) =>
  element(
    'dl',
    { className: 'facts' },
    ...Object.entries({ From: mail.from, To: mail.to, When: timeIn(zone, mail.at), Status: mail.status }).flatMap(
      ([name, value]) => [element('dt', { textContent: name }), element('dd', { textContent: value })],
    ),
  );

const emptyBox = () =>
  element(
    'li',
    { className: 'empty' },
    'No mail yet. ',
    element('a', { href: '/', target: '_blank', rel: 'noopener', textContent: 'Sign up with an e-mail address' }),
    ', or text JOIN and an address.',
  );

/** The mailbox: every mail that SES accepted, newest first, and a way to answer. */
export const createMailbox = ({ zone, refresh }) => {
  const picker = find('#address');
  const list = find('[data-mails]');
  const pane = find('[data-mail]');
  const count = find('[data-mail-count]');
  let mails = [];
  let now = Date.now();
  let openNumber;
  let view = 'Formatted';
  let drawn = '';

  const shown = () => mails.filter((mail) => picker.value === '' || mail.to === picker.value).reverse();

  const replyForm = (mail) => {
    const words = element('textarea', { id: 'reply', rows: 2, required: true, placeholder: 'PAIN 6' });
    const note = element('p', { className: 'note', role: 'status' });
    const form = element(
      'form',
      { className: 'reply' },
      element('label', { htmlFor: 'reply', textContent: `Reply as ${mail.to}` }),
      words,
      element('button', { type: 'submit', textContent: 'Send reply' }),
      note,
    );
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      try {
        await postMail(replyTo(mail, words.value, now));
        words.value = '';
        note.textContent = 'Sent. The answer arrives in this mailbox.';
      } catch (error) {
        note.textContent = `The reply was not taken: ${error.message}`;
      }
      await refresh();
    });
    return form;
  };

  const drawMail = () => {
    const mail = mails.find((candidate) => candidate.n === openNumber);
    if (mail === undefined) {
      pane.replaceChildren(
        ...(mails.length > 0 ? [element('p', { className: 'empty', textContent: 'Pick a mail to read it.' })] : []),
      );
      return;
    }
    const body = element('div', { className: 'view' }, views[view](mail));
    const switches = Object.keys(views).map((name) => {
      const button = element('button', { type: 'button', textContent: name, aria: { pressed: String(name === view) } });
      button.addEventListener('click', () => {
        view = name;
        body.replaceChildren(views[view](mail));
        for (const other of switches) other.setAttribute('aria-pressed', String(other === button));
      });
      return button;
    });
    pane.replaceChildren(
      element('h3', { textContent: mail.subject }),
      facts(mail, zone()),
      element('div', { className: 'switches', role: 'group', aria: { label: 'Show the mail as' } }, ...switches),
      body,
      replyForm(mail),
    );
  };

  const row = (mail) => {
    const button = element(
      'button',
      { type: 'button', aria: { current: String(mail.n === openNumber) } },
      element('strong', { textContent: mail.subject }),
      element('span', { textContent: `${mailKinds[mail.kind]} to ${mail.to}` }),
      element('span', { textContent: `${timeIn(zone(), mail.at)} · ${mail.status}` }),
    );
    button.addEventListener('click', () => {
      openNumber = mail.n;
      drawList();
      drawMail();
    });
    return element('li', {}, button);
  };

  const drawList = () => {
    const state = JSON.stringify([picker.value, zone(), openNumber, shown().map((mail) => [mail.n, mail.status])]);
    if (state === drawn) return;
    drawn = state;
    const focused = list.contains(document.activeElement);
    list.replaceChildren(...(shown().length === 0 ? [emptyBox()] : shown().map(row)));
    // Replacing the list must not throw a keyboard user back to the top of the page.
    if (focused) list.querySelector('[aria-current="true"]')?.focus();
  };

  const fillPicker = () => {
    const addresses = [...new Set(mails.map((mail) => mail.to))];
    if (picker.options.length === addresses.length + 1) return;
    const chosen = picker.value;
    picker.replaceChildren(
      element('option', { value: '', textContent: 'all addresses' }),
      ...addresses.map((address) => element('option', { value: address, textContent: address })),
    );
    picker.value = [chosen, wanted].find((address) => addresses.includes(address)) ?? '';
  };
  let wanted = '';
  picker.addEventListener('change', drawList);
  drawMail();

  return {
    /** The mailbox that is picked, else that of the newest mail; none before any mail. */
    addresses: () => [picker.value || mails.at(-1)?.to].filter(Boolean),
    /** Shows another's mailbox, as soon as it has a mail. */
    show: (address) => {
      wanted = address;
      picker.value = [...picker.options].some(({ value }) => value === address) ? address : '';
      drawList();
      document.querySelector('#mailbox').scrollIntoView({ block: 'nearest' });
    },
    update: (info, messages) => {
      now = Date.parse(info.now);
      mails = messages.filter((message) => message.channel === 'email');
      count.textContent = String(mails.length);
      count.hidden = mails.length === 0;
      fillPicker();
      drawList();
      const isOpen = mails.some((mail) => mail.n === openNumber);
      if (!isOpen) {
        openNumber = undefined;
        drawMail();
      }
    },
  };
};
