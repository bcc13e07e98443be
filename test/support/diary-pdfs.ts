import { createWeb } from '../../functions/web/web.ts';
import type { DiaryEvent } from '../../shared/domain/diary/diary.ts';
import { addDays } from '../../shared/domain/time/local-time.ts';
import { fakeWorld } from '../unit/web-fakes.ts';
import { ana, diaryToken, fullDiary, reply, today } from '../unit/web-people.ts';

const twoYears = 730;
const said = ['after gardening', 'slept badly, stiff until noon', 'two hours at the wheel', 'walked along the canal'];

/** Two years in which no day was left out; on every other day with words to the score. */
const everyDay: readonly DiaryEvent[] = Array.from({ length: twoYears }, (_, index) =>
  reply(1000 + index, addDays(today, index + 1 - twoYears), {
    score: Math.round((5 + 2.4 * Math.sin(index / 40) + 1.6 * Math.sin(index * 1.7)) * 2) / 2,
    ...(index % 2 === 0 ? { note: `${said[(index / 2) % said.length]}, day ${index + 1}` } : {}),
  }),
);
/** What is asked about and told once a week, and a goal that was reached. */
const weekly: readonly DiaryEvent[] = [
  ...Array.from({ length: 20 }, (_, week) =>
    reply(3000 + week, addDays(today, -7 * week), {
      kind: 'function',
      reach: (['all', 'some', 'none'] as const)[week % 3] ?? 'all',
      ...(week < 5 ? { note: 'gardening' } : {}),
    }),
  ),
  ...Array.from({ length: 8 }, (_, week) =>
    reply(3100 + week, addDays(today, -7 * week - 1), { kind: 'function', minutes: 20 - week }),
  ),
  reply(3200, addDays(today, -90), { kind: 'goal', note: 'walk to the shop and back' }),
  reply(3201, addDays(today, -40), { kind: 'goal', note: 'walk to the shop and back', progress: 'done' }),
  reply(3202, addDays(today, -30), { kind: 'goal', note: 'lift my granddaughter' }),
];
const many = (count: number, words: string) =>
  Array.from({ length: count }, (_, n) =>
    reply(4000 + n, addDays(today, -(n % 3)), { kind: 'note', note: `${n} ${words}` }),
  );

/** Diaries of every kind, by what is special about them. */
const worlds = {
  'two years of every day, English, Letter': fakeWorld(ana, [...everyDay, ...weekly]),
  'two years of every day, French, A4': fakeWorld({ ...ana, language: 'fr', country: 'FR' }, [...everyDay, ...weekly]),
  'half a year with gaps, A4': fakeWorld({ ...ana, country: 'GB' }, fullDiary),
  'one number': fakeWorld(ana, [reply(1, today, { score: 0 })]),
  'words alone': fakeWorld(ana, [reply(1, today, { kind: 'note', note: 'stiff' })]),
  'nothing noted': fakeWorld({ ...ana, language: 'fr', country: 'FR' }, []),
  'words that no one font has': fakeWorld({ ...ana, language: 'fr', country: 'CA' }, [
    reply(1, addDays(today, -3), { kind: 'note', note: 'Raide le matin 😀👍🏽, ça va mieux — « œuf » ½' }),
    reply(2, addDays(today, -2), { kind: 'note', note: 'Ξεκούραση, отдых, 休息' }),
    reply(3, addDays(today, -1), { score: 4, note: 'zażółć gęślą jaźń e\u0301te\u0301' }),
  ]),
  'words that fill pages': fakeWorld(
    ana,
    many(40, 'Stiff all morning after the drive, better once I had walked to the shops and back. '.repeat(19)),
  ),
  'words from the right that fill pages': fakeWorld(
    ana,
    many(40, 'الظهر يؤلمني 6 من 10 (بعد العمل) منذ يومين، أفضل قليلا بعد المشي في الصباح. '.repeat(19)),
  ),
} as const;
export type DiaryKind = keyof typeof worlds;
export const diaryKinds = Object.keys(worlds).filter((kind): kind is DiaryKind => kind in worlds);

/** The answer to whoever asks for such a diary as PDF. */
export const askForDiary = (kind: DiaryKind): Promise<Response> =>
  Promise.resolve(createWeb(worlds[kind].deps).request(`/diary/${diaryToken()}/export.pdf`));
