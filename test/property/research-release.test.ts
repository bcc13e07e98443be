import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ResearchPerson, releaseResearch } from '../../shared/domain/desk/research-release.ts';
import { inRanges, tellable } from '../../shared/domain/desk/shared-cells.ts';
import { reaches } from '../../shared/domain/diary/diary.ts';
import { researchFiles } from '../../shared/exports/research-files.ts';

const k = 5;
const isFew = (count: number): boolean => count > 0 && count < k;
const lastDay = 21;

const byDay = <T>(last: number, value: fc.Arbitrary<T>) =>
  fc
    .array(fc.tuple(fc.nat({ max: last }), value), { maxLength: 12 })
    .map((pairs): ReadonlyMap<number, T> => new Map(pairs));
/** Crowded and lonely values both: most people say the same, some what nobody else does. */
const score = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(3, 4, 4.5) },
  fc.integer({ min: 0, max: 20 }).map((h) => h / 2),
);
const person: fc.Arbitrary<ResearchPerson> = fc
  .record({
    days: fc.oneof(fc.constant(lastDay), fc.nat({ max: lastDay })),
    arm: fc.oneof({ weight: 5, arbitrary: fc.constantFrom('A', 'B') }, fc.constantFrom('C', undefined)),
    dose: fc.oneof({ weight: 4, arbitrary: fc.constant('daily' as const) }, fc.constantFrom('less', 'weekly')),
    scores: byDay(lastDay, score),
    answers: byDay(2, fc.constantFrom(...reaches)),
    tips: byDay(lastDay, fc.constantFrom('01-move', '02-walk', '03-sleep', '04-lift')),
  })
  .map(({ arm, scores, tips, answers, ...rest }) => ({
    ...rest,
    ...(arm === undefined ? {} : { arm }),
    scores: new Map([...scores].filter(([day]) => day <= rest.days)),
    tips: new Map([...tips].filter(([day]) => day <= rest.days)),
    answers: new Map([...answers].flatMap(([week, reach]) => (7 * (week + 1) <= rest.days ? [[week + 1, reach]] : []))),
  }));
const crowd = fc.array(person, { minLength: k, maxLength: 60 });
/** A source of draws that a seed repeats (mulberry32). */
const drawsOf = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
};

/** The lines of a CSV without quotes in it, each as its cells by their heading. */
const linesOf = (text: string): readonly Readonly<Record<string, string>>[] => {
  const [heading = '', ...lines] = text.trimEnd().split('\r\n');
  const names = heading.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [names[at] ?? '', cell])));
};
const filesOf = (people: readonly ResearchPerson[], seed = 1) => {
  const release = releaseResearch(people, drawsOf(seed));
  if (!release) throw new Error('nothing was released');
  return new Map(researchFiles(release).map(({ name, text }) => [name, text]));
};
const namesOf = ['scores.csv', 'answers.csv', 'tips.csv'];

/** Who has which line, codes and the shifted day aside. */
const holders = (text: string, also: readonly string[] = []): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>();
  for (const line of linesOf(text)) {
    const rest = Object.entries(line).filter(([name]) => !['code', 'joined', ...also].includes(name));
    const key = JSON.stringify(rest);
    found.set(key, (found.get(key) ?? new Set()).add(line['code'] ?? ''));
  }
  return found;
};

