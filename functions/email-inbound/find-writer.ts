import type { SESEventRecord } from 'aws-lambda';
import type { Proof } from '../../shared/domain/answering/conversation.ts';
import { trustMail } from '../../shared/domain/people/mail-trust.ts';
import type { Person } from '../../shared/domain/people/person.ts';
import { pseudonymOf } from '../../shared/domain/people/pseudonym.ts';
import { isReplyAddress, tokenInRecipients } from '../../shared/domain/people/reply-address.ts';
import type { Subscriber, SubscriberId } from '../../shared/domain/people/subscriber.ts';
import { readToken, type TokenKeys } from '../../shared/domain/people/token.ts';
import type { LogReason } from '../../shared/platform/log.ts';
import type { MailHead } from './mail-head.ts';

export interface FindWriterDeps {
  readonly pepper: string;
  readonly tokenKeys: TokenKeys;
  readonly replyAddress: string;
  /** The bare address that our mails come from. */
  readonly fromAddress: string;
  readonly readAnyone: (id: SubscriberId, now: number) => Promise<Person>;
}

/** Somebody whose words a mail may hold. */
export interface Writer {
  readonly id: SubscriberId;
  readonly proof: Proof;
  /** The mailbox that gets the answers: one that is certainly theirs. */
  readonly address: string;
  /** Whether it came to their own reply address in the form in which mail programs unsubscribe by themselves. */
  readonly isUnsubscribe: boolean;
}

/** Whether a mail is what mail programs send to the List-Unsubscribe address; some mark it as automatic. */
const isUnsubscribeMail = (mail: MailHead): boolean => /^\s*unsubscribe\s*$/i.test(mail.subject);

/**
 * Finds whose mail it is: by the token of the reply address that it came to, or by its From where SES vouches for that
 * (docs/design.md#section-7). `drop` is told why a mail is nobody's, which is then undefined.
 */
export const createFindWriter = (deps: FindWriterDeps, drop: (reason: LogReason) => undefined) => {
  /** The enrolment a reply address belongs to; a token of an earlier one opens nothing (docs/design.md#section-5). */
  const ownerOfToken = async (recipients: readonly string[], now: number): Promise<Subscriber | undefined> => {
    const token = tokenInRecipients(deps.replyAddress, recipients);
    const claims = token === undefined ? undefined : readToken(deps.tokenKeys, 'reply', token, now);
    if (!claims) return undefined;
    const { subscriber } = await deps.readAnyone(claims.id, now);
    return subscriber?.epoch === claims.epoch ? subscriber : undefined;
  };

  return async (
    mail: MailHead,
    { mail: envelope, receipt }: SESEventRecord['ses'],
    now: number,
  ): Promise<Writer | undefined> => {
    const { from } = mail;
    if (from !== undefined && (from === deps.fromAddress || isReplyAddress(deps.replyAddress, from)))
      return drop('own');
    const owner = await ownerOfToken([...receipt.recipients, ...mail.to], now);
    const ownMailbox = owner?.mailbox?.address;
    const trust = trustMail({
      verdicts: {
        spam: receipt.spamVerdict.status,
        virus: receipt.virusVerdict.status,
        dmarc: receipt.dmarcVerdict.status,
      },
      fromAddress: from,
      tokenMailbox: ownMailbox,
      isReport:
        (mail.writer === 'report' || envelope.source.replace(/[<>\s]/g, '') === '') &&
        !(owner && isUnsubscribeMail(mail)),
    });
    switch (trust) {
      case 'person-by-token':
      case 'person-by-both': {
        const proof = trust === 'person-by-both' ? 'address' : 'token';
        // The answer goes to the mailbox that the reply address was given to, whoever wrote to it.
        return owner && ownMailbox !== undefined
          ? { id: owner.id, address: ownMailbox, proof, isUnsubscribe: isUnsubscribeMail(mail) }
          : undefined;
      }
      case 'person-by-address':
        return from === undefined
          ? undefined
          : { id: pseudonymOf(deps.pepper, 'email', from), address: from, proof: 'address', isUnsubscribe: false };
      case 'drop':
        return drop('report');
      case 'untrusted':
        return drop(trust);
      default:
        return trust satisfies never;
    }
  };
};
