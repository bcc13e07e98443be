import { type PromptFacts, wordsOfPrompt } from '../../shared/domain/answering/prompt-words.ts';
import type { AskedWith, Cohort } from '../../shared/domain/people/cohort.ts';
import { requestEpoch } from '../../shared/domain/people/confirm-token.ts';
import type { Links } from '../../shared/domain/people/links.ts';
import { askerOf } from '../../shared/domain/people/pending-mailbox.ts';
import type { SignUpWish, Subscriber, TipClaim } from '../../shared/domain/people/subscriber.ts';
import type { TokenKeys } from '../../shared/domain/people/token.ts';
import { localDateTime } from '../../shared/domain/time/zone-clock.ts';
import { dayMessageKind } from '../../shared/domain/tips/prompt.ts';
import type { Texts } from '../../shared/domain/tips/texts.ts';
import { begunBy, type TipProgramme } from '../../shared/domain/tips/tip-programme.ts';
import type { MailLinks, MailSetting, RenderedMail } from '../../shared/mails/mail-frame.ts';
import { noticeHeaders, tipHeaders } from '../../shared/mails/mail-headers.ts';
import { renderConfirmationMail } from '../../shared/mails/render-confirmation-mail.ts';
import { renderPromptMail } from '../../shared/mails/render-prompt-mail.ts';
import { renderTipMail, type TipToMail } from '../../shared/mails/render-tip-mail.ts';
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
  /** Reads the titles of the tips that somebody said helped. */
  readonly bestTitles: (subscriber: Subscriber) => Promise<readonly string[]>;
  readonly textsFor: (language: Subscriber['language']) => Promise<Pick<Texts, 'messages'>>;
  /** Reads what the request of that instant was made with: a code, or a clinic's list. */
  readonly askedWith: (id: Subscriber['id'], askedAt: number) => Promise<AskedWith>;
  /** What a code stands for, while it has not ended. */
  readonly findCode: (code: string) => Promise<Cohort | undefined>;
  /** The clinic of the settings, where they name one. */
  readonly clinic: string | undefined;
  /** The programme that everybody begins with. */
  readonly programme: TipProgramme;
  readonly tipMail: (language: Subscriber['language'], tip: string) => Promise<TipToMail | undefined>;
}

/**
 * The outcome for somebody without the mailbox or the tip that a mail needs. It never happens, because the decision has
 * made sure of both.
 */
const refused = (code: string): SendOutcome => ({ kind: 'refused', code });

/** Sends tips and confirmations as mails through SES. */
export const createMailSender = (deps: MailSenderDeps) => {
  /** The mail of the claimed tip, or of what comes in its place. */
  const mailOf = async (
    subscriber: Subscriber,
    claim: TipClaim,
    links: MailLinks,
    facts: PromptFacts,
  ): Promise<RenderedMail | undefined> => {
    const { language } = subscriber;
    const setting = await deps.setting(language);
    if (claim.prompt) {
      const { messages } = await deps.textsFor(language);
      // A mail has room for the goal beside the whole week, and in full words.
      const { goal, ...told } = facts;
      const words = wordsOfPrompt(messages, language, claim.prompt, told);
      const best = claim.prompt === 'summary' ? await deps.bestTitles(subscriber) : [];
      return renderPromptMail(
        setting,
        { prompt: claim.prompt, words, best, goal, days: facts.week?.days ?? [], date: claim.date, asks: facts.asks },
        links,
      );
    }
    const tip = await deps.tipMail(language, claim.tip);
    return tip && renderTipMail(setting, tip, links);
  };

  const sender: TipSender = {
    channel: 'email',
    send: async (subscriber, claim, facts = {}) => {
      if (!subscriber.mailbox) return refused('no-mail');
      const { id, epoch } = subscriber;
      const unsubscribeUrl = deps.links.unsubscribe(id);
      const replyTo = deps.links.replyTo(id, epoch);
      const now = deps.clock.now();
      const diaryUrl = deps.links.diary(id, epoch, now);
      const painUrl = deps.links.pain(id, epoch, now);
      const mail = await mailOf(subscriber, claim, { diaryUrl, painUrl, unsubscribeUrl }, facts);
      if (!mail) return refused('no-mail');
      return deps.ses.send({
        to: subscriber.mailbox.address,
        ...mail,
        replyTo,
        headers: tipHeaders({ unsubscribeUrl, replyTo }),
        tags: { kind: dayMessageKind(claim.prompt), id, date: claim.date },
      });
    },
    lookUp: async () => ({ kind: 'none' }),
  };

  /** What the mail says beyond the request itself: which programme it begins with, and who invites somebody on a list. */
  const wordsOfWish = async ({ language, time, zone, code }: SignUpWish, agreed: AskedWith['agreed']) => {
    const cohort = code === undefined ? undefined : await deps.findCode(code);
    const { clinic = deps.clinic, contact } = cohort ?? {};
    return {
      begins: begunBy(cohort ?? {}, deps.programme)?.choice?.[language].name,
      invitation: agreed ? { clinic, contact, agreed, time, zone } : undefined,
    };
  };

  return {
    sender,
    /** Asks the mailbox that a reply or the sign-up page named last to confirm; undefined if none is waiting. */
    confirm: async (subscriber: Subscriber, by: 'page' | 'reply'): Promise<SendOutcome | undefined> => {
      const { id, language } = subscriber;
      const waits = by === 'page' ? subscriber.signUp : subscriber.pendingMailbox;
      if (!waits) return undefined;
      const now = deps.clock.now();
      const { code, agreed }: AskedWith = by === 'page' ? await deps.askedWith(id, waits.askedAt) : {};
      const request = code === undefined ? waits : { ...waits, code };
      const wish = 'zone' in request ? request : undefined;
      const epoch = requestEpoch(deps.tokenKeys, subscriber, request);
      const confirmUrl = deps.links.confirm(id, epoch, now, wish);
      // By the page, somebody asks for a mailbox that is this person's already, or nobody's: nobody new would read
      // along.
      const asker = wish ? undefined : askerOf(subscriber);
      const written = wish?.language ?? language;
      return deps.ses.send({
        to: request.address,
        ...renderConfirmationMail(await deps.setting(written), {
          confirmUrl,
          asker,
          ...(wish ? await wordsOfWish(wish, agreed) : {}),
        }),
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