describe('the export for research', () => {
  it('has five people or more for each line of each file', () => {
    fc.assert(
      fc.property(crowd, (people) => {
        const files = filesOf(people);
        for (const name of ['people.csv', ...namesOf])
          for (const [line, who] of holders(files.get(name) ?? ''))
            expect(who.size, `${name} ${line}`).toBeGreaterThanOrEqual(k);
      }),
    );
  });

  it('leaves of every day and week five people or more without a line, or none: nobody is had by subtraction', () => {
    fc.assert(
      fc.property(crowd, (people) => {
        const files = filesOf(people);
        for (const [name, slot, length] of [
          ['scores.csv', 'day', 1],
          ['answers.csv', 'week', 7],
          ['tips.csv', 'day', 1],
        ] as const) {
          const told = new Map<string, number>();
          for (const line of linesOf(files.get(name) ?? ''))
            told.set(line[slot] ?? '', (told.get(line[slot] ?? '') ?? 0) + 1);
          for (const [at, count] of told) {
            const present = people.filter(({ days }) => days >= length * Number(at)).length;
            expect(isFew(people.length - count), `${name} ${at}: everybody`).toBe(false);
            expect(isFew(present - count), `${name} ${at}: those who were with us`).toBe(false);
          }
        }
      }),
    );
  });

  it('tells the truth: each range holds the score, each answer and tip is theirs or among the others', () => {
    fc.assert(
      fc.property(crowd, (people) => {
        const release = releaseResearch(people, drawsOf(2));
        // As many people have each day's ranges as really had a score in them.
        for (const { day, from, to } of release?.scores ?? []) {
          const there = people.filter(
            ({ scores }) => Math.round(scores.get(day) ?? -1) >= from && Math.round(scores.get(day) ?? -1) <= to,
          );
          const told = release?.scores.filter((line) => line.day === day && line.from === from && line.to === to);
          expect(told?.length).toBe(there.length);
        }
        for (const { week, answer } of release?.answers ?? [])
          expect(release?.answers.filter((line) => line.week === week && line.answer === answer).length).toBe(
            people.filter(({ answers }) => answers.get(week) === answer).length,
          );
      }),
    );
  });

  it('gives everybody another code and another day in each export, whatever they say', () => {
    fc.assert(
      fc.property(crowd, (people) => {
        const [one, other] = [filesOf(people, 1), filesOf(people, 2)].map((files) =>
          linesOf(files.get('people.csv') ?? ''),
        );
        const codes = [...(one ?? []), ...(other ?? [])].map(({ code }) => code);
        expect(new Set(codes).size).toBe(2 * people.length);
        for (const { joined } of [...(one ?? []), ...(other ?? [])]) expect(joined).toMatch(/^21\d\d-\d\d-\d\d$/);
      }),
      { numRuns: 20 },
    );
  });

  it('is none of fewer than five people', () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: k - 1 }), (people) => {
        expect(releaseResearch(people, drawsOf(1))).toBeUndefined();
      }),
      { numRuns: 20 },
    );
  });

  it('tells exact scores where enough people share them, and describes each column', () => {
    const same: ResearchPerson = {
      ...{ days: 3, dose: 'daily', answers: new Map(), tips: new Map([[1, '01-move']]) },
      scores: new Map([[1, 6.4]]),
    };
    const people = [
      ...Array.from({ length: 12 }, () => same),
      ...Array.from({ length: 6 }, () => ({ ...same, scores: new Map() })),
    ];
    const files = filesOf(people);
    expect(new Set(linesOf(files.get('scores.csv') ?? '').map(({ day, from, to }) => `${day}: ${from}-${to}`))).toEqual(
      new Set(['1: 6-6']),
    );
    for (const name of ['people.csv', ...namesOf])
      for (const column of (files.get(name) ?? '').split('\r\n')[0]?.split(',') ?? [])
        expect(files.get('dictionary.csv')).toContain(`${name},${column},`);
  });
});

describe('cells', () => {
  const people = (from: number, count: number): readonly number[] =>
    Array.from({ length: count }, (_, at) => from + at);

  it('that are small take the smallest of the others with them, until nobody is had by subtraction', () => {
    const cells = [
      { value: 'a', people: people(0, 20) },
      { value: 'b', people: people(20, 6) },
      { value: 'c', people: people(26, 2) },
    ];
    expect(tellable(cells, [0]).map(({ value }) => value)).toEqual(['a']);
    expect(tellable(cells, [40]).map(({ value }) => value)).toEqual(['b', 'a']);
    expect(tellable(cells, [40, 1]).map(({ value }) => value)).toEqual(['a']);
  });

  it('of scores are the narrowest ranges of neighbours that five share', () => {
    const scores = [0, 2, 3, 3, 3, 4, 4, 4, 4, 4, 9, 10];
    expect(inRanges(new Map(scores.entries())).map(({ value }) => value)).toEqual([
      { from: 0, to: 3 },
      { from: 4, to: 10 },
    ]);
  });
});
