import { requestEpoch } from '../../shared/domain/people/confirm-token.ts';
import { wishOf } from '../../shared/domain/people/sign-up.ts';
import type { SignUpWish } from '../../shared/domain/people/subscriber.ts';
import type { SignUpAnswer } from '../../shared/use-cases/mail-sign-up.ts';
import type { Service } from './replies.ts';
import { tokenKeys } from './subscribers.ts';

/** Fills in the form of the sign-up page. */
export const signUpOnPage = (
  { enrolment, clock }: Service,
  address: string,
  wish: Partial<SignUpWish> = {},
  source?: string,
): Promise<SignUpAnswer> =>
  enrolment.signUpByEmail({
    address,
    language: 'en',
    zone: 'Europe/London',
    time: '09:00',
    ...wish,
    ...(source === undefined ? {} : { source }),
    consent: { version: '1', where: 'web', at: clock.now() },
  });

/**
 * The token in the mail that would be sent to a person now; what the worker does with the job in the queue. `by`: who
 * asked for it, the sign-up page before a reply unless said otherwise.
 */
export const mailedTokenTo = async (
  { profile, links, clock }: Service,
  address: string,
  by?: 'page' | 'reply',
): Promise<string> => {
  const subscriber = await profile(address);
  const page = by === 'reply' ? undefined : subscriber?.signUp;
  const request = page ?? (by === 'page' ? undefined : subscriber?.pendingMailbox);
  if (!subscriber || !request) throw new Error('nothing waits to be confirmed');
  const epoch = requestEpoch(tokenKeys, subscriber, request);
  return (
    links
      .confirm(subscriber.id, epoch, clock.now(), page && wishOf(page))
      .split('/')
      .at(-1) ?? ''
  );
};
