import type { Actor } from '../../domain/desk/authorise.ts';
import type { GivenUpMail, GivenUpMails } from '../../providers/s3/given-up-mails.ts';
import { CannotError } from './desk-errors.ts';
import type { Guard } from './guard.ts';

interface ReplayMailDeps {
  readonly guard: Guard;
  /** Undefined where the deployment receives no mail. */
  readonly mails: GivenUpMails | undefined;
  /**
   * Hands an event to the function that reads mail, and waits for it. Returns the name of the error that it failed with, or
   * undefined if it succeeded.
   */
  readonly handInMail: (event: unknown) => Promise<string | undefined>;
}

/** Hands in again a mail whose function failed too often. It throws NotAllowedError or CannotError. */
export const createReplayMail = ({ guard, mails, handInMail }: ReplayMailDeps) => ({
  /** Hands a mail that was given up to its function once more. The function recognises a mail that it has handled before. */
  replayMail: async (actor: Actor, message: string): Promise<GivenUpMail> => {
    await guard(actor, 'replay-mail');
    if (mails === undefined) throw new CannotError('this deployment receives no mail');
    const found = (await mails.list()).mails.filter((mail) => mail.message === message);
    const [mail] = found;
    if (mail === undefined)
      throw new CannotError('no mail of that name was given up: list-failed names those that were');
    const isKept = await mails.isKept(mail);
    const failure = isKept ? await handInMail(mail.event) : undefined;
    if (failure !== undefined)
      throw new CannotError(`it failed again (${failure}), and is kept: see what email-inbound logged`);
    for (const record of found) await mails.forget(record);
    if (!isKept)
      throw new CannotError(
        'the mail itself is gone, for it was handled or is older than a week: its record is, too, now',
      );
    const { receivedAt, givenUpAt } = mail;
    return { message, receivedAt, givenUpAt };
  },
});

/** Hands in again a mail that was given up. */
export type ReplayMail = ReturnType<typeof createReplayMail>;
