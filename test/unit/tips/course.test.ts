import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstProgramme } from '../../../shared/content/programmes.ts';
import { chooseTip, EmptyProgrammeError } from '../../../shared/domain/tips/choose-tip.ts';
import { type Course, courseOf, markOf, withMark } from '../../../shared/domain/tips/course.ts';
import { courseAttribute, courseOfItem } from '../../../shared/store/course-item.ts';
import { programmeOf } from '../../support/tip-programme.ts';

const programme = firstProgramme();
const numberOf = (tip: string): number => Number(tip.slice(0, 2));

/** The tips that somebody gets on the next days, one after the other. */
const nextTips = (from: { course?: Course; position: number }, days: number, of = programme): readonly string[] => {
  let person = from;
  return Array.from({ length: days }, () => {
    const { tip, course } = chooseTip(person, of);
    person = { course, position: person.position + 1 };
    return tip;
  });
};

describe('a course', () => {
  it('remembers what became of a tip, and of no other', () => {
    const course = withMark(withMark({ marks: '' }, 3, 'given'), 1, 'given');
    expect([1, 2, 3, 4].map((number) => markOf(course, number))).toEqual(['given', undefined, 'given', undefined]);
    expect(withMark(course, 3, undefined)).toEqual({ marks: 'g' });
  });

  it('is stored and read as it was, in half as many letters', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[-g]{0,99}$/), (text) => {
        const marks = text.replace(/-+$/, '');
        const item = courseAttribute({ marks });
        expect(courseOfItem(item)).toEqual({ marks });
        expect(item).toMatch(/^[0-9a-z]*$/);
        expect(item.length).toBe(Math.ceil(marks.length / 2));
      }),
    );
  });
});

describe('the tips of somebody new', () => {
  it('come in the order of the programme, each once, and then begin again', () => {
    const order = programme.tips.map(({ tip }) => tip);
    expect(nextTips({ position: 0 }, 72)).toEqual([...order, ...order]);
  });

  it('are none where there is no content', () => {
    expect(() => chooseTip({ position: 0 }, programmeOf())).toThrow(EmptyProgrammeError);
  });
});

describe('a new version of the programme', () => {
  it('gives nobody who was here before a tip that they had, until they have had all', () => {
    fc.assert(
      fc.property(fc.nat(200), (position) => {
        const had = programme.formerly.slice(0, position % programme.formerly.length);
        const rest = nextTips({ position }, programme.tips.length - had.length).map(numberOf);
        expect(new Set([...had, ...rest])).toEqual(new Set(programme.tips.map(({ number }) => number)));
        expect(rest).toHaveLength(new Set(rest).size);
        expect(rest.filter((number) => had.includes(number))).toEqual([]);
      }),
    );
  });

  it('in whatever order, with whatever tips, gives nobody one again that they had, while there is another', () => {
    const versions = fc.shuffledSubarray(programme.tips as (typeof programme.tips)[number][], { minLength: 1 });
    fc.assert(
      fc.property(versions, versions, fc.nat(36), (before, after, days) => {
        const had = nextTips({ position: 0 }, Math.min(days, before.length), { ...programme, tips: before });
        const course = had.reduce((so, tip) => withMark(so, numberOf(tip), 'given'), { marks: '' } as Course);
        const open = after.filter(({ tip }) => !had.includes(tip));
        const next = nextTips({ course, position: had.length }, open.length, { ...programme, tips: after });
        expect(next).toEqual(open.map(({ tip }) => tip));
      }),
    );
  });

  it('keeps what an old place in the programme means only until the first tip after it', () => {
    const { course } = chooseTip({ position: 5 }, programme);
    expect([1, 2, 3, 4, 5].map((number) => markOf(course, number))).toEqual(Array(5).fill('given'));
    expect(courseOf({ course, position: 900 }, programme)).toBe(course);
  });
});
