import { Readable } from 'node:stream';
import * as z from 'zod';
import { toAttribute } from '../../shared/store/attribute-value.ts';
import { subscriberKey } from '../../shared/store/keys.ts';
import { subscriberItem } from '../../shared/store/subscriber-item.ts';
import { subscriberOf } from './people.ts';
import { tableName } from './table-client.ts';

// DynamoDB's side of the three calls that sending makes, in the worker's own process and at once: what is left of a run
// is our work, the SDK's included, and the provider. Claims and outcomes are taken for done; nothing is stored.

// As little as will do from here on: whatever reading a request costs is charged to the worker.

const httpRequest = z.object({ headers: z.object({ 'x-amz-target': z.string() }), body: z.string() });

/** What stands between a mark and the next quotation mark, each time the mark occurs. */
const partsAfter = (mark: string, text: string): string[] => {
  const parts: string[] = [];
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
    const from = at + mark.length;
    parts.push(text.slice(from, text.indexOf('"', from)));
  }
  return parts;
};

/** A handler of the SDK's requests that knows so many people. */
export const createInProcessHandler = (people: number) => {
  const items = new Map(
    Array.from({ length: people }, (_, index) => {
      const subscriber = subscriberOf(index);
      return [subscriberKey(subscriber.id), JSON.stringify(toAttribute(subscriberItem(subscriber)).M)];
    }),
  );
  const answers: Readonly<Record<string, (body: string) => string>> = {
    'DynamoDB_20120810.BatchGetItem': (body) => {
      const found = partsAfter('"PK":{"S":"', body).flatMap((key) => items.get(key) ?? []);
      return `{"Responses":{"${tableName}":[${found.join(',')}]},"UnprocessedKeys":{}}`;
    },
    'DynamoDB_20120810.BatchExecuteStatement': (body) =>
      `{"Responses":[${body
        .split('"Statement":')
        .slice(1)
        .map(() => '{}')
        .join(',')}]}`,
  };
  return {
    handle: async (request: unknown) => {
      const { headers, body } = httpRequest.parse(request);
      const answer = answers[headers['x-amz-target']];
      if (!answer) throw new RangeError(`not answered in process: ${headers['x-amz-target']}`);
      return {
        response: {
          statusCode: 200,
          headers: { 'content-type': 'application/x-amz-json-1.0' },
          body: Readable.from([Buffer.from(answer(body))]),
        },
      };
    },
  };
};
