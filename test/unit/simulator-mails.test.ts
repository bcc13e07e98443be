import { expect, it } from 'vitest';
import * as z from 'zod';
import { messageKinds } from '../../local/outbox.ts';

/** A script of the simulator's page, which has no types. */
const script = new URL('../../local/simulator/mail-kinds.js', import.meta.url);

it('the simulator’s mailbox has a name for every kind of mail that goes out, and for no other', async () => {
  const { mailKinds } = z.object({ mailKinds: z.record(z.string(), z.string()) }).parse(await import(script.href));
  expect(Object.keys(mailKinds).sort()).toEqual([...messageKinds].sort());
});
