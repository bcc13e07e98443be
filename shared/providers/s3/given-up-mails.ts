import { DeleteObjectCommand, HeadObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { readGivenUpMail } from '../../schemas/dead-letters.ts';
import { listKeys, readJson } from './json-objects.ts';

/** A mail that the function behind it gave up. It lies in the bucket; so does the event by which it is handed in again. */
export interface GivenUpMail {
  /** SES's name for it, and the bucket's. */
  readonly message: string;
  /** Epoch ms. */
  readonly receivedAt: number;
  readonly givenUpAt: number;
}

/** With the event that the function takes, and the object that it was read from. */
export interface GivenUpRecord extends GivenUpMail {
  readonly event: unknown;
  readonly key: string;
}

/**
 * The mails in the bucket that were given up. SES stores a mail under its name, without a slash; Lambda writes what it gave
 * up under `aws/lambda/async/` (docs/facts.md#e1).
 */
export const createGivenUpMails = (s3: Pick<S3Client, 'send'>, bucket: string) => {
  const readRecord = async (key: string): Promise<GivenUpRecord | undefined> => {
    const record = readGivenUpMail(await readJson(s3, bucket, key));
    const [only] = record.success ? record.data.requestPayload.Records : [];
    if (!record.success || only === undefined) return undefined;
    const { messageId, timestamp } = only.ses.mail;
    return {
      key,
      message: messageId,
      receivedAt: Date.parse(timestamp),
      givenUpAt: Date.parse(record.data.timestamp),
      event: record.data.requestPayload,
    };
  };

  return {
    /** All of them, oldest first, and how many records could not be read. */
    list: async (): Promise<{ readonly mails: readonly GivenUpRecord[]; readonly unreadable: number }> => {
      const keys = (await listKeys(s3, bucket)).filter((key) => key.includes('/'));
      const read: (GivenUpRecord | undefined)[] = [];
      for (const key of keys) read.push(await readRecord(key));
      const mails = read.filter((record) => record !== undefined).toSorted((a, b) => a.receivedAt - b.receivedAt);
      return { mails, unreadable: read.length - mails.length };
    },

    /** Whether the mail itself is there still. */
    isKept: async ({ message }: Pick<GivenUpMail, 'message'>): Promise<boolean> => {
      try {
        await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: message }));
        return true;
      } catch (error) {
        if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return false;
        throw error;
      }
    },

    /** Forgets that a mail was given up. */
    forget: async ({ key }: Pick<GivenUpRecord, 'key'>): Promise<void> => {
      await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    },
  };
};

export type GivenUpMails = ReturnType<typeof createGivenUpMails>;
