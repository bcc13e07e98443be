import { pseudonymOf } from '../../shared/domain/people/pseudonym.ts';
import type { Language } from '../../shared/domain/people/subscriber.ts';
import { secrets } from './functions.ts';
import type { Random } from './random.ts';

/** Numbers of places whose clocks differ much, some of which may be in several zones. */
const numbers = [
  '+12125550',
  '+14155550',
  '+18675550',
  '+19075550',
  '+18085550',
  '+17095550',
  '+13055550',
  '+4477009',
  '+3361234',
  '+6141234',
  '+6421234',
  '+5511999',
  '+5281123',
  '+9198765',
  '+9779812',
  '+8190123',
  '+7912345',
  '+6857212',
  '+4915112',
  '+35191234',
  '+2010123',
  '+56912345',
  '+9891234',
] as const;

const names = ['Ana', 'Ben', 'Chloe', 'Dev', 'Ewa', 'Finn'] as const;

export interface Person {
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  readonly id: string;
  readonly mailId: string;
  /** Has joined, as far as they know; somebody who left may come back. */
  joined: boolean;
  /** The language they write in; the service may answer in another. */
  language: Language;
  /** Whether every second MORE of theirs is in the other language. */
  wantedMore: boolean;
}

export const createPerson = (random: Random, index: number): Person => {
  const phone = `${random.pick(numbers)}${index}${random.whole(10, 99)}`.padEnd(12, '7').slice(0, 13);
  const name = names[index % names.length] ?? 'Ana';
  const address = `${name.toLowerCase()}@example.org`;
  return {
    name,
    phone,
    address,
    id: pseudonymOf(secrets.pepper, 'sms', phone),
    mailId: pseudonymOf(secrets.pepper, 'email', address),
    joined: false,
    language: index % 2 === 0 ? 'en' : 'fr',
    wantedMore: true,
  };
};
