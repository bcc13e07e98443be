import { describe, expect, it } from 'vitest';
import { firstProgramme } from '../../../shared/content/programmes.ts';
import { codeInWords } from '../../../shared/use-cases/desk/code-in-words.ts';

const first = firstProgramme();
const kept = {
  code: 'KNEE7',
  clinic: 'Elm Street Physio',
  contact: '+1 212 555 0199',
  at: Date.parse('2030-01-07T14:00:00Z'),
  by: 'sam',
} as const;
const walking = first.others?.find(({ id }) => id === 'walking')?.number ?? 0;

describe('what a code stands for, in words', () => {
  it('is all that was stored, so that whoever made it sees a slip before the cards are printed', () => {
    const rows = codeInWords('en', { ...kept, language: 'fr', time: '18:30', programme: walking, arm: 'A' }, first);
    expect(rows).toEqual([
      ['code', 'KNEE7'],
      ['clinic, as people are told', 'Elm Street Physio'],
      ['whom they may ask', '+1 212 555 0199'],
      ['programme', 'begins with eight weeks of walking, three messages a week'],
      ['language', 'French, for whoever names no other'],
      ['time', '18:30, where they are'],
      ['arm of a study', 'A, of which nobody is told'],
      ['ends', 'when you end it'],
      ['made', '2030-01-07 14:00 UTC, by sam'],
    ]);
  });

  it('says what was left open', () => {
    const rows = new Map(codeInWords('en', kept, first));
    expect([rows.get('programme'), rows.get('language'), rows.get('time')]).toEqual([
      'begins with the back tips, one a day, as everybody does',
      'that of the word they join by: JOIN or INSCRIPTION',
      '09:00 where they are, unless they choose another',
    ]);
    expect(rows.has('arm of a study')).toBe(false);
    expect(new Map(codeInWords('en', { ...kept, endedAt: kept.at + 86_400_000 }, first)).get('ends')).toBe(
      'ended on 2030-01-08',
    );
  });

  it('says it in French', () => {
    const rows = new Map(codeInWords('fr', { ...kept, language: 'en', time: '18:30', programme: walking }, first));
    expect([rows.get('langue'), rows.get('heure'), rows.get('programme'), rows.get('fin')]).toEqual([
      'anglais, pour qui n’en nomme pas d’autre',
      '18:30, là où est la personne',
      'commence par huit semaines de marche, trois messages par semaine',
      'quand vous y mettez fin',
    ]);
  });

  it('says that a programme is gone', () => {
    expect(new Map(codeInWords('en', { ...kept, programme: 9 }, first)).get('programme')).toMatch(/here no longer/);
  });
});
