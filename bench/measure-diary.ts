import { randomBytes } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { webDeps } from '../functions/web/deps.ts';
import { createWeb } from '../functions/web/web.ts';
import { startDynamoDbEngine } from '../local/dynamodb-engine.ts';
import { openTable } from '../local/open-table.ts';
import { signToken } from '../shared/domain/people/token.ts';
import { addDays } from '../shared/domain/time/local-time.ts';
import { connectDocuments, type Table } from '../shared/store/dynamodb-table.ts';
import { createReplyStores } from '../shared/use-cases/reply-stores.ts';
import { aSubscriber, pepper, tokenKey, tokenKeys } from '../test/support/subscribers.ts';
import { median } from './median.ts';

const days = 730;
const requests = 41;
/** Fewer than may be had in an hour. */
const pdfRequests = 9;
const now = Date.parse('2030-01-14T17:30:00Z');
const today = '2030-01-14';
const dayMs = 86_400_000;

export interface DiaryFigures {
  /** Of a request, packing and the embedded engine's answers included: the middle of the requests. */
  readonly ms: number;
  readonly kb: number;
  /** As it is sent to a browser that reads gzip. */
  readonly compressedKb: number;
}

/** A table with somebody who has written each day for two years, with a word in five, and had a tip each day. */
const withTwoYears = async <Value>(work: (table: Table) => Promise<Value>) => {
  const engine = await startDynamoDbEngine();
  try {
    const table = await openTable(engine.endpoint);
    const { subscribers, diary, tips } = createReplyStores(table);
    const person = aSubscriber({ joinedAt: now - days * dayMs });
    await subscribers.save(person, undefined);
    for (let day = 0; day < days; day += 1) {
      const at = now - day * dayMs;
      const date = addDays(today, -day);
      await diary.append(person.id, person.epoch, {
        key: `r#${String(day)
          .padStart(16, 'k')
          .replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)))}`,
        kind: 'score',
        date,
        at,
        seq: days - day,
        channel: 'sms',
        score: (day % 21) / 2,
        ...(day % 5 === 0 ? { note: 'stiff until noon, better after a walk to the shops and back' } : {}),
      });
      await tips.record([
        { id: person.id, date, state: 'delivered', at, tip: '07-exercise', why: 'next', channel: 'sms' },
      ]);
    }
    // Read by the client that the function reads with.
    const client = new DynamoDBClient({
      endpoint: engine.endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
    return await work({ client: connectDocuments(client), name: table.name });
  } finally {
    await engine.stop();
  }
};

/** The diary of two years of daily entries, by what of it is looked at; `pdf` is all of it as a document. */
export const measureDiary = (): Promise<Readonly<Record<string, DiaryFigures>>> =>
  withTwoYears(async (table) => {
    const clock = { now: () => now, sleep: async () => {} };
    const settings = {
      emailQueue: 'none',
      erasureQueue: 'none',
      smsNumber: '+15550100100',
      replyAddress: 'reply@backbeat.example',
      contact: 'help@clinic.example',
      mailFrom: 'tips@backbeat.example',
      configurationSet: 'none',
      publicBaseUrl: 'https://backbeat.example',
      behindCloudFront: 'false',
      redFlagReaders: 'nobody',
      metricsNamespace: 'bench',
    } as const;
    const clients = {
      table,
      secrets: { pepper, tokenKey },
      queueJob: async () => {},
      allowAgain: async () => {},
      log: () => {},
    };
    const web = createWeb(webDeps(clients, settings, { clock, randomBytes, print: () => {} }));
    const { id, epoch } = aSubscriber();
    const token = signToken(tokenKeys, { purpose: 'diary', id, epoch, expiresAt: now + dayMs });
    const ask = async (path: string, count: number) => {
      const times: number[] = [];
      let sent = Buffer.of();
      for (let request = 0; request < count; request += 1) {
        const began = performance.now();
        const answer = await web.request(`/diary/${token}${path}`, { headers: { 'Accept-Encoding': 'gzip' } });
        sent = Buffer.from(await answer.arrayBuffer());
        times.push(performance.now() - began);
      }
      return { ms: median(times), sent };
    };
    const figures: Record<string, DiaryFigures> = {};
    for (const range of ['2w', '3m', 'all']) {
      const { ms, sent } = await ask(`?range=${range}`, requests);
      figures[range] = { ms, kb: gunzipSync(sent).length / 1000, compressedKb: sent.length / 1000 };
    }
    const { ms, sent } = await ask('/export.pdf', pdfRequests);
    return { ...figures, pdf: { ms, kb: sent.length / 1000, compressedKb: sent.length / 1000 } };
  });
