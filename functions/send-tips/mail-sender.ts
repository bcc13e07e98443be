import { requestEpoch } from '../../shared/domain/people/confirm-token.ts';
import type { Links } from '../../shared/domain/people/links.ts';
import { askerOf } from '../../shared/domain/people/pending-mailbox.ts';
import type { Subscriber } from '../../shared/domain/people/subscriber.ts';
import type { TokenKeys } from '../../shared/domain/people/token.ts';
import { localDateTime } from '../../shared/domain/time/zone-clock.ts';
import { noticeHeaders, tipHeaders } from '../../shared/mails/mail-headers.ts';
import {
  type MailSetting,
  renderConfirmationMail,
  renderTipMail,
  type TipToMail,
} from '../../shared/mails/render-mail.ts';
import type { Clock } from '../../shared/platform/clock.ts';
import type { SendOutcome } from '../../shared/providers/send-outcome.ts';
import type { SesMail } from '../../shared/providers/ses/send-mail.ts';
import type { TipSender } from './tip-sender.ts';

export interface MailSenderDeps {
  readonly clock: Clock;
  readonly ses: SesMail;
  readonly links: Links;
  readonly tokenKeys: TokenKeys;
  readonly replyAddress: string;
  readonly setting: (language: Subscriber['language']) => Promise<MailSetting>;
  readonly tipMail: (language: Subscriber['language'], tip: string) => Promise<TipToMail | undefined>;
}

/**
 * The answer for somebody without the mailbox or the tip that a mail needs. It never happens, for the decision makes
 * sure of both.
 */
const refused = (code: string): SendOutcome => ({ kind: 'refused', code });

/** Tips and confirmations as mails through SES. */
export const createMailSender = (deps: MailSenderDeps) => {
  const sender: TipSender = {
    channel: 'email',
    send: async (subscriber, claim) => {
      const tip = await deps.tipMail(subscriber.language, claim.tip);
      if (!subscriber.mailbox || !tip) return refused('no-mail');
      const { id, epoch, language } = subscriber;
      const unsubscribeUrl = deps.links.unsubscribe(id);
      const replyTo = deps.links.replyTo(id, epoch);
      const now = deps.clock.now();
      const diaryUrl = deps.links.diary(id, epoch, now);
      const painUrl = deps.links.pain(id, epoch, now);
      return deps.ses.send({
        to: subscriber.mailbox.address,
        ...renderTipMail(await deps.setting(language), tip, { diaryUrl, painUrl, unsubscribeUrl }),
        replyTo,
        headers: tipHeaders({ unsubscribeUrl, replyTo }),
        tags: { kind: 'tip', id, date: claim.date },
      });
    },
    lookUp: async () => ({ kind: 'none' }),
  };

  return {
    sender,
    /** Asks the mailbox to confirm that a reply, or the sign-up page, named last; undefined if none waits. */
    confirm: async (subscriber: Subscriber, by: 'page' | 'reply'): Promise<SendOutcome | undefined> => {
      const { id, language } = subscriber;
      const request = by === 'page' ? subscriber.signUp : subscriber.pendingMailbox;
      if (!request) return undefined;
      const now = deps.clock.now();
      const wish = 'zone' in request ? request : undefined;
      const epoch = requestEpoch(deps.tokenKeys, subscriber, request);
      const confirmUrl = deps.links.confirm(id, epoch, now, wish);
      // Whoever is at the page asks for a mailbox that is this person's already, or nobody's: nobody new will read along.
      const asker = wish ? undefined : askerOf(subscriber);
      return deps.ses.send({
        to: request.address,
        ...renderConfirmationMail(await deps.setting(wish?.language ?? language), { confirmUrl, asker }),
        replyTo: deps.replyAddress,
        headers: noticeHeaders(),
        tags: {
          kind: 'confirmation',
          id,
          date: localDateTime(subscriber.zone, now).date,
          ...(by === 'page' ? { by } : {}),
        },
      });
    },
  };
};
