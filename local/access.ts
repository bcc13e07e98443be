import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

/** A new secret for one start of the service, known only to the functions' clients. */
export const newStartSecret = (): string => randomBytes(24).toString('base64url');

const isSame = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
};

/**
 * Lets in only requests that carry the secret of this start: as the session token that the AWS SDK sends with every
 * request, and as the parameter extension's token. A page in another tab may find the port, but cannot guess the
 * secret.
 */
export const onlyWith = (secret: string): MiddlewareHandler => {
  return async (context, next) => {
    const said =
      context.req.header('x-amz-security-token') ?? context.req.header('x-aws-parameters-secrets-token') ?? '';
    if (!isSame(said, secret)) return context.json({ message: 'not for you' }, 403);
    return next();
  };
};

const loopback = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Lets in programs of this machine and this server's own pages. The Host header carries the name the caller asked for,
 * and a foreign page whose name leads here (DNS rebinding) could otherwise read our answers as its own. Browsers send
 * an Origin with every request by which a foreign page could change or read something; programs send none.
 */
export const onlyThisMachine: MiddlewareHandler = async (context, next) => {
  const url = new URL(context.req.url);
  const origin = context.req.header('origin');
  const site = context.req.header('sec-fetch-site');
  const isOwn = origin === undefined || origin === url.origin;
  const isNear = site === undefined || site === 'same-origin' || site === 'none';
  if (!loopback.includes(url.hostname) || !isOwn || !isNear) return context.json({ error: 'local only' }, 403);
  return next();
};
