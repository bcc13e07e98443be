import { confirmationEpoch } from '../../shared/domain/links.ts';
import type { Service } from './replies.ts';
import { tokenKey } from './subscribers.ts';

/** Fills in the form of the sign-up page. */
export const signUpOnPage = ({ enrolment, clock }: Service, address: string): Promise<void> =>
  enrolment.signUpByEmail({
    address,
    language: 'en',
    zone: 'Europe/London',
    time: '09:00',
    consent: { version: '1', where: 'web', at: clock.now() },
  });

/** The token in the mail that would be sent to a person now; what the worker does with the job in the queue. */
export const mailedTokenTo = async ({ profile, links, clock }: Service, address: string): Promise<string> => {
  const subscriber = await profile(address);
  const epoch = subscriber && confirmationEpoch(tokenKey, subscriber);
  if (!subscriber || epoch === undefined) throw new Error('nothing waits to be confirmed');
  return links.confirm(subscriber.id, epoch, clock.now()).split('/').at(-1) ?? '';
};
