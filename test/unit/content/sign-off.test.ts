import { describe, expect, it } from 'vitest';
import {
  hashOf,
  hashOfSafetyContent,
  readSignOff,
  signedFiles,
  signOffState,
} from '../../../content/build/sign-off.ts';

const hash = hashOf([['a.yaml', 'text']]);
const signed = { name: 'Dr A. Clinician', date: '2026-12-01', hash };

describe('a clinician’s sign-off', () => {
  it('is missing until somebody gives it', () => {
    expect(signOffState(readSignOff(), hashOfSafetyContent())).toBe('missing');
    expect(signOffState({ ...signed, name: null }, hash)).toBe('missing');
  });

  it('holds for the content that was read, and for no other', () => {
    expect(signOffState(signed, hash)).toBe('valid');
    expect(signOffState(signed, hashOf([['a.yaml', 'text.']]))).toBe('outdated');
    expect(signOffState(signed, hashOf([['b.yaml', 'text']]))).toBe('outdated');
  });

  it('covers answers, helplines, lexicons and rules', () => {
    expect(signedFiles()).toEqual(
      expect.arrayContaining([
        'content/helplines.yaml',
        'content/safety-answers.yaml',
        'content/en/lexicon/crisis.yaml',
        'content/fr/lexicon/context.yaml',
        'shared/domain/reading/safety/rules-now.ts',
      ]),
    );
  });

  it.each(['name: 5', 'name: Dr A\ndate: yesterday\nhash: null', 'name: null\ndate: null\nhash: abc'])(
    'of another form is refused: %j',
    (text) => {
      expect(() => readSignOff(text)).toThrow(/sign-off\.yaml/);
    },
  );
});
