import { describe, expect, it } from 'vitest';
import { readReplyText } from '../../../shared/domain/reading/own-text/reply-text.ts';

const names = new Set(['ana', 'müller']);
const read = (...lines: readonly string[]) => readReplyText(lines.join('\r\n'), names).text;

const tip = ['> How was your back?', '> Reply with a number 0–10.', '> PAIN 9 is a lot.'];

describe('the words of an answer', () => {
  it.each([
    ['Gmail', ['PAIN 3', '', 'On Tue, Jan 8, 2030 at 9:00 AM Backbeat wrote:', ...tip]],
    [
      'Gmail, wrapped',
      [
        'PAIN 3',
        '',
        'On Tue, Jan 8, 2030 at 9:00 AM Backbeat',
        '<reply+abc234@backbeat.example>',
        'wrote:',
        '',
        ...tip,
      ],
    ],
    [
      'Gmail in French',
      ['PAIN 3', '', 'Le mar. 8 janv. 2030 à 09:00, Backbeat <tips@backbeat.example> a', 'écrit :', '', ...tip],
    ],
    ['Apple Mail', ['PAIN 3', '', '> On 8 Jan 2030, at 09:00, Backbeat <tips@backbeat.example> wrote:', '> ', ...tip]],
    [
      'Apple Mail in French',
      ['PAIN 3', '', '> Le 8 janv. 2030 à 09:00, Backbeat <tips@backbeat.example> a écrit :', ...tip],
    ],
    [
      'French, decomposed accents and a narrow space',
      ['PAIN 3', '', 'Le 8 janv. 2030 a\u0300 09:00, Backbeat a e\u0301crit\u202f:', ...tip],
    ],
    ['an older Outlook', ['PAIN 3', '', '-----Original Message-----', 'From: Backbeat', 'PAIN 9']],
    ['an older Outlook in French', ['PAIN 3', '', "-----Message d'origine-----", 'De : Backbeat', 'PAIN 9']],
    ['Outlook', ['PAIN 3', '', '________________________________', 'From: Backbeat', 'Sent: Tuesday', 'PAIN 9']],
    [
      'Outlook without a line',
      ['PAIN 3', '', 'From: Backbeat', 'Sent: Tuesday, January 8, 2030 9:00 AM', 'To: Ana', 'PAIN 9'],
    ],
    ['Outlook in French', ['PAIN 3', '', 'De : Backbeat', 'Envoyé : mardi 8 janvier 2030 09:00', 'À : Ana', 'PAIN 9']],
    ['Outlook for iOS, bold', ['PAIN 3', '', '*From:* Backbeat', '*Date:* Tuesday, 8 January 2030 at 09:00', 'PAIN 9']],
    [
      'a language we do not know',
      ['PAIN 3', '', 'Dňa 8. 1. 2030 napísal Backbeat <reply+abc234@backbeat.example>:', 'PAIN 9'],
    ],
    [
      'German',
      ['PAIN 3', '', 'Am Di., 8. Jan. 2030 um 09:00 Uhr schrieb Backbeat <tips@backbeat.example>:', '', ...tip],
    ],
    ['a signature', ['PAIN 3', '', '-- ', 'Ana', 'Tel. 5551234']],
    ['an iPhone', ['PAIN 3', '', 'Sent from my iPhone', '', ...tip]],
    ['a French iPhone', ['PAIN 3', '', 'Envoyé de mon iPhone', '', ...tip]],
    ['an Android phone', ['PAIN 3', '', 'Sent from Outlook for Android', '', ...tip]],
    ['no quote', ['PAIN 3']],
    ['a greeting', ['Hello,', '', 'PAIN 3']],
    ['an answer at the bottom', ['On Tue, Jan 8, 2030 at 9:00 AM Backbeat wrote:', '', ...tip, '', 'PAIN 3']],
    ['an answer below a quote without a heading', [...tip, 'PAIN 3']],
    ['their name', ['PAIN 3', '', 'Ana']],
    ['their whole name', ['PAIN 3', '', 'Ana MÜLLER.']],
    ['thanks', ['PAIN 3', 'Thanks!']],
    ['thanks and their name', ['PAIN 3', '', 'Many thanks, Ana']],
    ['a business card', ['PAIN 3', '', 'Kind regards,', 'Ana Müller', 'Tel. +1 (555) 123-4567', 'www.example.org']],
    ['thanks in French', ['PAIN 3', '', 'Merci d’avance', 'Ana']],
    ['invisible characters', ['\u200bPAIN\u00a03\ufeff', '', '> PAIN 9']],
  ])('are found above, below or beside what is quoted: %s', (_, lines) => {
    expect(read(...lines)).toBe('PAIN 3');
  });

  it('keep their lines', () => {
    expect(read('PAIN 6', 'worse after gardening,', '', 'better in bed', '', ...tip)).toBe(
      'PAIN 6\nworse after gardening,\n\nbetter in bed',
    );
  });

  it('are not what only looks like a quote', () => {
    expect(read('On the whole a 6,', 'as my doctor wrote: rest')).toBe('On the whole a 6,\nas my doctor wrote: rest');
    expect(read('To be honest: 7', 'less than on Monday')).toBe('To be honest: 7\nless than on Monday');
    expect(read('Hi')).toBe('Hi');
  });

  it.each([
    ['says more', ['6', '', 'Ana cannot feel her legs', 'Ana'], '6\n\nAna cannot feel her legs'],
    ['is all there is', ['Ana'], 'Ana'],
    ['is all there is', ['Thanks', 'Ana'], 'Thanks'],
    ['is a score', ['PAIN 6', '5 at night'], 'PAIN 6\n5 at night'],
    ['is somebody else’s name', ['PAIN 6', 'Ben'], 'PAIN 6\nBen'],
  ])('keep a last line that %s', (_, lines, words) => {
    expect(read(...lines)).toBe(words);
  });

  it('keep a cry for help that stands below the score', () => {
    expect(read('6', '', 'I cannot feel my legs', '', ...tip)).toBe('6\n\nI cannot feel my legs');
  });

  it('keep a cry for help at the end of a long story', () => {
    const story = Array.from({ length: 200 }, (_, day) => `Day ${day}: walked to the shop and back, then rested.`);
    const words = read(...story, '', 'And now I want to die.', '', ...tip);
    expect(words.length).toBeGreaterThan(9000);
    expect(words.endsWith('And now I want to die.')).toBe(true);
    expect(words).not.toContain('PAIN 9');
  });

  it.each([
    ['nothing was written', tip],
    [
      'what is quoted cannot be told from what was written below',
      ['-----Original Message-----', 'From: Backbeat', 'PAIN 9'],
    ],
    ['only the phone wrote', ['Sent from my iPhone', '', ...tip]],
  ])('are none when %s', (_, lines) => {
    expect(read(...lines)).toBe('');
  });

  it.each([
    ['spaces', ' '.repeat(200_000)],
    ['line ends', '\n'.repeat(200_000)],
    ['quote marks', '> '.repeat(100_000)],
    ['headings without end', 'On x y\n'.repeat(30_000)],
    ['dashes', '-'.repeat(200_000)],
    ['one long line', `On ${'a '.repeat(100_000)}`],
    ['brackets', `From: ${'<'.repeat(100_000)}`],
  ])('are looked for in a second of computing at most: %s', (_, text) => {
    const start = process.cpuUsage();
    readReplyText(text, names);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(1000);
  });
});
