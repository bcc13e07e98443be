import { describe, expect, it } from 'vitest';
import { renderPromptMail } from '../../../shared/mails/render-prompt-mail.ts';
import { setting, tipLinks } from './mail-setting.ts';

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
