import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileOpenings } from '../../content/opt-out-openings.ts';
import { findOptOut } from '../../shared/domain/reply/opt-out.ts';
import * as optOut from '../../shared/domain/reply/opt-out-patterns.ts';
import { otherDay } from '../../shared/domain/reply/score-day.ts';
import * as shapes from '../../shared/domain/reply/score-shapes.ts';
import { atTheStart, takenBackAnywhere } from '../../shared/domain/reply/score-taken-back.ts';

/** Without what must not follow. */
const withoutNegations = (source: string): string => {
  const from = source.indexOf('(?!');
  if (from < 0) return source;
  let depth = 0;
  let to = from;
  do {
    if (source[to] === '(') depth += 1;
    if (source[to] === ')') depth -= 1;
    to += 1;
  } while (depth > 0);
  return withoutNegations(source.slice(0, from) + source.slice(to));
};

/** Texts that an expression matches, but for what it looks ahead and back to, which the generator cannot. */
const matching = (source: string): fc.Arbitrary<string> =>
  fc.stringMatching(
    new RegExp(
      withoutNegations(source)
        .replace(/\(\?<?=[^()]*\)/g, '')
        .replace('(?:^| )', ' ')
        .replaceAll('\\p{L}', '[a-z]'),
    ),
  );

const { saidAnywhere, wrongNumber, behindNumber } = optOut;
const gated = Object.entries({
  ...shapes,
  otherDay,
  atTheStart,
  takenBackAnywhere,
  saidAnywhere,
  wrongNumber,
  behindNumber,
}).flatMap(([name, pattern]) => ('within' in pattern ? [[name, pattern] as const] : []));

describe('a pattern that is compiled only when it may match', () => {
  it('is one of many', () => expect(gated.length).toBeGreaterThan(12));

  it.each(gated)('%s may match whatever it matches', (_, pattern) => {
    fc.assert(
      fc.property(matching(pattern.compiled().source), (text) => {
        expect(pattern.within(text)).toBeDefined();
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the words that opt-outs begin with', () => {
  it('let through whatever asks to be left alone', () => {
    const openings = compileOpenings();
    for (const source of optOut.wholeClauses())
      fc.assert(
        fc.property(matching(`^(?:${source})$`), (clause) => {
          const [first = ''] = clause.split(' ', 1);
          expect(openings.includes(first) || openings.some((word) => word.length >= 3 && first.startsWith(word))).toBe(
            true,
          );
        }),
        { numRuns: 50 },
      );
  });

  it('are looked for in what was compiled', () => {
    expect(findOptOut('stop texting me', ' stop texting me ')).toEqual({ by: 'ours', wrongNumber: false });
  });
});
