import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { findSafetyRule, safetyRules } from '../../../../shared/domain/reading/safety/find-safety.ts';
import { concepts, words } from '../fresh-lexicon.ts';

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

  it('name only concepts that the lexicons have', () => {
    const named = new Set(safetyRules.flatMap(({ all, unless = [] }) => [...all.flatMap(({ any }) => any), ...unless]));
    const derived = ['number-beyond-dose', 'high-temperature', 'normal-degrees', 'old-age'];
    const known = new Set([...concepts, ...derived]);
    expect([...named].filter((concept) => !known.has(concept))).toEqual([]);
  });
});
