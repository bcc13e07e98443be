import { composeMail } from './compose-mail.ts';
import { settings } from './functions.ts';
import type { LinkLedger } from './link-ledger.ts';
import type { MailNetwork } from './mail-network.ts';
import type { Person } from './person.ts';
import { viewOf } from './profile-view.ts';
import type { ReplyLedger } from './reply-ledger.ts';
import type { ReceivedMail } from './ses.ts';
import type { MemoryEngine } from './store/memory-engine.ts';
import type { Visitor } from './visitor.ts';
import { hour, minute, second, type World } from './world.ts';

const wishes = { score: 12, time: 2, note: 2, stop: 1 } as const;
const times = ['8:00', '9:00', '12:30', '19:00'] as const;

export interface MailWritersOptions {
  /** Its own random numbers, so that mails change nothing else in a world of that seed. */
  readonly world: World;
  readonly people: readonly Person[];
  readonly network: MailNetwork;
  readonly replies: ReplyLedger;
  readonly links: LinkLedger;
  readonly visitor: Visitor;
  readonly engine: () => MemoryEngine;
  /** Nobody writes after this. */
  readonly until: number;
}

/** People who answer by mail, programs that follow every link of a mail, and strangers who write in others' names. */
export const createMailWriters = (options: MailWritersOptions) => {
  const { world, people, network, replies, links, visitor, engine, until } = options;
  const { timeline, random } = world;

  /** The ids whose mailbox this is at the moment, read from the table. */
  const ownerOf = ({ id, mailId, address }: Person): string | undefined =>
    [id, mailId].find((one) => viewOf(engine().peek(`SUB#${one}`, 'PROFILE'))?.mailbox?.address === address);

  const wordsOf = (person: Person): { readonly words: string; readonly score?: number; readonly note?: string } => {
    const french = person.language === 'fr';
    switch (random.weighted(wishes)) {
      case 'score': {
        const score = random.whole(0, 20) / 2;
        return { words: `${french ? 'DOULEUR' : 'PAIN'} ${score}`, score };
      }
      case 'time':
        return { words: `${french ? 'HEURE' : 'TIME'} ${random.pick(times)}` };
      case 'note': {
        const note = french ? 'mal dormi après la longue route' : 'slept badly after the long drive';
        return { words: note, note };
      }
      case 'stop':
        links.wantsOut(person.name);
        return { words: 'STOP' };
    }
  };

  const write = (person: Person, answers: ReceivedMail, quotedAt: number, isForged: boolean): void => {
    if (timeline.now() > until) return;
    const id = ownerOf(person);
    const { words, score, note } = isForged
      ? { words: random.pick(['PAIN 10', 'STOP', 'TIME 19:00']) }
      : wordsOf(person);
    const messageId = `<${random.hex(16)}@mail.example.org>`;
    world.tell(isForged ? 'a stranger' : person.name, () => `mails "${words}"${isForged ? ` as ${person.name}` : ''}`);
    const reply = replies.send({
      channel: 'email',
      sid: messageId,
      id: id ?? person.mailId,
      body: words,
      sentAt: timeline.now(),
      counts: id !== undefined && !isForged,
      isForged,
      ...(score === undefined ? {} : { score }),
      ...(note === undefined ? {} : { note }),
    });
    const to = isForged ? settings.replyAddress : answers.replyTo;
    const raw = composeMail({
      from: person.address,
      to,
      messageId,
      words,
      answers,
      language: person.language,
      quotedAt,
    });
    const dmarc = isForged ? random.pick(['FAIL', 'GRAY'] as const) : 'PASS';
    network.send({ reply, from: person.address, raw, dmarc });
  };

  return {
    mailed: (mail: ReceivedMail): void => {
      const person = people.find(({ address }) => address === mail.to);
      if (!person) return;
      const at = timeline.now();
      if (random.chance(0.5)) {
        // A scanner at the mailbox's provider, before anybody reads.
        for (const [path] of mail.text.matchAll(/\/(?:confirm|unsubscribe|diary)\/[a-z0-9]+/g))
          timeline.after(random.whole(100, 10 * second), () => visitor.get(path, () => {}));
        const [unsubscribe] = /\/unsubscribe\/[a-z0-9]+/.exec(mail.unsubscribe) ?? [];
        if (unsubscribe) timeline.after(random.whole(100, 10 * second), () => visitor.get(unsubscribe, () => {}));
      }
      if (mail.kind === 'tip' && random.chance(0.6))
        timeline.after(random.whole(minute, 9 * hour), () => write(person, mail, at, false));
      if (random.chance(0.05)) timeline.after(random.whole(minute, 9 * hour), () => write(person, mail, at, true));
      const diary = /\/diary\/[a-z0-9]+/.exec(mail.text)?.[0];
      if (diary) readDiary(diary);
    },
    /** Somebody has been told the address of their diary. */
    readDiary,
  };

  function readDiary(path: string): void {
    timeline.after(random.whole(second, 5 * hour), () =>
      visitor.get(`${path}/export.json`, (page) => {
        if (page?.status === 200) links.exported(page.body);
      }),
    );
  }
};
