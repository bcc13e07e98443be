import type { Cards } from './cards.ts';
import type { LinkLedger } from './link-ledger.ts';
import { nextInstant, wallClock } from './local-clock.ts';
import type { Person } from './person.ts';
import type { PhoneNetwork } from './phone-network.ts';
import { programmeIn, viewOf } from './profile-view.ts';
import type { Random } from './random.ts';
import { drawRedFlag } from './red-flag-words.ts';
import type { ReplyLedger, SentReply } from './reply-ledger.ts';
import type { Rush } from './rush.ts';
import type { ReceivedMail } from './ses.ts';
import type { MemoryEngine } from './store/memory-engine.ts';
import type { TipLedger } from './tip-ledger.ts';
import { turn, worded } from './wording.ts';
import { day, hour, minute, second, type World } from './world.ts';

/** Where people say they are: every zone there is, and a few as people name them. */
const [place = '', ...otherPlaces] = [
  ...Intl.supportedValuesOf('timeZone'),
  'Paris',
  'London',
  'New York',
  'Los Angeles',
  'Sydney',
  'Auckland',
  'Kathmandu',
  'Honolulu',
];
const allPlaces = [place, ...otherPlaces] as const;

const times = ['8:00', '8:05', '9:00', '12:30', '15:00', '17:45', '19:00', '19:55'] as const;

const wishes = {
  PAIN: 30,
  note: 4,
  TIME: 12,
  ZONE: 6,
  PAUSE: 5,
  RESUME: 3,
  STOP: 5,
  TIP: 8,
  MORE: 2,
  DIARY: 2,
  EMAIL: 6,
  SMS: 3,
  ERASE: 3,
  UNDO: 2,
  JOIN: 2,
} as const;

/** The replies about tips, in worlds where people give them. */
const saidOfTips = { HELPED: 4, SKIP: 4, NOTFORME: 1, LESS: 2, WEEKLY: 1, DAILY: 2, AGAIN: 1 } as const;

export interface PeopleOptions {
  readonly world: World;
  readonly people: readonly Person[];
  readonly network: PhoneNetwork;
  readonly replies: ReplyLedger;
  readonly tips: TipLedger;
  readonly engine: () => MemoryEngine;
  /** Presses a link of a mail. */
  readonly press: (kind: 'confirm' | 'unsubscribe', token: string, mail: ReceivedMail) => void;
  readonly links: LinkLedger;
  /** Told of the address of somebody's diary. */
  readonly readDiary: (path: string) => void;
  readonly signUp: (person: Person) => void;
  /** Whether somebody fills in the sign-up page today; they may have a subscription already. */
  readonly isAtPage: () => boolean;
  /** Draws replies about tips and how many are wanted; undefined in a world without them. */
  readonly opinions: Random | undefined;
  /** Draws answers to the weekly question; undefined in a world where nobody answers it. */
  readonly ofWeeks: Random | undefined;
  /** Draws goals and what is said of them; undefined in a world where nobody has one. */
  readonly ofGoals: Random | undefined;
  /** How much pain somebody is in at that instant; undefined where people text any number. */
  readonly mood: (name: string, at: number) => number | undefined;
  /** Lets something be wrong with people, now and then; undefined where nothing is. */
  readonly dangers: Random | undefined;
  /** Whether somebody is in a time of silence at that instant. */
  readonly isSilent: (name: string, at: number) => boolean;
  /** What comes beside what they do; undefined in a world where one thing comes after the other. */
  readonly rush: () => Rush | undefined;
  /** The clinic's cards, by which people join; undefined in a world without any. */
  readonly cards: () => Cards | undefined;
  /** Nobody writes after this. */
  readonly until: number;
}

const scoreIn = (words: string): Pick<SentReply, 'score'> => {
  const score = /^PAIN ([\d.]+)$/.exec(words)?.[1];
  return score === undefined ? {} : { score: Number(score) };
};

