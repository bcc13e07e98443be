import { renderMessage } from '../../domain/answering/message.ts';
import type { Actor } from '../../domain/desk/authorise.ts';
import type { Sentence } from '../../domain/desk/sentence.ts';
import { hourOf } from '../../domain/people/limits.ts';
import type { Links } from '../../domain/people/links.ts';
import { pseudonymOf } from '../../domain/people/pseudonym.ts';
import type { Channel, Language, SubscriberId } from '../../domain/people/subscriber.ts';
import { countryOfPhone } from '../../domain/people/textable-number.ts';
import { isSpent } from '../../domain/tips/spend.ts';
import type { Texts } from '../../domain/tips/texts.ts';
import type { MailSetting } from '../../mails/mail-frame.ts';
import { tipHeaders } from '../../mails/mail-headers.ts';
import { renderTipMail, type TipToMail } from '../../mails/render-tip-mail.ts';
import type { Clock } from '../../platform/clock.ts';
import type { SendOutcome } from '../../providers/send-outcome.ts';
import type { SesMail } from '../../providers/ses/send-mail.ts';
import type { TwilioMessages } from '../../providers/twilio/messages-api.ts';
import type { LimitStore } from '../../store/limit-store.ts';
import type { PersonStore } from '../../store/person-store.ts';
import type { SpendMeter } from '../spend-meter.ts';
import { addressMeantBy } from './address-of.ts';
import { CannotError } from './desk-errors.ts';
import type { Guard } from './guard.ts';

interface PreviewTipDeps {
  readonly clock: Pick<Clock, 'now'>;
  readonly pepper: string;
  /** The countries whose national way of writing numbers staff use. */
  readonly homes: readonly string[];
  readonly guard: Guard;
  readonly persons: Pick<PersonStore, 'readAnyone'>;
  readonly limits: Pick<LimitStore, 'take'>;
  readonly spend: Pick<SpendMeter, 'count' | 'read'>;
  readonly textsFor: (language: Language) => Promise<Texts>;
  readonly mailsFor: (language: Language) => Promise<readonly (TipToMail & { readonly id: string })[]>;
  readonly mailSetting: (language: Language) => Promise<MailSetting>;
  readonly links: Links;
  /** Twilio's sender of texts: a number, or a messaging service. */
  readonly textFrom: { readonly from: string } | { readonly messagingServiceSid: string };
  readonly sendText: TwilioMessages['send'];
  readonly sendMail: SesMail['send'];
  /** Set in a deployment that has one channel alone. Nothing can be sent by the other. */
  readonly onlyChannel?: Channel | undefined;
}

/** Which tip staff want to see, and where. */
export interface WantedPreview {
  /** A tip's name (`08-cardio`) or number. */
  readonly tip: string;
  readonly to: string;
  readonly language: Language;
}

/** A preview that passed all checks, for the question whether to send it. */
export interface PlannedPreview {
  readonly tip: string;
  readonly channel: Channel;
  readonly id: SubscriberId;
  readonly address: string;
  readonly language: Language;
}

/** Ten are enough to look at every tip within a few hours, and too few to bother whoever's number was mistyped. */
const previewsAnHour = 10;
/** The text is worthless after ten minutes, because the person who sends it waits for it. */
const validityPeriodSeconds = 600;
/** An epoch that no enrolment has, so that the links of a preview open nothing. */
const noEpoch = 'aaaaaaaa';

const noPhone: Sentence = {
  en: 'no text goes to that number: nobody’s phone has it, or whoever texts it pays more (premium, toll-free and the like)',
  fr: 'aucun texto ne part à ce numéro : ce n’est celui d’aucun téléphone, ou il est surtaxé, gratuit ou spécial',
};

const checkSent = (outcome: SendOutcome): void => {
  if (outcome.kind === 'accepted') return;
  if (outcome.kind === 'in-doubt')
    throw new CannotError({
      en: `it may have been sent, or not: ${outcome.code}`,
      fr: `le message est peut-être parti, peut-être pas : ${outcome.code}`,
    });
  throw new CannotError({
    en: `the provider did not take it: ${outcome.code}`,
    fr: `le prestataire ne l’a pas accepté : ${outcome.code}`,
  });
};

/**
 * Sends one tip to staff, exactly as people get it. Every method throws NotAllowedError or CannotError. An address that is
 * or was with us is refused: only messages that its owner asked for go there, and after STOP none at all.
 */
