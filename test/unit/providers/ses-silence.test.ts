import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createSesMail, sesClient } from '../../../shared/providers/ses/send-mail.ts';

let requests = 0;
/** Takes every request and says nothing. */
const silent = createServer(() => {
  requests += 1;
});

beforeAll(async () => {
  await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening));
  const address = silent.address();
  vi.stubEnv('AWS_ENDPOINT_URL_SESV2', `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
  for (const name of ['AWS_REGION', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) vi.stubEnv(name, 'test');
});
afterAll(() => {
  vi.unstubAllEnvs();
  silent.closeAllConnections();
  silent.close();
});

it('a mail that SES does not answer is in doubt after a while, and not asked for again', {
  timeout: 5_000,
}, async () => {
  const ses = createSesMail({
    client: sesClient(200),
    from: 'Backbeat <tips@backbeat.example>',
    configurationSet: 'backbeat',
  });
  const outcome = await ses.send({
    to: 'jo@example.org',
    subject: 'Respirez',
    text: 'Respirez.',
    html: '<p>Respirez.</p>',
    replyTo: 'reply@backbeat.example',
    headers: {},
    tags: { kind: 'tip', id: 'abcdefghijklmnopqrstuvwxyz', date: '2026-11-22' },
  });
  expect(outcome).toEqual({ kind: 'in-doubt', code: 'ETIMEDOUT' });
  expect(requests).toBe(1);
});
