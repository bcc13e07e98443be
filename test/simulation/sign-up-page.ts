import type { MailboxLedger } from './mailbox-ledger.ts';
import type { Person } from './person.ts';
import type { Page, Visitor } from './visitor.ts';
import { minute, second, type World } from './world.ts';

export interface SignUpPageOptions {
  readonly world: World;
  readonly visitor: Visitor;
  readonly mailboxes: MailboxLedger;
}

/** The sign-up page, and somebody at it: they press its button, now and then twice, and again where it did not work. */
export const createSignUpPage = ({ world: { timeline, random, tell }, visitor, mailboxes }: SignUpPageOptions) => {
  const seen = new Set<string>();
  return ({ name, address, mailId, language }: Person): void => {
    const since = timeline.now();
    // Anybody may fill it in again with that mailbox, and with other wishes than its owner's.
    const wanted = seen.has(name)
      ? ({ language: language === 'en' ? 'fr' : 'en', zone: 'Asia/Tokyo', time: '19:30' } as const)
      : ({ language, zone: 'Europe/Paris', time: '09:00' } as const);
    seen.add(name);
    const pressButton = (): void => {
      tell(name, () => 'presses the button of the sign-up page');
      const press = mailboxes.asking(mailId, since);
      const shown = (page: Page | undefined): void => {
        if (page?.status === 200) press.promised();
        else timeline.after(random.whole(3 * second, 20 * minute), pressButton);
      };
      visitor.post('/signup', { address, ...wanted, consent: 'on' }, shown, press);
    };
    pressButton();
    if (random.chance(0.3)) timeline.after(random.whole(0, 200), pressButton);
  };
};
