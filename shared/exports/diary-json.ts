import type { AuditLine } from '../domain/diary/fold-diary.ts';
import { type DiaryDocument, diaryRow } from './diary-document.ts';

const auditOf = ({ event, takenBack }: AuditLine) => ({
  id: event.key,
  kind: event.kind,
  about: event.of ?? null,
  date: event.date,
  receivedAt: new Date(event.at).toISOString(),
  score: event.score ?? null,
  note: event.note ?? null,
  channel: event.channel,
  takenBack,
});

/**
 * The whole diary as JSON: `entries` as it reads now, `audit` with everything that was ever said, and the subscription's
 * settings. The address is left out: a file that is passed on should not carry the number of whom it is about.
 */
export const diaryJson = ({ subscriber, diary, exportedAt }: DiaryDocument): string =>
  JSON.stringify(
    {
      exportedAt: new Date(exportedAt).toISOString(),
      scale: 'Numeric rating scale: 0 is no pain, 10 the worst pain imaginable',
      subscription: {
        id: subscriber.id,
        status: subscriber.status,
        tipsBy: subscriber.tipsBy,
        language: subscriber.language,
        country: subscriber.country,
        zone: subscriber.zone,
        time: subscriber.time,
        joinedAt: new Date(subscriber.joinedAt).toISOString(),
        pausedUntil: subscriber.pausedUntil ?? null,
      },
      entries: diary.entries.map((entry) => diaryRow(entry, subscriber.zone)),
      audit: diary.audit.map(auditOf),
    },
    null,
    2,
  );
