import { Hono } from 'hono';

const missing = (key: string): Response =>
  new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message><Key>${key}</Key></Error>`,
    { status: 404, headers: { 'content-type': 'application/xml' } },
  );

/** The bytes from `first` to `last`, both included, or to the end if that comes sooner. */
const part = (body: Uint8Array<ArrayBuffer>, first: number, last: number): Response => {
  const bytes = body.subarray(first, last + 1);
  return new Response(bytes, {
    status: 206,
    headers: { 'content-range': `bytes ${first}-${first + bytes.length - 1}/${body.length}` },
  });
};

/** S3 in memory, path style: the bucket into which the receipt rule puts inbound mail. Bodies are raw mails. */
export const createS3StandIn = () => {
  const objects = new Map<string, Uint8Array<ArrayBuffer>>();
  const app = new Hono();
  app.get('/:bucket/:key{.+}', (context) => {
    const { bucket, key } = context.req.param();
    const body = objects.get(`${bucket}/${key}`);
    const range = /^bytes=(\d+)-(\d+)$/.exec(context.req.header('range') ?? '');
    if (body !== undefined && range !== null) return part(body, Number(range[1]), Number(range[2]));
    return body === undefined
      ? missing(key)
      : new Response(body, { headers: { 'content-type': 'binary/octet-stream' } });
  });
  app.delete('/:bucket/:key{.+}', (context) => {
    const { bucket, key } = context.req.param();
    objects.delete(`${bucket}/${key}`);
    return new Response(null, { status: 204 });
  });
  return {
    app,
    put: (bucket: string, key: string, body: Uint8Array<ArrayBuffer>): void => {
      objects.set(`${bucket}/${key}`, body);
    },
    clear: (): void => objects.clear(),
  };
};
