import { pathOfLink, type ServiceClient } from './service-client.ts';

/** The number of the n-th person of a crowd. */
export const phone = (index: number): string => `+1212555${String(1000 + index)}`;
/** And their mailbox. */
export const mailbox = (index: number): string => `p${index}@example.org`;
/** When a crowd joins: the day before its first tips. */
export const joined = '2030-01-06T18:00:00Z';

/** Signs a mailbox up on the page and confirms it, once `mailsCome` has let the mail come. */
const signUp = async (coach: ServiceClient, address: string, mailsCome: () => Promise<unknown>): Promise<void> => {
  await coach.submit('/signup', { address, language: 'en', zone: 'America/New_York', time: '09:00', consent: 'on' });
  await mailsCome();
  const asked = (await coach.outbox(address)).findLast(({ kind }) => kind === 'confirmation');
  await coach.submit(pathOfLink(asked?.text ?? '', 'confirm'), {});
};

/** People who joined the day before, and the clock a quarter of an hour before their tips are due. */
export const letJoin = async (coach: ServiceClient, channel: 'sms' | 'email', people: number): Promise<void> => {
  await coach.startAt(joined);
  for (let index = 0; index < people; index += 1)
    if (channel === 'sms') await coach.say(phone(index), 'JOIN');
    else await signUp(coach, mailbox(index), () => coach.moveTo(joined));
  await coach.jumpTo('2030-01-07T13:45:00Z');
};

/** The link that unsubscribes in the first tip of somebody who signs up with a mailbox now. */
export const unsubscribeLinkOf = async (coach: ServiceClient, index: number): Promise<string> => {
  const address = mailbox(index);
  await signUp(coach, address, () => coach.advance('PT1M'));
  await coach.moveTo('2030-01-07T14:20:00Z');
  const tip = (await coach.tipsTo(address)).at(-1);
  return pathOfLink(tip?.headers['List-Unsubscribe'] ?? '', 'unsubscribe');
};
