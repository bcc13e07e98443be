import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { conceptNames, conceptNamesFile } from '../../../../content/build/concept-names.ts';
import { findSafetyRule, safetyRules } from '../../../../shared/domain/reading/safety/find-safety.ts';
import { lexicons, words } from '../fresh-lexicon.ts';

const list = z.array(z.string());
const examples = z
  .strictObject({ crisis: list, now: list, today: list, violence: list, none: list })
  .parse(parse(readFileSync(join(import.meta.dirname, 'examples.yaml'), 'utf8')));

describe('red flags by rules over concepts', () => {
  it.each(Object.entries(examples))('%s', (label, texts) => {
    const wrong = texts.filter((text) => (findSafetyRule(words(text))?.flag ?? 'none') !== label);
    expect(wrong).toEqual([]);
  });

  it('have one identity and a reason each', () => {
    expect(new Set(safetyRules.map(({ id }) => id)).size).toBe(safetyRules.length);
    for (const { id, why } of safetyRules) expect(why.length, id).toBeGreaterThan(8);
  });

  it('are each met by some example', () => {
    const met = new Set(
      Object.values(examples).flatMap((texts) => texts.map((text) => findSafetyRule(words(text))?.id)),
    );
    expect(safetyRules.map(({ id }) => id).filter((id) => !met.has(id))).toEqual([]);
  });

  it('are checked against every concept that the lexicons define, and no other', () => {
    const known = readFileSync(join(import.meta.dirname, '../../../..', conceptNamesFile), 'utf8');
    expect(known).toBe(conceptNames(Object.values(lexicons)));
  });
});
