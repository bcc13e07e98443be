import type { Context } from 'hono';
import { readFormFields } from '../../shared/platform/form-fields.ts';

const maxParts = 100;
const partStart = '\r\n--';

/** Whether a multipart body has more parts than any form of ours (RFC 2046, section 5.1: each begins on a line of its own). */
const hasTooManyParts = (body: Buffer): boolean => {
  let at = -1;
  for (let parts = 0; parts <= maxParts; parts += 1) {
    at = body.indexOf(partStart, at + 1);
    if (at === -1) return false;
  }
  return true;
};

/**
 * The fields of a posted form; of a repeated field the last. A form that cannot be read, or has more than a hundred
 * fields, counts as empty: the answer then says what to fill in.
 */
export const readPostedForm = async (context: Context): Promise<Readonly<Record<string, unknown>>> => {
  const body = Buffer.from(await context.req.arrayBuffer());
  if (context.req.header('content-type')?.toLowerCase().startsWith('application/x-www-form-urlencoded')) {
    const fields = readFormFields(body) ?? new Map<string, readonly string[]>();
    return Object.fromEntries([...fields].map(([name, values]) => [name, values.at(-1)]));
  }
  // The body was read above; Hono has kept its bytes.
  return hasTooManyParts(body) ? {} : context.req.parseBody().catch(() => ({}));
};