/** What people do: join, answer, move, pause, leave, come back, often just when their tip is due. */
export const createPeople = (options: PeopleOptions) => {
  const { world, people, network, replies, tips, engine, until } = options;
  const { timeline, random } = world;
  // Few zones a seed: each costs the scheduler a question at every instant of five weeks.
  const places = [random.pick(allPlaces), random.pick(allPlaces)] as const;

  /** Texts something; answers in how many milliseconds it reaches our webhook, drawn if it is not given, if it is sent at all. */
  const carry = (
    person: Person,
    words: string,
    more: Pick<SentReply, 'score' | 'danger'>,
    carriedInMs?: number,
    by: Random = random,
  ): number | undefined => {
    if (timeline.now() > until || options.isSilent(person.name, timeline.now())) return undefined;
    const body = worded(person, words === 'JOIN' ? (options.cards()?.joinBy(person) ?? words) : words);
    world.tell(person.name, () => `texts "${body}"`);
    const sid = `SM${by.hex(32)}`;
    const text = { sid, id: person.id, body, sentAt: timeline.now(), counts: true, ...scoreIn(words), ...more };
    const carriedIn = carriedInMs ?? by.whole(100, 2500);
    network.send(replies.send(text), person.phone, carriedIn);
    return carriedIn;
  };

  const write = (person: Person, words: string, more: Pick<SentReply, 'score' | 'danger'> = {}): void => {
    const carriedInMs = carry(person, words, more);
    if (carriedInMs !== undefined) options.rush()?.texted(person, carriedInMs);
  };

  const comeBack = (person: Person, afterMs: number, word: string): void => {
    timeline.after(afterMs, () => {
      person.joined = true;
      write(person, word);
    });
  };

  /** What somebody texts when they feel like it. */
  const wordsOf = (person: Person): string => {
    const wish = random.weighted(wishes);
    switch (wish) {
      case 'PAIN':
        return `PAIN ${options.mood(person.name, timeline.now()) ?? random.whole(0, 20) / 2}`;
      case 'note':
        return 'slept badly after the long drive';
      case 'TIME':
        return `TIME ${random.pick(times)}`;
      case 'ZONE':
        return `ZONE ${random.pick(places)}`;
      case 'PAUSE':
        return `PAUSE ${random.whole(1, 4)}`;
      case 'STOP':
        return random.pick(['STOP', 'STOP', 'please stop texting me']);
      case 'EMAIL':
        return `EMAIL ${person.address}`;
      case 'MORE':
        person.wantedMore = !person.wantedMore;
        return person.wantedMore ? 'MORE' : turn(person);
      default:
        return wish;
    }
  };

  const act = (person: Person): void => {
    if (!person.joined) return;
    const words = wordsOf(person);
    if (/\bstop\b/i.test(words)) {
      options.links.wantsOut(person.name);
      person.joined = false;
      comeBack(person, random.whole(minute, 3 * day), 'START');
    }
    write(person, words);
  };

  /** A moment of the coming day: any, or one close to the tip's. */
  const moment = (person: Person): number => {
    const view = viewOf(engine().peek(`SUB#${person.id}`, 'PROFILE'));
    const zone = view?.home ?? 'UTC';
    if (!view || random.chance(0.4)) return nextInstant(zone, '07:00', timeline.now()) + random.whole(0, 15 * hour);
    const slot = nextInstant(zone, view.time, timeline.now());
    return slot + random.whole(-8 * minute, random.chance(0.5) ? 15 * second : 10 * minute);
  };

  const sayRedFlag = (person: Person, random: Random): void => {
    const { words, ...flag } = drawRedFlag(random, person.language);
    if (person.joined) write(person, words, flag);
    // Who is afraid may want everything gone, and think better of it.
    if (random.chance(0.15)) timeline.after(random.whole(minute, hour), () => write(person, 'ERASE'));
  };

  const isWalking = ({ id }: Person): boolean => {
    const view = viewOf(engine().peek(`SUB#${id}`, 'PROFILE'));
    return view !== undefined && programmeIn(view) === 1;
  };

  /** The same again, or the other programme: by the hour, so that no draw is needed for it. */
  const whatNext = (person: Person): string => {
    if (Math.floor(timeline.now() / hour) % 3 === 0) return 'AGAIN';
    return isWalking(person) ? 'TIPS' : 'WALK';
  };

  const live = (person: Person): void => {
    const acts = random.whole(0, 2);
    for (let count = 0; count < acts; count += 1) timeline.at(moment(person), () => act(person));
    const { opinions, dangers, ofWeeks, ofGoals } = options;
    if (ofGoals?.chance(0.3)) {
      timeline.after(ofGoals.whole(0, day), () => {
        const words = ofGoals.pick(['GOAL walk to the shop', 'GOAL dance at the wedding', 'DONE', 'NOTYET', 'NOTYET']);
        if (person.joined) carry(person, words, {}, undefined, ofGoals);
      });
    }
    if (ofWeeks?.chance(0.3)) {
      timeline.after(ofWeeks.whole(0, day), () => {
        if (!person.joined) return;
        const words = ofWeeks.pick(['ALWAYS', 'SOMETIMES', 'NEVER']);
        write(person, isWalking(person) ? `WALK ${8 + words.length}` : words);
      });
    }
    if (opinions?.chance(0.5)) {
      timeline.after(opinions.whole(0, day), () => {
        if (!person.joined) return;
        const words = opinions.weighted(saidOfTips);
        write(person, words === 'AGAIN' ? whatNext(person) : words);
      });
    }
    if (dangers?.chance(0.15)) timeline.after(dangers.whole(0, day), () => sayRedFlag(person, dangers));
    if (options.isAtPage()) timeline.at(moment(person), () => options.signUp(person));
    if (timeline.now() + day < until) timeline.after(day, () => live(person));
  };

  const confirmErasure = (person: Person, word: string): void => {
    timeline.after(random.whole(5 * second, 3 * minute), () => {
      write(person, `ERASE ${word}`);
      const rush = options.rush();
      if (rush) return rush.erased(person);
      // Another text may be on its way while everything is deleted.
      if (random.chance(0.4)) timeline.after(random.whole(0, 600), () => write(person, 'PAIN 4'));
      if (random.chance(0.6)) comeBack(person, random.whole(20 * second, 2 * day), 'JOIN');
    });
  };

  const hear = (person: Person, text: SentReply, answer: string): void => {
    const diary = /\/diary\/[a-z0-9]+/.exec(answer)?.[0];
    if (diary) options.readDiary(diary);
    const word = /(?:ERASE|EFFACER) ([A-Z0-9]+) (?:within|dans)/.exec(answer)?.[1];
    if (word) confirmErasure(person, word);
    const nearest = /(?:The nearest time is|Au plus proche:) .* (?:text|Envoyez) ((?:TIME|HEURE) .*)\./.exec(
      answer,
    )?.[1];
    // This time lies in the first or last minutes of the window, so a late tip may miss it.
    if (nearest && random.chance(0.8))
      timeline.after(random.whole(5 * second, 3 * minute), () => write(person, nearest));
    if (/is being deleted|en cours de suppression/.test(answer)) person.joined = false;
    if (!/^(?:TIP|CONSEIL)$/.test(text.body)) return;
    if (!/^Backbeat: .* (?:Reply PAIN 0-10 or MORE|Répondez DOULEUR 0-10 ou PLUS)\.$/.test(answer)) return;
    const view = viewOf(engine().peek(`SUB#${person.id}`, 'PROFILE'));
    if (view?.status !== 'active') return;
    // A process with a slow clock takes a little after midnight for yesterday.
    const today = wallClock(view.home, timeline.now() - 3 * minute).date;
    tips.answeredWithTip(person.id, today, view.lastTip?.date);
  };

  return {
    /** Somebody texts something more, which is carried to us in that time. */
    textsToo: (person: Person, words: string, carriedInMs: number, by?: Random): void => {
      carry(person, words, {}, carriedInMs, by);
    },
    /** Somebody comes back with these words. */
    joins: (person: Person, words: string): void => comeBack(person, 0, words),
    start: (): void => {
      for (const person of people) {
        timeline.after(random.whole(minute, day), () => {
          person.joined = true;
          const how = random.weighted({ phone: 6, mailbox: 2, web: 1 });
          if (how === 'web') options.signUp(person);
          else write(person, how === 'mailbox' ? `JOIN ${person.address}` : 'JOIN');
          live(person);
        });
      }
    },
    /** An answer has come to somebody's phone. */
    answered: (text: SentReply, answers: readonly string[]): void => {
      const person = people.find(({ id }) => id === text.id);
      if (person) for (const answer of answers) hear(person, text, answer);
    },
    mailed: (mail: ReceivedMail): void => {
      const confirm = /\/confirm\/([a-z0-9]+)/.exec(mail.text)?.[1];
      if (confirm && random.chance(0.85)) {
        timeline.after(random.whole(10 * second, random.chance(0.8) ? hour : 2 * day), () =>
          options.press('confirm', confirm, mail),
        );
      }
      const unsubscribe = /\/unsubscribe\/([a-z0-9]+)/.exec(mail.unsubscribe)?.[1];
      if (unsubscribe && mail.kind === 'tip' && random.chance(0.03)) {
        timeline.after(random.whole(second, 3 * hour), () => options.press('unsubscribe', unsubscribe, mail));
      }
    },
  };
};
