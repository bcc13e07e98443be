import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { SignUpWish, Subscriber } from '../../shared/domain/people/subscriber.ts';
import { it } from '../support/engine.ts';
import { mailedTokenTo, signUpOnPage } from '../support/enrolment.ts';
import { ana, createService, type Service } from '../support/replies.ts';
import { numberOfRuns } from './number-of-runs.ts';

const mine = 'ana@example.org';
const office = 'ana@office.example';
const stranger = '+12125550199';

/** What Ana does, by her phone or a link that was mailed to her. */
const owners = fc.constantFrom(
  'JOIN',
  `JOIN ${mine}`,
  `EMAIL ${mine}`,
  `EMAIL ${office}`,
  'SMS',
  'STOP',
  'START',
  'TIME 10:00',
  'ZONE Paris',
  'FRANCAIS',
  'PAUSE 3',
  'press the newest link of a reply',
  'press the newest link of the page',
);

const wish: fc.Arbitrary<SignUpWish> = fc.record({
  zone: fc.constantFrom('Asia/Tokyo', 'Europe/London'),
  time: fc.constantFrom('19:30', '08:00'),
  language: fc.constantFrom('fr', 'en'),
});

/** What anybody can do who knows her addresses: the form, and texts that name them. Mail without DMARC's word never gets here. */
const strangers = fc.oneof(
  { weight: 3, arbitrary: fc.record({ address: fc.constantFrom(mine, office, mine.toUpperCase()), wish }) },
  fc.constantFrom(`JOIN ${mine}`, `EMAIL ${mine}`, `JOIN ${office}`, `EMAIL ${office}`),
);

type Strange = typeof strangers extends fc.Arbitrary<infer T> ? T : never;

const press = async (service: Service, by: 'reply' | 'page'): Promise<void> => {
  const token = await mailedTokenTo(service, ana, by).catch(() => undefined);
  if (token) await service.enrolment.confirm(token);
};

const doAsOwner = async (service: Service, act: string): Promise<void> => {
  if (act.startsWith('press')) await press(service, act.endsWith('reply') ? 'reply' : 'page');
  else await service.text(act);
};

const doAsStranger = async (service: Service, act: Strange): Promise<void> => {
  if (typeof act === 'string') await service.text(act, { from: stranger });
  else await signUpOnPage(service, act.address, act.wish);
};

/** All that a profile says, but for what waits at the page and the count of its writes. */
const settled = (subscriber: Subscriber | undefined) =>
  subscriber && { ...subscriber, signUp: undefined, rev: undefined };

/** The links that were mailed to her so far and still open. */
const opening = async (service: Service, mailed: ReadonlySet<string>): Promise<readonly string[]> => {
  const open: string[] = [];
  for (const token of mailed) if (await service.enrolment.readConfirmation(token)) open.push(token);
  return open;
};

const collect = async (service: Service, mailed: Set<string>): Promise<void> => {
  for (const by of ['reply', 'page'] as const) {
    const token = await mailedTokenTo(service, ana, by).catch(() => undefined);
    if (token) mailed.add(token);
  }
};

describe('what nobody has proved', () => {
  it('changes no field of a profile but what waits, and kills no link, in any story', async ({ freshTable }) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            { weight: 2, arbitrary: owners.map((act) => ({ owner: act })) },
            strangers.map((act) => ({ act })),
          ),
          {
            minLength: 3,
            maxLength: 12,
          },
        ),
        async (story) => {
          const service = createService(await freshTable());
          const mailed = new Set<string>();
          // Known by a mailbox from the start: else few stories get as far.
          await service.text(`JOIN ${mine}`);
          await press(service, 'reply');
          expect((await service.profile(ana))?.mailbox?.address).toBe(mine);
          for (const step of story) {
            service.after(61);
            if ('owner' in step) await doAsOwner(service, step.owner);
            else {
              const [before, open] = [await service.profile(ana), await opening(service, mailed)];
              await doAsStranger(service, step.act);
              expect(settled(await service.profile(ana))).toEqual(settled(before));
              expect(await opening(service, mailed)).toEqual(open);
            }
            await collect(service, mailed);
          }
        },
      ),
      { numRuns: numberOfRuns(40), interruptAfterTimeLimit: 60_000 },
    );
  }, 120_000);
});
