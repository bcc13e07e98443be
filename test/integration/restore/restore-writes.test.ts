import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { expect } from 'vitest';
import { createRestoreWrites } from '../../../shared/use-cases/restore/restore-writes.ts';
import { it } from '../../support/engine.ts';

const key = { PK: `SUB#${'a'.repeat(26)}`, SK: 'DAY#2030-01-07#bbbbbbbb' };
const page = (score: number, count: number) => ({
  ...key,
  ...Object.fromEntries(Array.from({ length: count }, (_, n) => [`r#${n}`, { kind: 'score', score }])),
});

it('adds a page of more replies than one update takes, and leaves those that are there', async ({ table }) => {
  const writes = createRestoreWrites(table);
  const stored = async () => (await table.client.send(new GetCommand({ TableName: table.name, Key: key }))).Item;
  await writes.addToPage(page(3, 2));
  await writes.addToPage(page(6, 120));
  const both = { ...page(6, 120), ...page(3, 2) };
  expect(await stored()).toEqual(both);
  await writes.addToPage(page(6, 120));
  expect(await stored()).toEqual(both);
});

it('replaces the same replies on a page, and no other', async ({ table }) => {
  const writes = createRestoreWrites(table);
  await writes.addToPage(page(3, 120));
  await writes.replaceOnPage(page(6, 70));
  const { Item } = await table.client.send(new GetCommand({ TableName: table.name, Key: key }));
  expect(Item).toEqual({ ...page(3, 120), ...page(6, 70) });
});
