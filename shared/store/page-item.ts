import * as z from 'zod/mini';
import type { DiaryEvent } from '../domain/diary.ts';
import { lazily } from '../domain/lazily.ts';
import { CorruptItemError } from './subscriber-item.ts';

// Attribute names are short because they are stored with every reply and a page is paid for by its size.
const eventSchema = lazily(() =>
  z.object({
    k: z.enum(['score', 'note', 'fix', 'undo', 'command']),
    t: z.number(),
    q: z.number(),
    c: z.enum(['sms', 'email', 'web']),
    s: z.optional(z.number().check(z.minimum(0), z.maximum(10), z.multipleOf(0.5))),
    n: z.optional(z.string()),
    o: z.optional(z.string()),
  }),
);

/** What is stored of one reply, under its key, on its diary page. */
export const eventAttribute = (event: DiaryEvent): Record<string, unknown> => ({
  k: event.kind,
  t: event.at,
  q: event.seq,
  c: event.channel,
  s: event.score,
  n: event.note,
  o: event.of,
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
      const parsed = eventSchema().safeParse(value);
      if (!parsed.success)
        throw new CorruptItemError(
          'DAY',
          parsed.error.issues.map((issue) => issue.path[0] ?? '?'),
        );
      const { k, t, q, c, s, n, o } = parsed.data;
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
      };
    });
};
