import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { playThreads, renderThreads, segmentsByMonth } from '../../local/threads/render-threads.ts';

const threads = await playThreads();
const named = threads.map((thread) => [`${thread.person.name} (${thread.language})`, thread] as const);

describe('docs/threads.md', () => {
  it('is what npm run threads writes', async () => {
    const written = readFileSync(new URL('../../docs/threads.md', import.meta.url), 'utf8');
    expect(written === (await renderThreads()), 'run npm run threads').toBe(true);
  });
});

describe.each(named)('the thread of %s', (_name, { texts, person, language }) => {
  const unasked = texts.filter(({ isUnasked }) => isUnasked);

  it('has at most one message unasked on a local date, of one segment, thirty a month', () => {
    const dates = unasked.map(({ at }) => at.slice(0, 10));
    expect(new Set(dates).size).toBe(dates.length);
    expect(unasked.every(({ segments }) => segments === 1)).toBe(true);
    for (const month of segmentsByMonth(texts)) expect(month.unasked).toBeLessThanOrEqual(30);
  });

  it('reads the same in both languages: what comes when does not hang on the words', () => {
    const twin = threads.find((other) => other.person === person && other.language !== language);
    expect(twin?.texts.map(({ day, from, isUnasked }) => [day, from, isUnasked])).toEqual(
      texts.map(({ day, from, isUnasked }) => [day, from, isUnasked]),
    );
  });
});
