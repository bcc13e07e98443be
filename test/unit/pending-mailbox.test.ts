import { describe, expect, it } from 'vitest';
import { askMailbox, wasJustAsked, withMailQueued } from '../../shared/domain/pending-mailbox.ts';
import { minuteMs } from '../../shared/domain/zone-clock.ts';
import { aSubscriber } from '../support/subscribers.ts';

const jo = 'jo@example.org';

describe('a mailbox that the sign-up page asks for', () => {
  it('has not been asked until its mail is in the queue; then it has, for ten minutes, however it is written', () => {
    const asking = aSubscriber({ pendingMailbox: askMailbox({}, jo, 0) });
    expect(wasJustAsked(asking.pendingMailbox, jo, 1)).toBe(false);
    const asked = withMailQueued(asking, 0)?.pendingMailbox;
    expect(asked).toEqual({ address: jo, askedAt: 0 });
    expect(wasJustAsked(asked, 'JO@example.org', 10 * minuteMs - 1)).toBe(true);
    expect(wasJustAsked(asked, jo, 10 * minuteMs)).toBe(false);
    expect(wasJustAsked(asked, 'somebody@example.org', 1)).toBe(false);
  });

  it('is not asked yet because the mail of an earlier request is in the queue', () => {
    const first = aSubscriber({ pendingMailbox: askMailbox({}, jo, 0) });
    const again = aSubscriber({ pendingMailbox: askMailbox(first, jo, 1) });
    expect(withMailQueued(again, 0)).toBeUndefined();
  });

  it('is not brought back by its mail: whoever left meanwhile waits for none', () => {
    expect(withMailQueued(aSubscriber({}), 0)).toBeUndefined();
  });
});

it('a mailbox that a reply asks for has been asked: a reply that died is delivered again', () => {
  expect(wasJustAsked(askMailbox({}, jo, 0, 'the reply'), jo, 1)).toBe(true);
});
