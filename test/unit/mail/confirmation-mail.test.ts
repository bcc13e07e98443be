import { describe, expect, it } from 'vitest';
import { renderConfirmationMail } from '../../../shared/mails/render-confirmation-mail.ts';
import { setting } from './mail-setting.ts';

describe('the mail that asks for a confirmation', () => {
  it('has one link, on a line of its own in the text, and says that it may be ignored', () => {
    const { text, html } = renderConfirmationMail(setting('en'), { confirmUrl: 'https://backbeat.example/confirm/c' });
    expect(text).toMatch(/^https:\/\/backbeat\.example\/confirm\/c$/m);
    expect(html.match(/href="[^"]*"/g)).toEqual(['href="https://backbeat.example/confirm/c"']);
    expect(text).toContain('safe to ignore');
    expect(html).toContain('safe to ignore');
  });
});

describe.each(['en', 'fr'] as const)('the mail that asks for a confirmation, in %s', (language) => {
  it('names the phone that asked, in both parts, and who will read the diary', () => {
    const asker = { kind: 'phone', ending: '01' } as const;
    const mail = renderConfirmationMail(setting(language), { confirmUrl: 'https://backbeat.example/c', asker });
    for (const part of [mail.text, mail.html]) expect(part).toMatch(/(ends in|se termine par) 01 .*(read|lire)/);
    const plain = renderConfirmationMail(setting(language), { confirmUrl: 'https://backbeat.example/c' });
    for (const part of [plain.text, plain.html]) expect(part).not.toMatch(/ends in|se termine par/);
  });

  it('names the mailbox that asked, and takes nothing in it for markup', () => {
    const asker = { kind: 'mailbox', masked: '$&<***@evil.example' } as const;
    const { text, html } = renderConfirmationMail(setting(language), {
      confirmUrl: 'https://backbeat.example/c',
      asker,
    });
    expect(text).toContain('$&<***@evil.example');
    expect(html).toContain('$&amp;&lt;***@evil.example');
  });
});

describe.each(['en', 'fr'] as const)('the mail to somebody on a clinic’s list, in %s', (language) => {
  const agreed = { on: '2026-10-01', how: 'paper form at the <front> desk' };
  const invited = (more: { readonly clinic?: string; readonly contact?: string } = {}, begins?: string) =>
    renderConfirmationMail(setting(language), {
      confirmUrl: 'https://backbeat.example/c',
      begins,
      invitation: { agreed, time: '18:30', zone: 'America/New_York', ...more },
    });
  const elm = { clinic: 'Elm Street Physio', contact: '+1 212 555 0199' };

  it('names who invites and whom to ask, when and how they agreed, and what pressing the button does', () => {
    const { subject, text, html } = invited(elm);
    expect(subject).toMatch(/^Elm Street Physio (invites you|vous invite)/);
    expect(text).toMatch(/(1 October|1er octobre) 2026 \(paper form at the <front> desk\)/);
    expect(html).toContain('(paper form at the &lt;front&gt; desk)');
    for (const part of [text, html]) {
      expect(part).toMatch(/6:30 pm, New York time|18h30, heure de New York/);
      expect(part).toMatch(/If you do not press it, nothing more is sent|Si vous n’appuyez pas, rien d’autre/);
      expect(part).toMatch(/Elm Street Physio.{1,2}: \+1 212 555 0199|Elm Street Physio: \+1 212 555 0199/);
      expect(part).not.toMatch(/[Ss]omebody|quelqu’un|undefined|\{\w+\}/);
    }
  });

  it('names the programme that the code has them begin with', () => {
    expect(invited(elm, 'eight weeks of walking').text).toContain('(eight weeks of walking)');
    expect(invited(elm).text).toMatch(/one small tip for back pain a day|un petit conseil par jour/);
  });

  it('says so where nobody named a clinic, and cuts what a list says at length', () => {
    expect(invited().text).toMatch(/^(The organisation that offers|L’organisme qui vous propose) Backbeat/);
    const long = renderConfirmationMail(setting(language), {
      confirmUrl: 'https://backbeat.example/c',
      invitation: { agreed: { ...agreed, how: 'word '.repeat(200) }, time: '09:00', zone: 'Europe/Paris' },
    });
    expect(Math.max(...long.text.split('\n').map(({ length }) => length))).toBeLessThan(420);
  });
});

describe.each(['en', 'fr'] as const)('the mail of the sign-up page, in %s', (language) => {
  it('promises one tip a day, unless the code has them begin with another programme', () => {
    const asked = (begins?: string) =>
      renderConfirmationMail(setting(language), { confirmUrl: 'https://backbeat.example/c', begins });
    const daily = /tip for back pain a day|conseil par jour/;
    for (const part of [asked().text, asked().html]) expect(part).toMatch(daily);
    for (const part of [asked('some walking').text, asked('some walking').html]) {
      expect(part).toContain('(some walking)');
      expect(part).not.toMatch(daily);
    }
  });
});
