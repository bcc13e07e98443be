import * as z from 'zod';
import type { Item } from './store/expression.ts';

const schema = z.object({
  epoch: z.string(),
  status: z.string(),
  home: z.string(),
  zoneSource: z.string(),
  zoneCandidates: z.array(z.string()),
  time: z.string(),
  tipsBy: z.string(),
  position: z.number(),
  course: z.string().optional(),
  quiet: z.string().optional(),
  pausedUntil: z.string().optional(),
  /** Not there of whoever never texted, or gave their number up. */
  phone: z.looseObject({}).optional(),
  mailbox: z.object({ address: z.string(), link: z.string().optional() }).optional(),
  language: z.string(),
  /** What a reply asked for. */
  box: z.object({ t: z.number(), s: z.number().optional(), b: z.string().optional() }).optional(),
  /** What the sign-up page was filled in with. */
  page: z.object({ t: z.number(), s: z.number().optional(), z: z.string(), h: z.string(), l: z.string() }).optional(),
  textOffered: z.boolean().optional(),
  /** Keys of replies, without the prefix that all have. */
  commands: z.string().transform((text) => (text.match(/.{16}/g) ?? []).map((key) => `r#${key}`)),
  lastTip: z
    .object({
      d: z.string(),
      t: z.string(),
      /** The prompt that came in the tip's place. */
      p: z.string().optional(),
      o: z.string(),
      /** Left out: claimed. */
      s: z.string().default('c'),
      a: z.number(),
      c: z.string(),
    })
    .transform(({ d: date, t: tip, p, o: owner, s, a: claimedAt, c }) => ({
      date,
      tip,
      p,
      owner,
      state: { c: 'claimed', r: 'released', f: 'failing' }[s] ?? s,
      claimedAt,
      channel: c === 's' ? 'sms' : 'email',
    }))
    .optional(),
});

/** A profile as it stands in the table, read without production's code. */
export type ProfileView = z.infer<typeof schema>;

const views = new WeakMap<object, ProfileView>();

export const viewOf = (item: Item | undefined): ProfileView | undefined => {
  if (!item || 'alias' in item) return undefined;
  const known = views.get(item);
  if (known) return known;
  const view = schema.parse(item);
  views.set(item, view);
  return view;
};

export const zonesOf = (view: ProfileView): readonly string[] =>
  view.zoneSource === 'guess' ? [view.home, ...view.zoneCandidates] : [view.home];

/** The parts of a course: the digit of a programme that was chosen, the letter of the dose, the marks, the day of the last weekly question. */
const partsOf = ({ course = 'd' }: Pick<ProfileView, 'course'>) => {
  const [, digit = '', letter = '', marks = '', asked] = /^(\d?)([a-zA-Z])([^.]*)(?:\.(.*))?$/.exec(course) ?? [];
  return { digit, letter, marks, asked };
};

/** The number of the programme that they have chosen; 0 of the one that everybody begins with. */
export const programmeIn = (view: Pick<ProfileView, 'course'>): number => Number(partsOf(view).digit);

/** The date of the last weekly question. */
export const askedIn = (view: Pick<ProfileView, 'course'>): string | undefined => {
  const { asked } = partsOf(view);
  return asked && new Date(Number.parseInt(asked, 36) * 86_400_000).toISOString().slice(0, 10);
};

const doses = { d: 'daily', l: 'less', t: 'three', w: 'weekly' } as const;
type Dose = (typeof doses)[keyof typeof doses];
const afterStep: Readonly<Record<Dose, Dose>> = { daily: 'less', less: 'weekly', three: 'weekly', weekly: 'weekly' };

/** How many tips a week somebody gets, by the letter of their course, and by the letter of a step down. */
export const doseIn = (view: Pick<ProfileView, 'course' | 'quiet'>): Dose => {
  const letter = partsOf(view).letter.toLowerCase();
  const wanted = Object.entries(doses).find(([each]) => each === letter)?.[1] ?? 'daily';
  return view.quiet?.charAt(3) === 'f' ? afterStep[wanted] : wanted;
};

/** Whether they have had the whole programme, and have not said how to go on. */
export const isOverIn = (view: Pick<ProfileView, 'course'>): boolean => /[A-Z]/.test(partsOf(view).letter);

/** Whether nothing comes until they write: they were told goodbye, or the programme is over. */
export const isRestingIn = (view: Pick<ProfileView, 'quiet' | 'course'>): boolean =>
  view.quiet?.charAt(3) === 'g' || isOverIn(view);

/** The mark of the tip with that number in a course (two tips a letter): 0 none, 3 put aside, 4 not wanted. */
export const markIn = (view: Pick<ProfileView, 'course'>, number: number): number => {
  const { marks } = partsOf(view);
  const pair = Number.parseInt(marks.charAt(Math.floor((number - 1) / 2)) || '0', 36);
  return number % 2 === 1 ? Math.floor(pair / 6) : pair % 6;
};
