import { type Context, Hono } from 'hono';

const xml = (body: string, status: 200 | 404 = 200): Response =>
  new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${body}`, {
    status,
    headers: { 'content-type': 'application/xml' },
  });

const missing = (key: string): Response =>
  xml(
    `<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message><Key>${key}</Key></Error>`,
    404,
  );

/** The bytes from `first` to `last`, both included, or to the end if that comes sooner. */
const part = (body: Uint8Array<ArrayBuffer>, first: number, last: number): Response => {
  const bytes = body.subarray(first, last + 1);
  return new Response(bytes, {
    status: 206,
    headers: { 'content-range': `bytes ${first}-${first + bytes.length - 1}/${body.length}` },
  });
};

/** How many keys S3 lists at once. */
const keysAPage = 1000;

/** S3 in memory, path style: the bucket of inbound mail, and the bucket of the ledger. */
export const createS3StandIn = () => {
  const objects = new Map<string, Uint8Array<ArrayBuffer>>();
  const app = new Hono();

  /** Lists keys. The token names the key after which to go on; our keys need no escaping in XML. */
  const list = (context: Context): Response => {
    const prefix = `${context.req.param('bucket')}/`;
    const after = context.req.query('continuation-token') ?? '';
    const keys = [...objects.keys()]
      .filter((name) => name.startsWith(prefix))
      .map((name) => name.slice(prefix.length))
      .filter((key) => key > after)
      .toSorted();
    const page = keys.slice(0, keysAPage);
    const isTruncated = keys.length > page.length;
    const contents = page.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('');
    const next = isTruncated ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
    return xml(`<ListBucketResult><IsTruncated>${isTruncated}</IsTruncated>${next}${contents}</ListBucketResult>`);
  };
  app.get('/:bucket', list);
  app.get('/:bucket/', list);
  app.get('/:bucket/:key{.+}', (context) => {
    const { bucket, key } = context.req.param();
    const body = objects.get(`${bucket}/${key}`);
    const range = /^bytes=(\d+)-(\d+)$/.exec(context.req.header('range') ?? '');
    if (body !== undefined && range !== null) return part(body, Number(range[1]), Number(range[2]));
    return body === undefined
      ? missing(key)
      : new Response(body, { headers: { 'content-type': 'binary/octet-stream' } });
  });
  app.put('/:bucket/:key{.+}', async (context) => {
    const { bucket, key } = context.req.param();
    objects.set(`${bucket}/${key}`, new Uint8Array(await context.req.arrayBuffer()));
    return new Response(null, { headers: { etag: '"kept"' } });
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
