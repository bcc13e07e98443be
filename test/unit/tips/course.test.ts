import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstProgramme } from '../../../shared/content/programmes.ts';
import { chooseTip, EmptyProgrammeError } from '../../../shared/domain/tips/choose-tip.ts';
import { type Course, courseOf, type Mark, markOf, withDose, withMark } from '../../../shared/domain/tips/course.ts';
import { courseAttribute, courseOfItem } from '../../../shared/store/course-item.ts';
import { programmeOf } from '../../support/programme-of.ts';

const programme = firstProgramme();
const numberOf = (tip: string): number => Number(tip.slice(0, 2));

/** The tips that somebody gets on the next days, one after the other. */
const nextTips = (from: { course?: Course; position: number }, days: number, of = programme): readonly string[] => {
  let person = from;
  return Array.from({ length: days }, () => {
    const choice = chooseTip(person, of);
    if (choice) person = { course: choice.course, position: person.position + 1 };
    return choice?.tip ?? 'none';
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
      fc.property(
        fc.stringMatching(/^[-ghlx]{0,99}$/),
        fc.constantFrom('daily', 'less', 'three', 'weekly'),
        (text, dose) => {
          const ended = text.length % 2 === 0 ? {} : { ended: true as const };
          const chosen = text.length % 3 === 0 ? { programme: 1 } : {};
          const course = { ...withDose({ marks: text.replace(/-+$/, '') }, dose), ...ended, ...chosen };
          const item = courseAttribute(course);
          expect(courseOfItem(item)).toEqual(course);
          expect(item).toMatch(/^1?[dltwDLTW][0-9a-z]*$/);
          expect(item.length).toBe(1 + Object.keys(chosen).length + Math.ceil(course.marks.length / 2));
        },
      ),
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

describe('what is said of a tip', () => {
  const of = {
    ...programmeOf(),
    tips: [
      { tip: 'walk', number: 1, topic: 'moving' },
      { tip: 'belt', number: 2, topic: 'gear' },
      { tip: 'sleep', number: 3, topic: 'sleep' },
      { tip: 'stretch', number: 4, topic: 'moving' },
      { tip: 'shoes', number: 5, topic: 'gear' },
    ],
  };
  /** The tips of the days after the first, of which somebody said that. */
  const following = (mark: Mark, days: number): readonly string[] =>
    nextTips({ course: withMark({ marks: '' }, 1, mark), position: 1 }, days, of);

  it('HELPED brings its relatives first, then the others in their order', () => {
    expect(following('helped', 4)).toEqual(['stretch', 'belt', 'sleep', 'shoes']);
    expect(chooseTip({ course: { marks: 'h' }, position: 1 }, of)).toMatchObject({ tip: 'stretch', why: 'relative' });
  });

  it('SKIP brings it again when all others were sent, and only once', () => {
    expect(following('later', 6)).toEqual(['belt', 'sleep', 'stretch', 'shoes', 'walk', 'walk']);
    expect(chooseTip({ course: { marks: 'lgggg' }, position: 5 }, of)).toMatchObject({ tip: 'walk', why: 'later' });
    expect(chooseTip({ course: { marks: 'ggggg' }, position: 6 }, of)).toMatchObject({ tip: 'walk', why: 'again' });
  });

  it('NOTFORME leaves out all of its topic, in the next round too', () => {
    expect(following('unwanted', 6)).toEqual(['belt', 'sleep', 'shoes', 'belt', 'sleep', 'shoes']);
  });

  it('NOTFORME of every topic leaves none', () => {
    expect(chooseTip({ course: { marks: 'xxx' }, position: 3 }, of)).toBeUndefined();
  });

  it('whatever it is, nothing comes again before all that fit were sent, but what was put aside', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom<Mark>('given', 'helped', 'later', 'unwanted'), { maxLength: 80 }),
        (said) => {
          let course: Course = { marks: '' };
          let position = 0;
          for (const mark of said) {
            const before = course;
            const choice = chooseTip({ course, position }, programme);
            if (!choice) return;
            const number = numberOf(choice.tip);
            const topics = new Set(
              programme.tips.filter((tip) => markOf(before, tip.number) === 'unwanted').map(({ topic }) => topic),
            );
            const open = programme.tips.filter(
              (tip) => !topics.has(tip.topic) && markOf(before, tip.number) === undefined,
            );
            expect(topics).not.toContain(programme.tips.find(({ tip }) => tip === choice.tip)?.topic);
            if (open.length > 0) expect(open.map((tip) => tip.number)).toContain(number);
            position += 1;
            course = withMark(choice.course, number, mark);
          }
        },
      ),
    );
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
    const course = chooseTip({ position: 5 }, programme)?.course ?? { marks: '' };
    expect([1, 2, 3, 4, 5].map((number) => markOf(course, number))).toEqual(Array(5).fill('given'));
    expect(courseOf({ course, position: 900 }, programme)).toBe(course);
  });
});
