import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  compileMailTemplate,
  compileMailTemplates,
  MailTemplateError,
} from '../../../content/build/compile-mail-templates.ts';
import type { MailTemplates } from '../../../shared/content/mail-templates.ts';
import { fillTemplate, MissingPlaceholderError } from '../../../shared/mails/fill-template.ts';
import { renderAnswerMail } from '../../../shared/mails/render-answer-mail.ts';
import { renderConfirmationMail } from '../../../shared/mails/render-confirmation-mail.ts';
import { renderPromptMail } from '../../../shared/mails/render-prompt-mail.ts';
import { renderTipMail } from '../../../shared/mails/render-tip-mail.ts';

let templates: MailTemplates;
beforeAll(async () => {
  const { tip, answer, confirmation } = await compileMailTemplates();
  if (!tip || !answer || !confirmation) throw new Error('a template is missing');
  templates = { tip, answer, confirmation };
});

const setting = (language: 'en' | 'fr') => ({ templates, language, contact: 'Spine & Joint Clinic, 1 High St, Leeds' });
const tip = {
  title: 'Walk <a little>',
  subject: 'Tip: walk\r\na little',
  html: '<p>Walk <strong>ten</strong> minutes.</p>',
  text: 'Walk ten minutes.',
  evidence: 'Walking helps as much as other exercise.',
  caution: 'Stop if your legs go numb.',
};
const tipLinks = {
  diaryUrl: 'https://backbeat.example/diary/d',
  unsubscribeUrl: 'https://backbeat.example/unsubscribe/u',
  painUrl: 'https://backbeat.example/pain/p',
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

describe('a template', () => {
  it('names what it needs', () => {
    expect(templates.confirmation.placeholders).toContain('confirmUrl');
    expect(() => fillTemplate(templates.confirmation, {})).toThrow(MissingPlaceholderError);
    expect(() => fillTemplate({ html: '{{toString}}', placeholders: [] }, {})).toThrow('{{toString}}');
  });

  const compile = (source: string) => {
    const file = join(mkdtempSync(join(tmpdir(), 'mjml-')), 'bad.mjml');
    writeFileSync(file, source);
    return compileMailTemplate(file, source);
  };

  it.each([
    [
      'a tag that does not exist',
      '<mjml><mj-body>\n<mj-section><mj-column><mj-txt>x</mj-txt></mj-column></mj-section></mj-body></mjml>',
      /bad\.mjml: line 2: .*mj-txt/,
    ],
    [
      'an attribute that does not exist',
      '<mjml><mj-body><mj-section>\n\n<mj-column colour="red"></mj-column></mj-section></mj-body></mjml>',
      /line 3: .*colour/,
    ],
    ['a placeholder where MJML drops it', '<mjml><mj-body>{{x}}</mj-body></mjml>', /\{\{x\}\} does not reach/],
    [
      'a section that is not closed',
      '<mjml><mj-body><mj-section><mj-column><mj-text>{{#a}}b</mj-text></mj-column></mj-section></mj-body></mjml>',
      /\{\{#a\}\} is not closed/,
    ],
    [
      'a part that does not exist',
      '<mjml><mj-body><mj-include path="./gone.mjml" /></mj-body></mjml>',
      /gone\.mjml, which does not exist/,
    ],
    ['no MJML', 'hello', /is not MJML/],
  ])('with %s fails the build and says where', async (_, source, message) => {
    const failed = await compile(source).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(MailTemplateError);
    expect(String(failed)).toMatch(message);
  });
});

describe('the mail of the week', () => {
  const week = { prompt: 'weekly', words: 'Backbeat, your week: as far as you wanted?', date: '2030-01-14' } as const;
  const linksIn = (html: string): (readonly [href: string, label: string])[] =>
    [...html.matchAll(/<a class="answer" href="([^"]*)"[^>]*>([^<]*)</g)].map(([, href = '', label = '']) => [
      href.replaceAll('&amp;', '&').replace(tipLinks.painUrl, ''),
      label,
    ]);

  it.each([
    ['en', ['On all days', 'On some days', 'On no day']],
    ['fr', ['Tous les jours', 'Certains jours', 'Aucun jour']],
  ] as const)('answers its question with a button for each answer, and names its own date: %s', (language, labels) => {
    const { html, text } = renderPromptMail(setting(language), week, tipLinks);
    expect(linksIn(html)).toEqual(
      ['all', 'some', 'none'].map((reach, at) => [`/week?of=2030-01-14&reach=${reach}`, labels[at]]),
    );
    expect(text).toContain('https://backbeat.example/pain/p/week?of=2030-01-14\n');
  });

  it.each([
    ['en', ['I am there', 'Not yet', 'Another goal']],
    ['fr', ['C’est fait', 'Pas encore', 'Un autre objectif']],
  ] as const)('asks about the goal with a button for each answer: %s', (language, labels) => {
    const { html, text } = renderPromptMail(setting(language), { ...week, goal: 'walk' }, tipLinks);
    expect(linksIn(html).slice(3)).toEqual(
      ['done', 'not-yet', 'change'].map((goal, at) => [`/week?of=2030-01-14&goal=${goal}`, labels[at]]),
    );
    expect(text).toContain('/week?of=2030-01-14&goal=\n');
  });

  it('offers minutes where that is what it asks', () => {
    const { html } = renderPromptMail(setting('en'), { ...week, asks: 'minutes' }, tipLinks);
    expect(linksIn(html).map(([href]) => href)).toEqual(
      ['5', '10', '15', '20', '30', ''].map((minutes) => `/week?of=2030-01-14&minutes=${minutes}`),
    );
  });

  it.each(['nudge', 'summary', 'goodbye', 'ease', 'fewer'] as const)('has these buttons alone: not %s', (prompt) => {
    const { html, text } = renderPromptMail(setting('en'), { ...week, prompt, goal: 'walk' }, tipLinks);
    expect(html + text).not.toContain('/week');
  });
});
