import { type Attack, flood, type Target } from './attack.ts';

const maya = '+12125550123';
const hasAnswer = (reply: string): boolean => reply.includes('<Message>');

const signUp = async ({ submit }: Target, address: string): Promise<number> =>
  (await submit('/signup', { address, language: 'en', zone: 'Europe/London', time: '09:00', consent: 'on' })).status;

const confirmations = async (target: Target): Promise<number> => {
  await target.settle();
  return (await target.outbox()).filter(({ kind }) => kind === 'confirmation').length;
};

/** `count` things were tried, of which `passed` got through though only `allowed` should. */
const tallyOf = (count: number, passed: number, allowed: number, tried: (held: boolean) => void): void => {
  for (let n = 0; n < count; n += 1) tried(n < count - Math.max(0, passed - allowed));
};

/** Made once, so that the time to build it does not count as the service's. */
const large = Buffer.from(`address=${'x'.repeat(1_000_000)}`);

/** Refused by its announced length, a body need not be heard to its end: `fetch` then knows no answer but a closed connection. */
const hungUp = (error: unknown): undefined => {
  if (!(error instanceof TypeError)) throw error;
};

const dearNumbers = [
  '+881612345678',
  '+870773111632',
  '+883510012345',
  '+447012345678',
  '+15005550007',
  '+19002345678',
  '+351760123456',
  '+81990123456',
  '+9118601234567',
  '+447640123456',
];

/** What strangers have tried, each bounded in number; in time each request is. */
export const attacks: readonly Attack[] = [
  {
    name: 'forged webhooks (500)',
    run: (target, { tried }) =>
      flood(500, 20, async () => tried((await target.text(maya, 'STOP', 'forged')).status === 403)),
  },
  {
    name: 'bodies of 1 MB at the webhook and the form (60)',
    run: ({ ask }, { tried }) =>
      flood(60, 10, async (n) => {
        const path = n % 2 === 0 ? '/webhooks/twilio/inbound' : '/signup';
        // A connection of its own: the STOP must not come by one that is being closed.
        const headers = { 'content-type': 'application/x-www-form-urlencoded', connection: 'close' };
        const status = await ask(path, { method: 'POST', body: large, headers }).then(
          (answer) => answer.status,
          hungUp,
        );
        tried(status === undefined || (status >= 400 && status < 500));
      }),
  },
  {
    name: 'tokens made up (500)',
    run: ({ ask }, { tried }) =>
      flood(500, 20, async (n) => {
        const page = ['diary', 'confirm', 'unsubscribe'][n % 3];
        const { status, headers } = await ask(`/${page}/${'k'.repeat(50)}${n}`);
        tried(status === 404 && !headers.has('set-cookie'));
      }),
  },
  {
    name: 'sign-ups of 200 addresses',
    run: async (target, { tried }) => {
      await flood(200, 10, async (n) => {
        await signUp(target, `person${n}@example.org`);
      });
      tallyOf(200, await confirmations(target), 20, tried);
    },
  },
  {
    name: 'one Gmail mailbox in 10 spellings',
    run: async (target, { tried }) => {
      await flood(10, 5, async (n) => {
        await signUp(
          target,
          n % 2 === 0
            ? `annasmith+${n}@googlemail.com`
            : `${'annasmith'.slice(0, n)}.${'annasmith'.slice(n)}@gmail.com`,
        );
      });
      tallyOf(10, await confirmations(target), 3, tried);
    },
  },
  {
    name: 'HELP 60 times from one number',
    run: async (target, { tried }) => {
      let answers = 0;
      await flood(60, 1, async () => {
        answers += Number(hasAnswer((await target.text('+12125550177', 'HELP')).reply));
      });
      tallyOf(60, answers, 30, tried);
    },
  },
  {
    name: 'JOIN from ranges that cost (10)',
    run: (target, { tried }) =>
      flood(dearNumbers.length, 2, async (n) => {
        const { status, reply } = await target.text(dearNumbers[n] ?? '', 'JOIN');
        tried(status === 200 && !hasAnswer(reply));
      }),
  },
  {
    name: '50 commands at once from one person',
    run: async (target, { tried }) => {
      await target.text('+12125550188', 'JOIN');
      const commands = ['TIME 8am', 'PAUSE 3', 'EN', 'TIME 9am', 'RESUME'];
      await flood(50, 50, async (n) =>
        tried((await target.text('+12125550188', commands[n % commands.length] ?? '')).status === 200),
      );
    },
  },
  {
    name: '25 JOIN and 25 STOP at once',
    run: (target, { tried }) =>
      flood(50, 50, async (n) =>
        tried((await target.text('+12125550199', n % 2 === 0 ? 'JOIN' : 'STOP')).status === 200),
      ),
  },
  {
    name: '/_local from another site (50)',
    run: ({ ask }, { tried }) =>
      flood(50, 10, async () => {
        const { status } = await ask('/_local/info', { headers: { origin: 'https://evil.example' } });
        tried(status >= 400);
      }),
  },
];
