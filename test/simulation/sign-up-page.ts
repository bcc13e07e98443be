import type { Cards } from './cards.ts';
import type { CohortLedger } from './cohort-ledger.ts';
import type { MailboxLedger } from './mailbox-ledger.ts';
import type { Person } from './person.ts';
import type { Page, Visitor } from './visitor.ts';
import { minute, second, type World } from './world.ts';

export interface SignUpPageOptions {
  readonly world: World;
  readonly visitor: Visitor;
  readonly mailboxes: MailboxLedger;
  readonly cohorts: CohortLedger;
  readonly cards: () => Cards | undefined;
}

/** The sign-up page, and somebody at it: they press its button, now and then twice, and again where it did not work. */
export const createSignUpPage = (options: SignUpPageOptions) => {
  const { world, visitor, mailboxes, cohorts } = options;
  const { timeline, random, tell } = world;
  const seen = new Set<string>();
  return (person: Person): void => {
    const { name, address, mailId, language } = person;
    const code = options.cards()?.codeOf(person);
    if (code !== undefined) cohorts.filledIn(mailId, code);
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
      visitor.post(
        '/signup',
        { address, ...wanted, consent: 'on', ...(code === undefined ? {} : { code }) },
        shown,
        press,
      );
    };
    pressButton();
    if (random.chance(0.3)) timeline.after(random.whole(0, 200), pressButton);
  };
};