export const createPreviewTip = (deps: PreviewTipDeps) => {
  const { clock, pepper, persons } = deps;

  const knownTip = async (said: string): Promise<string> => {
    const { tips } = await deps.textsFor('en');
    const number = /^\d+$/.test(said) ? said.padStart(2, '0') : undefined;
    const found = tips.find(({ id }) => id === said || (number !== undefined && id.startsWith(`${number}-`)));
    if (!found) {
      const all = tips.map(({ id }) => id).join(', ');
      throw new CannotError({ en: `there is no tip ${said}: ${all}`, fr: `il n’y a pas de conseil ${said} : ${all}` });
    }
    return found.id;
  };

  const plan = async (actor: Actor, { tip, to, language }: WantedPreview): Promise<PlannedPreview> => {
    const meant = await addressMeantBy(deps.homes, to);
    if (meant.channel === 'sms' && countryOfPhone(meant.address) === undefined) throw new CannotError(noPhone);
    if (deps.onlyChannel !== undefined && meant.channel !== deps.onlyChannel)
      throw new CannotError({
        en: `this deployment sends ${deps.onlyChannel === 'sms' ? 'texts' : 'mail'} only`,
        fr: `ce service n’envoie que des ${deps.onlyChannel === 'sms' ? 'textos' : 'courriels'}`,
      });
    const id = pseudonymOf(pepper, meant.channel, meant.address);
    const who = await persons.readAnyone(id, clock.now());
    await deps.guard(actor, 'preview', who);
    if (who.subscriber)
      throw new CannotError({
        en: 'that address is or was with us: nothing comes there but what its owner asked for',
        fr: 'cette adresse est ou a été inscrite : rien n’y vient que ce que son propriétaire a demandé',
      });
    return { tip: await knownTip(tip), ...meant, id, language };
  };

  const sendText = async ({ tip, address, language }: PlannedPreview): Promise<SendOutcome> => {
    const { tips, messages } = await deps.textsFor(language);
    return deps.sendText({
      ...deps.textFrom,
      to: address,
      body: renderMessage(messages, 'tip', { tip: tips.find((one) => one.id === tip)?.sms ?? '' }),
      validityPeriodSeconds,
    });
  };

  const sendMail = async ({ tip, id, address, language }: PlannedPreview, date: string): Promise<SendOutcome> => {
    const mail = (await deps.mailsFor(language)).find((one) => one.id === tip);
    if (!mail) throw new CannotError({ en: `there is no mail of ${tip}`, fr: `il n’y a pas de courriel de ${tip}` });
    const { links } = deps;
    const [unsubscribeUrl, replyTo] = [links.unsubscribe(id), links.replyTo(id, noEpoch)];
    const [diaryUrl, painUrl] = [links.diary(id, noEpoch, clock.now()), links.pain(id, noEpoch, clock.now())];
    return deps.sendMail({
      to: address,
      ...renderTipMail(await deps.mailSetting(language), mail, { diaryUrl, painUrl, unsubscribeUrl }),
      replyTo,
      headers: tipHeaders({ unsubscribeUrl, replyTo }),
      tags: { kind: 'answer', id, date },
    });
  };

  return {
    /** Checks the wish, asks `confirm` about it and sends the preview once. Undefined if `confirm` said no. */
    preview: async (
      actor: Actor,
      wanted: WantedPreview,
      confirm: (planned: PlannedPreview) => Promise<boolean>,
    ): Promise<PlannedPreview | undefined> => {
      const planned = await plan(actor, wanted);
      if (!(await confirm(planned))) return undefined;
      const { channel } = planned;
      const now = clock.now();
      const spend = await deps.spend.read(channel);
      if (spend && isSpent(spend))
        throw new CannotError({
          en: 'the messages of this month are used up',
          fr: 'les messages de ce mois sont épuisés',
        });
      if (!(await deps.limits.take('previews', hourOf(now), previewsAnHour)))
        throw new CannotError({
          en: `${previewsAnHour} were sent within this hour: wait for the next`,
          fr: `${previewsAnHour} sont partis dans cette heure : attendez la suivante`,
        });
      const date = new Date(now).toISOString().slice(0, 10);
      const outcome = await (channel === 'sms' ? sendText(planned) : sendMail(planned, date));
      if (outcome.kind === 'accepted' || outcome.kind === 'in-doubt')
        await deps.spend.count(channel, `${planned.id}:${now}`, 1);
      checkSent(outcome);
      return planned;
    },
  };
};

/** Sends a preview of a tip. */
export type PreviewTip = ReturnType<typeof createPreviewTip>;
