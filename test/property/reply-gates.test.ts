import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSafety } from '../../shared/domain/reply/safety.ts';
import { otherDay } from '../../shared/domain/reply/score-day.ts';
import * as shapes from '../../shared/domain/reply/score-shapes.ts';
import { atTheStart, takenBackAnywhere } from '../../shared/domain/reply/score-taken-back.ts';
import { lexicon } from '../unit/reply/fresh-lexicon.ts';

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

const gated = Object.entries({
  ...shapes,
  otherDay,
  atTheStart,
  takenBackAnywhere,
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

describe('the signals of the safety net', () => {
  const words = [...new Set(lexicon.signals.concat(lexicon.tolerant.map((word) => ` ${word}`)))];
  const sources = lexicon.matchers.flatMap(({ signs, losses }) => [signs, losses]).filter((part) => part !== undefined);
  const everySignal = { ...lexicon, signals: [''] };
  const small = 'i my a the no not have had cannot in after since pain back both between week to of and , .'.split(' ');

  it('are in whatever a rule looks for', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...words, ...small.map((word) => ` ${word}`)), { maxLength: 12 }),
        (said) => {
          const text = `${said.join('')} `;
          expect(findSafety(text, lexicon)).toBe(findSafety(text, everySignal));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('are in whatever a pattern matches', () => {
    for (const source of sources.flatMap((part) => part.all().source.split(/(?<=\(\?= \))\|/)))
      fc.assert(
        fc.property(matching(source.replace(/\(\?![^)]*\) ?\)/g, '')), (text) => {
          expect(
            lexicon.signals.some((signal) => text.includes(signal)),
            text,
          ).toBe(true);
        }),
        { numRuns: 100 },
      );
  });
});
