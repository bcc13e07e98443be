import { Hono } from 'hono';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { listen } from '../../local/http-server.ts';
import { renewed } from '../../shared/platform/renewed.ts';
import { fetchSecrets } from '../../shared/platform/secrets.ts';
import { createTestClock } from '../support/sending.ts';

/** A parameter extension whose secret changes, a function that was connected with it, and a clock. */
const start = async () => {
  const clock = createTestClock('2030-01-07T12:00:00Z');
  const told = { token: 'the first token', isUp: true };
  const app = new Hono().get('*', (context) => {
    const secrets = { twilioAuthToken: told.token, pepper: 'p'.repeat(16), tokenKey: 'k'.repeat(16) };
    return told.isUp ? context.json({ Parameter: { Value: JSON.stringify(secrets) } }) : context.text('', 500);
  });
  const server = await listen(app.fetch, 0);
  const environment = {
    PARAMETERS_SECRETS_EXTENSION_HTTP_PORT: String(server.port),
    SECRETS_PARAMETER: '/backbeat/secrets',
  };
  let connections = 0;
  const connected = renewed(
    async (from) => {
      connections += 1;
      return (await fetchSecrets('/backbeat/secrets', from)).twilioAuthToken;
    },
    environment,
    { clock, randomBytes: (length) => new Uint8Array(length), print: () => {} },
  );
  return { clock, told, connected, connections: () => connections, close: server.close };
};
let close = async (): Promise<void> => {};
afterEach(() => close());

describe('the secrets of an environment that lives for hours', () => {
  it('are those of a rotation a minute after it', async () => {
    const { clock, told, connected, ...rest } = await start();
    close = rest.close;
    expect(await connected()).toBe('the first token');
    told.token = 'the second token';
    clock.set('2030-01-07T12:00:59Z');
    expect(await connected()).toBe('the first token');
    clock.set('2030-01-07T12:01:00Z');
    expect(await connected()).toBe('the second token');
  });

  it('are looked at once a minute, and connected with once they are known to be the same', async () => {
    const { clock, connected, connections, ...rest } = await start();
    close = rest.close;
    for (let minute = 0; minute < 30; minute += 1) {
      clock.set(`2030-01-07T12:${String(minute).padStart(2, '0')}:00Z`);
      await connected();
      await connected();
    }
    expect(connections()).toBe(2);
  });

  it('stay as they are while nobody tells them', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const { clock, told, connected, ...rest } = await start();
    close = rest.close;
    await connected();
    told.isUp = false;
    clock.set('2030-01-07T12:05:00Z');
    expect(await connected()).toBe('the first token');
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('secrets-not-renewed'));
    warn.mockRestore();
  });
});
