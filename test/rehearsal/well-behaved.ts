import { expect } from 'vitest';
import { createLeakDetector } from '../e2e/support/leak-detector.ts';
import { stubSecrets } from '../support/accepting-providers.ts';
import { cast } from './people.ts';
import type { Running } from './rehearsal.ts';

/** What everybody writes in these tests; nothing that a function prints may have it. */
export const word = 'wheelbarrow';

const leaksIn = createLeakDetector({
  ...cast.phones,
  ...Object.fromEntries(Object.entries(cast.mailboxes).map(([who, address]) => [`mailbox: ${who}`, address])),
  'whom SES wrote to': 'quetzal@mail.example.org',
  'a word': word,
  'the token of Twilio': stubSecrets.twilioAuthToken,
  'the pepper': stubSecrets.pepper,
  'the token key': stubSecrets.tokenKey,
});

/** Checks that hold for every function and event: calls within its role, every call signed, no person in its log. */
export const expectWellBehaved = ({ cloud, printed }: Running): void => {
  expect(cloud.problems).toEqual([]);
  expect(cloud.calls.filter(({ allowed }) => !allowed)).toEqual([]);
  expect(leaksIn(printed())).toEqual([]);
};
