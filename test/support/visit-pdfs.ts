import { createWeb } from '../../functions/web/web.ts';
import { addDays } from '../../shared/domain/time/local-time.ts';
import { fakeWorld } from '../unit/web-fakes.ts';
import { ana, diaryToken, fullDiary, fullShare, reply, today } from '../unit/web-people.ts';

const note = (n: number, words: string) => reply(500 + n, addDays(today, -n), { kind: 'note', note: words });
const said = [
  note(1, 'Raide le matin 😀👍🏽, ça va mieux à midi — « œuf » ½'),
  note(2, 'Ξεκούραση, отдых, 休息'),
  note(3, 'zażółć gęślą jaźń e\u0301te\u0301'),
];
const fromTheRight = [
  note(
    1,
    'الظهر يؤلمني 6 من 10 (بعد العمل) منذ يومين، أفضل قليلا بعد المشي في الصباح مع Ibuprofen 400 mg قبل النوم كل يوم',
  ),
  note(2, 'הגב כואב מאוד בבוקר (7), L5-S1'),
  note(3, 'My mother says الحمد لله, and walks'),
  note(4, 'पीठ में दर्द है, सुबह ज़्यादा'),
  note(5, '腰很痛，今天走路'),
  note(6, 'ได้พัก 😀 ok'),
];
const shareOf = (events: typeof said) => ({
  ...fullShare,
  notes: events.map(({ key, note: text }) => ({ entry: key, text: text ?? '', isSign: false })),
});

/** Sheets of every kind, by what is special about them: whose, what their diary says, what is shared of it. */
const worlds = {
  'half a year, English, Letter': fakeWorld(ana, fullDiary, [fullShare]),
  'half a year, French, A4': fakeWorld({ ...ana, language: 'fr', country: 'FR' }, fullDiary, [fullShare]),
  'nothing noted': fakeWorld({ ...ana, country: 'GB' }, [], [{ ...fullShare, notes: [] }]),
  'one number': fakeWorld(ana, [reply(1, today, { score: 0 })], [{ ...fullShare, weeks: 4, notes: [] }]),
  'words that no one font has': fakeWorld({ ...ana, language: 'fr', country: 'CA' }, said, [shareOf(said)]),
  'words from the right, and of scripts that it has not': fakeWorld(ana, fromTheRight, [shareOf(fromTheRight)]),
} as const;
export type VisitKind = keyof typeof worlds;
export const visitKinds = Object.keys(worlds).filter((kind): kind is VisitKind => kind in worlds);

const path = `/visit/${diaryToken({ purpose: 'visit', epoch: fullShare.share })}`;

/** The answer to whoever asks for such a sheet, as PDF or as the page. */
export const askForVisit = (kind: VisitKind, as: '.pdf' | ''): Promise<Response> =>
  Promise.resolve(createWeb(worlds[kind].deps).request(path + as));
export const looksAt = (kind: VisitKind): number => worlds[kind].held.shares[0]?.views.length ?? 0;
