import { GetObjectCommand, ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';

/** Lists the keys of a bucket's objects, in S3's order, a thousand per call. */
export const listKeys = async (s3: Pick<S3Client, 'send'>, bucket: string): Promise<readonly string[]> => {
  const found: string[] = [];
  let next: string | undefined;
  do {
    const page = await s3.send(new ListObjectsV2Command({ Bucket: bucket, ContinuationToken: next }));
    found.push(...(page.Contents ?? []).flatMap(({ Key }) => (Key === undefined ? [] : [Key])));
    next = page.NextContinuationToken;
  } while (next !== undefined);
  return found;
};

/** Reads an object as JSON; undefined if it is none, which every schema refuses. */
export const readJson = async (s3: Pick<S3Client, 'send'>, bucket: string, key: string): Promise<unknown> => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
  try {
    return JSON.parse((await Body?.transformToString()) ?? '');
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};
