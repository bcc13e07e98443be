import type { DiaryEvent } from '../../shared/domain/diary/diary.ts';
import type { Subscriber } from '../../shared/domain/people/subscriber.ts';
import { signToken, type TokenClaims } from '../../shared/domain/people/token.ts';
import { addDays } from '../../shared/domain/time/local-time.ts';
import { longestMedicines, sheetWords, type VisitShare } from '../../shared/domain/visit/visit-share.ts';

/** The instant at which the pages of these tests are asked for. */
export const now = Date.parse('2030-01-14T17:30:00Z');
export const today = '2030-01-14';
export const tokenKeys = ['a key of at least sixteen characters'] as const;

export const ana: Subscriber = {
  id: 'a'.repeat(26),
  epoch: 'bbbbbbbb',
  rev: 3,
  status: 'active',
  phone: { number: '+12125550101' },
  tipsBy: 'sms',
  language: 'en',
  country: 'US',
  zone: 'America/New_York',
  zoneSource: 'said',
  zoneCandidates: [],
  time: '09:00',
  joinedAt: Date.parse('2030-01-01T12:00:00Z'),
  position: 12,
  commands: [],
};

/** A reply stored at noon in New York on its day, unless said otherwise. */
export const reply = (seq: number, date: string, more: Partial<DiaryEvent>): DiaryEvent => ({
  // Letters of base32, as real keys are.
  key: `r#${String(seq)
    .padStart(16, 'k')
    .replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)))}`,
  kind: 'score',
  date,
  at: Date.parse(`${date}T17:00:00Z`),
  seq,
  channel: 'sms',
  ...more,
});

/** Forty days of a diary as people keep it: gaps, two scores on a day, notes, a correction, a score told the day after. */
export const fortyDays: readonly DiaryEvent[] = [
  ...Array.from({ length: 40 }, (_, index) => index)
    .filter((index) => ![3, 9, 10, 11, 20, 27, 33].includes(index))
    .map((index) =>
      reply(index + 1, addDays(today, index - 39), {
        score: Math.max(0, Math.round((6.5 - index / 12 + 1.4 * Math.sin(index * 1.7)) * 2) / 2),
        ...(index % 5 === 0
          ? { note: ['after gardening', 'slept badly, stiff until noon', 'long drive to my sister’s'][index % 3] }
          : {}),
        channel: index % 7 === 0 ? 'email' : 'sms',
      }),
    ),
  reply(50, today, {
    kind: 'note',
    note: 'Walked twenty minutes along the canal without stopping. First time since October!',
  }),
  reply(51, addDays(today, -1), { kind: 'fix', score: 2.5, of: reply(39, today, {}).key }),
  reply(52, addDays(today, -6), { score: 4, at: Date.parse(`${addDays(today, -5)}T14:00:00Z`) }),
];

const longNote = (index: number): string =>
  `${index + 1}. Stiff all morning after the drive, better once I had walked to the shops and back, tired by ${index + 4} o'clock in the afternoon`;
/** The same with as many words to them as a sheet may have, among half a year of scores. */
export const fullDiary: readonly DiaryEvent[] = [
  ...Array.from({ length: 140 }, (_, index) =>
    reply(200 + index, addDays(today, index - 181), { score: (index % 9) + 0.5 }),
  ),
  ...fortyDays,
  ...Array.from({ length: 8 }, (_, index) =>
    reply(400 + index, addDays(today, -index), { kind: 'note', note: longNote(index) }),
  ),
];

/** A share of half a year with all that a sheet may hold. */
export const fullShare: VisitShare = {
  id: ana.id,
  share: 'cccccccc',
  epoch: ana.epoch,
  at: now - 3_600_000,
  until: now - 3_600_000 + 7 * 86_400_000,
  weeks: 26,
  notes: Array.from({ length: 8 }, (_, index) => ({
    entry: reply(400 + index, today, {}).key,
    text: sheetWords(longNote(index)),
    isSign: index < 2,
  })),
  medicines: 'Ibuprofen 400 mg up to three times a day, paracetamol at night, '.repeat(4).slice(0, longestMedicines),
  views: [now - 1_800_000],
};

/** A clinic's card. */
export const knee = { code: 'KNEE7', clinic: 'Elm Street Physio', contact: '+1 212 555 0199' } as const;

/** What Ana agreed to, and what became of a tip. */
export const consent = { at: ana.joinedAt, act: 'given', version: '2026-11-22', where: 'sms' } as const;
export const tip = {
  id: ana.id,
  date: '2030-01-13',
  state: 'undelivered',
  at: now,
  tip: '07-exercise',
  why: 'relative',
  channel: 'sms',
  code: '30003',
} as const;

/** A real token for one of Ana's pages; of a diary, unless said otherwise. */
export const diaryToken = (claims: Partial<TokenClaims> = {}): string =>
  signToken(tokenKeys, { purpose: 'diary', id: ana.id, epoch: ana.epoch, expiresAt: now + 7 * 86_400_000, ...claims });
