import { firstProgramme } from '../../shared/content/programmes.ts';
import { type ProgrammeTip, programmesFrom } from '../../shared/domain/tips/tip-programme.ts';
import { codeIn, walkingCode } from './cards.ts';
import { doseIn, isOverIn, markIn, type ProfileView, programmeIn } from './profile-view.ts';
import type { Item } from './store/expression.ts';
import { hour } from './world.ts';

export interface Claim {
  readonly at: number;
  readonly view: ProfileView;
  readonly tip: string;
  readonly byReply: boolean;
  /** When the claim that this one took over was made: TIP asked for a tip that was already on its way. */
  readonly tookOver: number;
  state: 'open' | 'released' | 'settled';
}

/** What is known of the tip of one person's one local date. */
export interface Tip {
  claim?: Claim;
  accepted: number;
  begun: number;
  /** A mail was handed to SES and nobody knows what became of it. */
  doubtful: boolean;
  /** It was claimed within moments of an enrolment's begin. */
  isFirst: boolean;
  /** The claim came with a profile that was merged into this one: its tip was sent under another id. */
  takenOver: boolean;
  recorded?: string;
}

/** Why a recorded outcome cannot be true; undefined if it can. */
export const lieIn = (item: Item, state: string, tip: Tip): string | undefined => {
  switch (state) {
    case 'failed':
      if (tip.begun === 0) return '"failed" of a tip that was never handed over';
      return tip.accepted > 0 && !item['providerId'] ? '"failed" of a tip that was sent' : undefined;
    // Two workers whose clocks differ may skip and send it at the edge of the window: see checkSkip.
    case 'skipped':
      return undefined;
    case 'unknown':
      if (item['channel'] === 'sms') return 'a text stays unknown, though Twilio keeps a list';
      return tip.begun === 0 && !tip.claim ? '"unknown" of a tip that was never claimed' : undefined;
    default:
      return tip.accepted === 0 && !tip.claim?.byReply ? `"${state}" of a tip that no provider has` : undefined;
  }
};

/** A message that nobody asked for: a tip, or a prompt in its place. There is at most one a local date. */
export const isOfDay = (kind: string): boolean => ['tip', 'nudge', 'goodbye', 'summary', 'weekly'].includes(kind);

const programmes = programmesFrom(firstProgramme());

/** The tips of the programme that somebody is in. */
export const tipsIn = (view: ProfileView): readonly ProgrammeTip[] =>
  programmes.find(({ number = 0 }) => number === programmeIn(view))?.tips ?? [];

/** Whether every tip of the topics they want was sent, whether or not they have been told so. */
export const hasHadAllIn = (view: ProfileView): boolean => {
  const tips = tipsIn(view);
  const unwanted = new Set(tips.filter(({ number }) => markIn(view, number) === 4).map(({ topic }) => topic));
  return tips.every(({ number, topic }) => unwanted.has(topic) || [1, 2].includes(markIn(view, number)));
};

/** Whether a new course has no marks but those of tips that are not wanted. */
const isBlankAfter = (before: ProfileView, after: ProfileView): boolean =>
  tipsIn(after).every(({ number }) => markIn(after, number) === (markIn(before, number) === 4 ? 4 : 0));

/** What somebody may say to begin anew before they were told that they have had all; whatever else they say, that comes first. */
const beginsAnew = /^(AGAIN|ENCORE)\b/;
/** And to choose a programme. */
const chooses = /^(?:WALK|MARCHE|TIPS|CONSEILS)$/;

/** What is wrong with a claim for a date, by the days of each dose, counted independently of production: LESS leaves out Tuesday, Thursday and Saturday. */
export const wrongDose = (before: ProfileView, date: string): string | undefined => {
  const dose = doseIn(before);
  const weekday = new Date(`${date}T12:00Z`).toLocaleDateString('en', { weekday: 'short', timeZone: 'UTC' });
  const last = before.lastTip?.date;
  const since = last === undefined ? 7 : (Date.parse(date) - Date.parse(last)) / (24 * hour);
  const isWrong =
    (dose === 'less' && ['Tue', 'Thu', 'Sat'].includes(weekday)) ||
    (dose === 'three' && !['Mon', 'Wed', 'Fri'].includes(weekday)) ||
    (dose === 'weekly' && since > 0 && since < 7);
  return isWrong ? `${dose}, and a claim for ${weekday} ${date}, ${since} days after` : undefined;
};

/**
 * Whether they want it all again, by what they said: they say so after the summary, or having had all before they are told,
 * since nothing is summed up for whoever is silent, and any answer to the goodbye brings the tips back.
 */
export const wantsAllAgain = (before: ProfileView, after: ProfileView, said: readonly string[]): boolean => {
  if (isOverIn(before)) return !isOverIn(after);
  if (programmeIn(before) !== programmeIn(after)) return true;
  return said.some((words) => beginsAnew.test(words)) && hasHadAllIn(before) && isBlankAfter(before, after);
};

/**
 * Whether a programme may be the one of a new enrolment: the first, or that of the code on a card; or that of a phone and a
 * mailbox that have become one, each of which had its own.
 */
export const mayBegin = (before: ProfileView, after: ProfileView, said: readonly string[]): boolean => {
  if (JSON.stringify(before.phone) !== JSON.stringify(after.phone)) return true;
  if (before.epoch === after.epoch && before.status !== 'pending') return false;
  return programmeIn(after) === 0 || said.some((words) => codeIn(words) === walkingCode);
};

/** Whether a programme may be chosen by what they said: the first at any time, any other once theirs is over. */
export const mayChoose = (before: ProfileView, after: ProfileView, said: readonly string[]): boolean =>
  (programmeIn(after) === 0 || isOverIn(before) || hasHadAllIn(before)) && said.some((words) => chooses.test(words));
