import { DeleteObjectCommand, HeadObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { readGivenUpMail } from '../../schemas/dead-letters.ts';
import { listKeys, readJson } from './json-objects.ts';

/** A mail that was given up. The mail is in the bucket, and so is the event by which it can be handled again. */
export interface GivenUpMail {
  /** SES's id of the mail, which is its key in the bucket. */
  readonly message: string;
  /** Epoch ms. */
  readonly receivedAt: number;
  readonly givenUpAt: number;
}

/** A given-up mail with the event that its function takes, and the key of the record it was read from. */
export interface GivenUpRecord extends GivenUpMail {
  readonly event: unknown;
  readonly key: string;
}

/**
 * The given-up mails in the bucket. SES stores a mail under its id, without a slash; Lambda writes given-up events
 * under `aws/lambda/async/` (docs/facts.md#e1).
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
    /** Lists all of them, oldest first, and how many records could not be read. */
    list: async (): Promise<{ readonly mails: readonly GivenUpRecord[]; readonly unreadable: number }> => {
      const keys = (await listKeys(s3, bucket)).filter((key) => key.includes('/'));
      const read: (GivenUpRecord | undefined)[] = [];
      for (const key of keys) read.push(await readRecord(key));
      const mails = read.filter((record) => record !== undefined).toSorted((a, b) => a.receivedAt - b.receivedAt);
      return { mails, unreadable: read.length - mails.length };
    },

    /** Whether the mail itself is still there. */
    isKept: async ({ message }: Pick<GivenUpMail, 'message'>): Promise<boolean> => {
      try {
        await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: message }));
        return true;
      } catch (error) {
        if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return false;
        throw error;
      }
    },

    /** Deletes the record that a mail was given up. */
    forget: async ({ key }: Pick<GivenUpRecord, 'key'>): Promise<void> => {
      await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    },
  };
};

/** The received mails whose function failed too often. */
export type GivenUpMails = ReturnType<typeof createGivenUpMails>;
