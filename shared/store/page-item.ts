import type { DiaryEvent, Question } from '../domain/diary/diary.ts';
import { readEvent } from '../schemas/stored-items.ts';
import { parsedItem } from './parsed-item.ts';

const questionAttribute = (asks: Question | undefined): Record<string, unknown> | undefined => {
  if (asks?.about === 'score') return { s: asks.score, d: asks.date };
  if (asks?.about === 'which') return { s: asks.scores[0], w: asks.scores[1], d: asks.date };
  if (asks?.about === 'place') return { p: asks.place };
  return asks?.about === 'goal' ? { g: true } : asks && {};
};

interface QuestionItem {
  readonly s?: number | undefined;
  readonly w?: number | undefined;
  readonly d?: string | undefined;
  readonly g?: true | undefined;
  readonly p?: string | undefined;
}

const questionOf = ({ s, w, d, g, p }: QuestionItem): Question => {
  if (p !== undefined) return { about: 'place', place: p };
  if (g) return { about: 'goal' };
  if (s === undefined || d === undefined) return { about: 'signs' };
  return w === undefined ? { about: 'score', score: s, date: d } : { about: 'which', scores: [s, w], date: d };
};

/** One reply as it is stored on its diary page, under its key. */
export const eventAttribute = (event: DiaryEvent): Record<string, unknown> => ({
  k: event.kind,
  t: event.at,
  q: event.seq,
  c: event.channel,
  s: event.score,
  n: event.note,
  o: event.of,
  f: event.reach,
  m: event.minutes,
  g: event.progress,
  a: questionAttribute(event.asks),
});

/** The date and epoch that a page's sort key names. */
export const pageOf = (sortKey: string): { date: string; epoch: string } => ({
  date: sortKey.slice(4, 14),
  epoch: sortKey.slice(15),
});

/**
 * The replies on a diary page.
 * @throws CorruptItemError
 */
export const eventsOfPage = (item: Readonly<Record<string, unknown>>): DiaryEvent[] => {
  const { date } = pageOf(String(item['SK']));
  return Object.entries(item)
    .filter(([name]) => name.startsWith('r#'))
    .map(([key, value]) => {
      const { k, t, q, c, s, n, o, f, m, g, a } = parsedItem('DAY', readEvent(value));
      return {
        key,
        date,
        kind: k,
        at: t,
        seq: q,
        channel: c,
        ...(s === undefined ? {} : { score: s }),
        ...(n === undefined ? {} : { note: n }),
        ...(o === undefined ? {} : { of: o }),
        ...(f === undefined ? {} : { reach: f }),
        ...(m === undefined ? {} : { minutes: m }),
        ...(g === undefined ? {} : { progress: g }),
        ...(a === undefined ? {} : { asks: questionOf(a) }),
      };
    });
};
