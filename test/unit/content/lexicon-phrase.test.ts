import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { compileLexicon } from '../../../content/build/compile-lexicon.ts';
import { LexiconPhraseError, readPhrase } from '../../../content/build/lexicon-phrase.ts';

it.each(['take me (off', 'take me off)', 'take (me (and mine)) off', '(take) (me)', 'take//leave me', 'take ()'])(
  'refuses the phrase %s',
  (phrase) => {
    expect(() => readPhrase(phrase)).toThrow(LexiconPhraseError);
  },
);

it('tells what may be missing', () => {
  expect(readPhrase('take/put (me) off+of it')).toEqual([['take', 'put'], ['me', ''], ['off of'], ['it']]);
});

it('refuses a phrase whose end YAML takes for a comment', () => {
  const root = mkdtempSync(join(tmpdir(), 'backbeat-lexicon-'));
  mkdirSync(join(root, 'en/lexicon'), { recursive: true });
  writeFileSync(
    join(root, 'en/lexicon/hours.yaml'),
    'subject: Hours\nconcepts:\n  - concept: hour\n    means: An hour\n    phrases:\n      - at # am now\n',
  );
  expect(() => compileLexicon(root, 'en')).toThrow('content/en/lexicon/hours.yaml:6');
  rmSync(root, { recursive: true });
});
