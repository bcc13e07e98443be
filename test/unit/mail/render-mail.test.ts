import { describe, expect, it } from 'vitest';
import { renderAnswerMail } from '../../../shared/mails/render-answer-mail.ts';
import { renderConfirmationMail } from '../../../shared/mails/render-confirmation-mail.ts';
import { renderTipMail } from '../../../shared/mails/render-tip-mail.ts';
import { setting, tipLinks } from './mail-setting.ts';

const tip = {
  title: 'Walk <a little>',
  subject: 'Tip: walk\r\na little',
  html: '<p>Walk <strong>ten</strong> minutes.</p>',
  text: 'Walk ten minutes.',
  evidence: 'Walking helps as much as other exercise.',
  caution: 'Stop if your legs go numb.',
};
const notAdvice = { en: /not medical advice/, fr: /pas un avis médical/ };

const all = (language: 'en' | 'fr') => [
  renderTipMail(setting(language), tip, tipLinks),
  renderAnswerMail(setting(language), { answers: ['Logged 6.'], publicBaseUrl: 'https://backbeat.example' }),
  renderConfirmationMail(setting(language), { confirmUrl: 'https://backbeat.example/confirm/c' }),
];

describe.each(['en', 'fr'] as const)('every mail in %s', (language) => {
  it('says that it is no medical advice and who sends it, in both parts', () => {
    for (const { text, html } of all(language)) {
      expect(text).toMatch(notAdvice[language]);
      expect(html).toMatch(notAdvice[language]);
      expect(text).toContain('Spine & Joint Clinic');
      expect(html).toContain('Spine &amp; Joint Clinic');
    }
  });

  it('says nothing of how often tips come: who wants fewer gets the same mail', () => {
    const { text, html } = renderTipMail(setting(language), tip, tipLinks);
    expect(text + html).not.toMatch(/tip a day|conseil par jour/);
    expect(text).toMatch(/confirmed this address|confirmée depuis cette adresse/);
  });

  it('has no placeholder left, names its language, and fetches nothing from the web', () => {
    for (const { subject, text, html } of all(language)) {
      expect(subject + text + html).not.toMatch(/\{\{|\}\}|undefined/);
      expect(html).toContain(`<html lang="${language}"`);
      expect(html).not.toMatch(/<img|<link|@import|\bsrc=|url\(/);
      for (const [, link] of html.matchAll(/href="([^"]*)"/g)) expect(link).toMatch(/^https:\/\/backbeat\.example\//);
      expect(subject).toMatch(/^[^\r\n]{4,}$/);
    }
  });

  it('stays far below the 102 KB at which Gmail cuts', () => {
    for (const { html } of all(language)) expect(html.length).toBeLessThan(20_000);
  });
});

describe('the mail of a tip', () => {
  it('says the tip, its evidence and its caution, in both parts', () => {
    const { subject, text, html } = renderTipMail(setting('en'), tip, tipLinks);
    expect(subject).toBe('Tip: walk a little');
    expect(html).toContain('Walk &lt;a little&gt;');
    expect(html).toContain('<p>Walk <strong>ten</strong> minutes.</p>');
    for (const part of [text, html]) {
      expect(part).toContain('Walking helps as much as other exercise.');
      expect(part).toContain('Take care:');
      expect(part).toContain('Stop if your legs go numb.');
      expect(part).toContain('Reply with a number 0–10');
      expect(part).toContain('112, 911 or 999');
      for (const link of Object.values(tipLinks)) expect(part).toContain(link);
    }
  });

  it('has eleven buttons, 0 to 10', () => {
    const { html } = renderTipMail(setting('en'), tip, tipLinks);
    const scores = [...html.matchAll(/href="https:\/\/backbeat\.example\/pain\/p\?score=(\d+)"[^>]*>(\d+)<\/a>/g)];
    expect(scores.map(([, score, label]) => [score, label])).toEqual(
      Array.from({ length: 11 }, (_, n) => [String(n), String(n)]),
    );
  });

  it('has none without a page to press them on', () => {
    const { painUrl: _, ...rest } = tipLinks;
    const { html, text } = renderTipMail(setting('en'), tip, rest);
    expect(html + text).not.toMatch(/score=|choose a number/i);
  });

  it('has no caution when there is none', () => {
    const { text, html } = renderTipMail(setting('en'), { ...tip, caution: '' }, tipLinks);
    expect(text + html).not.toContain('Take care:');
  });
});

describe('the mail of an answer', () => {
  const answer = (answers: readonly string[], subject?: string) =>
    renderAnswerMail(setting('en'), { answers, publicBaseUrl: 'https://backbeat.example', subject });

  it('keeps the subject of what it answers, once', () => {
    expect(answer(['ok'], 'RE: Re : Tip\r\nBcc: x').subject).toBe('Re: Tip Bcc: x');
    expect(answer(['ok'], 'Rép: Conseil').subject).toBe('Re: Conseil');
    expect(answer(['ok'], '').subject).toBe('Your message to Backbeat');
    expect(answer(['ok'], 'x'.repeat(1000)).subject.length).toBeLessThan(160);
  });

  it('links our own addresses and no others', () => {
    const { html } = answer([
      'Diary: https://backbeat.example/diary/abc. See <https://evil.example/x> https://backbeat.example.evil/y',
    ]);
    expect(html).toMatch(/<a class="button" href="https:\/\/backbeat\.example\/diary\/abc"[^>]*>Your diary<\/a>/);
    expect(html).not.toContain('>https://backbeat.example/diary/abc<');
    expect(answer(['See https://backbeat.example/terms.']).html).toContain(
      '<a href="https://backbeat.example/terms">https://backbeat.example/terms</a>.',
    );
    expect(html).toContain('&lt;https://evil.example/x&gt;');
    expect(html).not.toMatch(/href="https:\/\/(evil|backbeat\.example\.evil)/);
  });

  it('has a paragraph for each of a longer answer', () => {
    expect(answer(['A title\n\nOne.\n- two']).html).toContain('<p>A title</p><p>One.<br>- two</p>');
  });

  it('shows what somebody wrote as they wrote it', () => {
    const { html, text } = answer(['{{contact}} {{{answer}}} <b>&\n$& $1']);
    expect(html).toContain('<p>{{contact}} {{{answer}}} &lt;b&gt;&amp;<br>$&amp; $1</p>');
    expect(text).toContain('{{contact}} {{{answer}}} <b>&\n$& $1');
  });
});

describe('French in a mail', () => {
  const wide = '\u00A0';
  const french = (answer: string) =>
    renderAnswerMail(setting('fr'), { answers: [answer], publicBaseUrl: 'https://backbeat.example' });

  it('has its spaces and apostrophes in both parts, though a text has neither', () => {
    const { text, html } = french("Backbeat: c'est noté. Moyenne: 6; d'habitude: 3. Erreur? CORRIGE 5 !");
    const set = `Backbeat${wide}: c’est noté. Moyenne${wide}: 6${wide}; d’habitude${wide}: 3. Erreur${wide}? CORRIGE 5${wide}!`;
    expect(text).toContain(set);
    expect(html).toContain(set);
  });

  it.each(['https://backbeat.example/diary/a:b?c=1', 'à 09:30', 'HEURE 9h30', ':)', '1:2', "l' été"])(
    'leaves %s as it is',
    (part) => {
      expect(french(`Voir ${part} ici.`).text).toContain(`Voir ${part} ici.`);
    },
  );

  it('has them before its links too', () => {
    const { text } = renderTipMail(setting('fr'), tip, tipLinks);
    expect(text).toContain(`Votre journal${wide}: https://backbeat.example/diary/d`);
    expect(text).toContain(`Se désabonner${wide}: https://backbeat.example/unsubscribe/u`);
  });
});

describe('whom to turn to', () => {
  const htmlOf = (contact: string): string =>
    renderAnswerMail({ ...setting('en'), contact }, { answers: ['ok'], publicBaseUrl: 'https://backbeat.example' })
      .html;

  it.each([
    ['help@clinic.example', '<a href="mailto:help@clinic.example"'],
    ['Elm Street Physio, 1 High St, Leeds, help@clinic.example.', '<a href="mailto:help@clinic.example"'],
    ['https://clinic.example/back?a=1&b=2.', '<a href="https://clinic.example/back?a=1&amp;b=2"'],
  ])('is a link that can be pressed: %s', (contact, link) => {
    expect(htmlOf(contact)).toContain(link);
  });

  it('stays words where it is an address of a house', () => {
    expect(htmlOf('Spine & Joint Clinic, 1 High St, Leeds')).not.toContain('<a href');
  });
});
