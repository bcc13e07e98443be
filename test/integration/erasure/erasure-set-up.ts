import { pseudonymOf } from '../../../shared/domain/people/pseudonym.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { contentsOf, jo, type Service } from '../../support/replies.ts';
import { pepper } from '../../support/subscribers.ts';

export const idOf = (address: string): string => pseudonymOf(pepper, address.includes('@') ? 'email' : 'sms', address);

/** Ana, with a mailbox of hers, a diary, a tip and a mailbox that has not confirmed. */
export const aLife = async (service: Service) => {
  await service.text('JOIN');
  const profile = await service.profile();
  if (!profile) throw new Error('Ana has joined');
  await service.stores.subscribers.save({ ...profile, mailbox: { address: jo } }, profile);
  await service.stores.subscribers.putAlias(idOf(jo), profile.id);
  for (const body of ['PAIN 6 at work', 'YDAY 4', 'TIP', 'EMAIL later@example.org']) {
    service.after(1);
    await service.text(body);
  }
  service.after(1);
};
/** Asks for the word, and says it. */
export const confirmErasure = async (service: Service) => {
  await service.text('ERASE');
  return service.answerTo(`erase ${(await service.profile())?.eraseWord?.word.toLowerCase()}`);
};
/**
 * All but what names nobody and vanishes by itself: the count of confirmation mails to a mailbox, which outlasts whoever
 * asks again and again, and the last tip of an address, for two days.
 */
export const kept = async (table: Table) =>
  (await contentsOf(table))
    .filter(({ SK, ttl }) => (SK !== 'REQUESTS' && SK !== 'LASTTIP') || ttl === undefined)
    .map(({ PK, SK }) => `${PK} ${SK}`);
