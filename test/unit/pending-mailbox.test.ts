import { describe, expect, it } from 'vitest';
import {
  askedOnPage,
  decodeWish,
  encodeWish,
  reasonToPutOff,
  withMailQueued,
} from '../../shared/domain/people/sign-up.ts';
import { dayMs, minuteMs } from '../../shared/domain/time/durations.ts';
import { aSubscriber } from '../support/subscribers.ts';

const jo = 'jo@example.org';
const wish = { zone: 'Europe/Paris', time: '09:00', language: 'fr' } as const;

describe('a mailbox that the sign-up page asks for', () => {
  it('has not been asked until its mail is in the queue; then it has, for ten minutes, however it is written', () => {
    const asking = aSubscriber({ signUp: askedOnPage(undefined, jo, wish, 0) });
    expect(reasonToPutOff(asking.signUp, jo, 1)).toBeUndefined();
    const asked = withMailQueued(asking, 0)?.signUp;
    expect(asked).toEqual({ address: jo, askedAt: 0, ...wish });
    expect(reasonToPutOff(asked, 'JO@example.org', 10 * minuteMs - 1)).toBe('asked-a-moment-ago');
    expect(reasonToPutOff(asked, jo, 10 * minuteMs)).toBeUndefined();
  });

  it('waits for the other mailbox of the same person while the link to that one opens', () => {
    const asked = askedOnPage(undefined, jo, wish, 0);
    expect(reasonToPutOff(asked, 'jo@home.example', 7 * dayMs - 1)).toBe('another-waits');
    expect(reasonToPutOff(asked, 'jo@home.example', 7 * dayMs)).toBeUndefined();
  });

  it('is not asked yet because the mail of an earlier request is in the queue', () => {
    const again = aSubscriber({ signUp: askedOnPage(askedOnPage(undefined, jo, wish, 0), jo, wish, 1) });
    expect(withMailQueued(again, 0)).toBeUndefined();
  });

  it('is not brought back by its mail: whoever left meanwhile waits for none', () => {
    expect(withMailQueued(aSubscriber({}), 0)).toBeUndefined();
  });
});

describe('a wish in a link', () => {
  it('is read as it was written, in the letters of tokens', () => {
    const encoded = encodeWish({ zone: 'America/Argentina/ComodRivadavia', time: '19:55', language: 'en' });
    expect(encoded).toMatch(/^[a-z2-7]+$/);
    expect(decodeWish(encoded)).toEqual({ zone: 'America/Argentina/ComodRivadavia', time: '19:55', language: 'en' });
  });

  it.each(['', '!', 'aaaa', encodeWish({ ...wish, zone: 'Mars/Olympus' }), encodeWish({ ...wish, time: '25:00' })])(
    'that is none is none: %s',
    (encoded) => expect(decodeWish(encoded)).toBeUndefined(),
  );
});
