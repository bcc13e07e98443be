import { describe, expect, it } from 'vitest';
import { pseudonymOf } from '../../../shared/domain/people/pseudonym.ts';
import { idMeantBy } from '../../../shared/use-cases/desk/address-of.ts';
import { pepper } from '../../support/subscribers.ts';

const phone = pseudonymOf(pepper, 'sms', '+442079460123');

describe('whom staff mean', () => {
  it.each(['+442079460123', '+44 20 7946 0123', '0044 20 7946 0123', '+44 (0)20 7946-0123', '+44.20.7946.0123 '])(
    'by %s',
    (said) => expect(idMeantBy(pepper, said)).toBe(phone),
  );
  it('by a mailbox, in any case', () => {
    expect(idMeantBy(pepper, ' Jo@Example.org')).toBe(pseudonymOf(pepper, 'email', 'jo@example.org'));
  });
  it('by a mailbox with a full stop or a sign that nobody sees behind it', () => {
    for (const said of ['jo@example.org.', 'jo@example.org\u200b'])
      expect(idMeantBy(pepper, said), said).toBe(pseudonymOf(pepper, 'email', 'jo@example.org'));
  });
  it('by the pseudonym itself', () => expect(idMeantBy(pepper, phone)).toBe(phone));
  it.each(['020 7946 0123', 'jo', '', 'jo@', '+44 20 CALL', phone.toUpperCase()])('nobody by "%s"', (said) =>
    expect(idMeantBy(pepper, said)).toBeUndefined(),
  );
});
