import { describe, expect, it } from 'vitest';
import { programme, tip, useContentFolder } from './content-set-up.ts';

const { problemsOf } = useContentFolder();
const tipPath = 'content/en/tips/01-walk.md';
const programmePath = 'content/programmes/back-care.yaml';
const changed = (from: string, to: string): string => {
  if (!tip.includes(from)) throw new Error(`no ${from} in the tip`);
  return tip.replace(from, to);
};

/** Words of parsers, which say nothing to whoever writes tips. */
const jargon = /YAML|[Ss]calar|[Mm]apping|[Ii]mplicit|[Cc]ollection|[Aa]lias|Invalid input|septet|front matter/;

/*
 * What somebody who writes tips and not programs gets wrong, and the one sentence that they are told for it: file, line, what is
 * wrong, what to write.
 */
describe('a fault as a physiotherapist makes it', () => {
  it.each<[string, string, number, string]>([
    ['a tab before a name', changed('verdict', '\tverdict'), 4, 'has a tab at its beginning: write two spaces'],
    ['a tab before words', changed('sms: Take', 'sms: >-\n\tTake'), 6, 'has a tab at its beginning: write two spaces'],
    [
      'a missing colon',
      changed('subject: A', 'subject A'),
      3,
      'has no colon behind its name: write `subject: A short walk today`',
    ],
    [
      'no space behind a colon',
      changed('subject: A', 'subject:A'),
      3,
      'needs a space behind the colon: write `subject: A short walk today`',
    ],
    [
      'a second colon',
      changed('subject: A', 'subject: News: a'),
      3,
      'has a second colon: put the words in quotes, `subject: "News: a short walk today"`',
    ],
    ['words that are not indented', changed('sms: Take', 'sms: >-\nTake'), 6, 'has no name: begin it with two spaces'],
    [
      'a list that is not indented alike',
      changed('    url', '  url'),
      11,
      'does not begin below the line before it: give both as many spaces',
    ],
    [
      'a space of a word processor',
      changed('sms: Take', 'sms: >-\n\u00a0\u00a0Take'),
      6,
      'begins with a space that only looks like one',
    ],
    [
      'a quote that is not closed',
      changed('title: A short walk', 'title: "A short walk'),
      2,
      'opens a quote that nothing closes',
    ],
    [
      'words behind quotes',
      changed('title: A short walk', 'title: "A short" walk'),
      2,
      'has words behind the quotes: put all of it in quotes',
    ],
    [
      'curly quotes around a title',
      changed('title: A short walk', 'title: “A short walk”'),
      2,
      '`title` begins with a curly quote',
    ],
    [
      'a title that begins with a sign',
      changed('title: A', 'title: @ A'),
      2,
      'begins with @, which has a meaning of its own: put the words in quotes',
    ],
    [
      'a title that begins with a star',
      changed('title: A', 'title: * A'),
      2,
      'begins with *, which has a meaning of its own',
    ],
    [
      'a title that begins with a bracket',
      changed('title: A', 'title: [new] A'),
      2,
      'begins with [, which has a meaning of its own',
    ],
    [
      'a name twice',
      changed('verdict: recommended', 'verdict: recommended\nverdict: weak'),
      5,
      'names `verdict` a second time',
    ],
    ['a name that is misspelt', changed('caution:', 'cautions:'), 8, '`cautions` is not known here: write `caution`'],
    [
      'a name that nobody knows',
      changed('caution:', 'colour: red\ncaution:'),
      8,
      '`colour` is not known here: look at its name',
    ],
    [
      'a date written otherwise',
      changed('reviewed: 2026-11-22', 'reviewed: 22/11/2026'),
      12,
      'written as 2026-11-22: year, month, day',
    ],
    [
      'an address without https',
      changed('https://example.org/guideline', 'www.example.org'),
      11,
      '`url` in no. 1 of `sources` must be an https address',
    ],
    [
      'nothing behind a name',
      changed('evidence: Guidelines advise walking.', 'evidence:'),
      7,
      '`evidence` is missing: one honest sentence',
    ],
    [
      'a curly quote in a text',
      changed('sms: Take', 'sms: Don’t wait. Take'),
      5,
      'write plain letters, straight quotes',
    ],
    [
      'long dashes around the names',
      tip.replace('---', '———'),
      1,
      'must begin with a line of three plain hyphens (---)',
    ],
    [
      'no second line of hyphens',
      tip.replace('\n---\n', '\n'),
      1,
      'write a second one between `reviewed` and the mail',
    ],
  ])('%s is told in one sentence', (_, text, line, words) => {
    const problems = problemsOf({ tip: text });
    expect(problems).toEqual([expect.stringContaining(`${tipPath}:${line}: `)]);
    expect(problems[0]).toContain(words);
    expect(problems[0]).not.toMatch(jargon);
  });

  it.each<[string, string, number, string]>([
    ['a bracket that is not closed', programme.replace(' }', ''), 5, 'opens a bracket that nothing closes'],
    [
      'a name without its number',
      programme.replace('01-walk', 'walk'),
      5,
      '`tip` in no. 1 of `tips` must be a number of two digits and a name',
    ],
    [
      'a misspelt tip',
      programme.replace('01-walk', '01-wakl'),
      5,
      '01-wakl has no file content/en/tips/01-wakl.md, but 01-walk.md is there: give both the same name',
    ],
    ['a word for a number', programme.replace('days: 1', 'days: one'), 2, '`days` must be a whole number of days'],
    [
      'one tip to skip that is no list',
      `${programme}skip: 01-walk\n`,
      6,
      '`skip` must be a list in brackets, as [16-tennis-ball, 30-shoes]',
    ],
    [
      'effort: yes',
      programme.replace(' }', ', effort: yes }'),
      5,
      '`effort` in no. 1 of `tips` is `true`, or is left out',
    ],
  ])('%s in a programme is told in one sentence, and no tip is called useless for it', (_, text, line, words) => {
    const problems = problemsOf({ programme: text });
    expect(problems).toEqual([expect.stringContaining(`${programmePath}:${line}: `)]);
    expect(problems[0]).toContain(words);
    expect(problems[0]).not.toMatch(jargon);
  });

  it('is none where Notepad has written the file: its mark at the beginning, and its ends of lines', () => {
    expect(problemsOf({ tip: `\ufeff${tip.replaceAll('\n', '\r\n')}`, programme: `\ufeff${programme}` })).toEqual([]);
  });
});
