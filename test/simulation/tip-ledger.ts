import { isDaytime } from './local-clock.ts';
import type { Attempt } from './observer.ts';
import { isOverIn, markIn, type ProfileView, programmeIn, viewOf, zonesOf } from './profile-view.ts';
import type { Item } from './store/expression.ts';
import {
  type Claim,
  isOfDay,
  lieIn,
  mayBegin,
  mayChoose,
  type Tip,
  tipsIn,
  wantsAllAgain,
  wrongDose,
} from './tip-rules.ts';
import { rules, type Verdict } from './verdict.ts';
import { clocksDiffer, hour, minute, second, type World } from './world.ts';

type LastTip = NonNullable<ProfileView['lastTip']>;

/** The longest time for a provider's answer and the look-ups before it. */
const callsTake = 40 * second;
const claimOpenAtMost = hour;
const gapBetweenTips = 10 * hour;

const rankOf = (item: Item | undefined): number => Number(item?.['rank'] ?? Number.NEGATIVE_INFINITY);

/** Checks claims, provider calls and outcomes: each tip is sent once, at an allowed time, and its record is true. */
export const createTipLedger = (
  world: World,
  verdict: Verdict,
  nameOf: (pk: string) => string,
  /** The words of the reply that the service keeps under a key. */
  wordsOf: (key: string) => string | undefined,
) => {
  const { timeline } = world;
  const tips = new Map<string, Tip>();
  const open = new Map<string, Tip>();
  const given = new Map<string, string[]>();
  const lastAccepted = new Map<string, { at: number; date: string }>();
  const acceptedOn = new Map<string, number>();
  const makers = new Map<string, string>();
  const epochs = new Map<string, string>();
  const begunAt = new Map<string, number>();

  const keyOf = (id: string, date: string): string => `${id}|${epochs.get(id) ?? '-'}|${date}`;
  const tipOf = (id: string, date: string): Tip => {
    const key = keyOf(id, date);
    const known = tips.get(key);
    if (known) return known;
    const tip: Tip = { accepted: 0, begun: 0, doubtful: false, isFirst: false, takenOver: false };
    tips.set(key, tip);
    return tip;
  };
  const who = (id: string): string => nameOf(`SUB#${id}`);

  /** Whether it is daytime in every zone they may be in, by the laws known now or when the tip was claimed. */
  const wasAllowed = ({ view, at }: Claim, tolerance: number): boolean =>
    [timeline.now(), at].some((knownAt) =>
      zonesOf(view).every((zone) => isDaytime(zone, timeline.now(), tolerance, knownAt)),
    );

  /** `before`: the course when this tip was chosen. A tip that was put aside comes again after the others. */
  const noteGiven = (id: string, tip: string, before: ProfileView | undefined): void => {
    const key = `${id}|${epochs.get(id)}`;
    const list = given.get(key) ?? [];
    given.set(key, list);
    const number = Number(tip.slice(0, 2));
    const wasPutAside = before !== undefined && markIn(before, number) === 3;
    if (before && tipsIn(before).every((each) => markIn(before, each.number) !== 0) && !wasPutAside)
      verdict.broken(rules.end, who(id), `${tip} comes after all others, without a word`);
    if (list.includes(tip) && !wasPutAside) verdict.broken(rules.programme, who(id), `${tip} came twice`);
    list.push(tip);
  };

  /** What they have said that changed their profile. */
  const newWords = (before: ProfileView, after: ProfileView): readonly string[] =>
    after.commands.flatMap((key) => (before.commands.includes(key) ? [] : (wordsOf(key) ?? [])));

  /** A programme is chosen, or begun again: what was given before is counted no more. */
  const chosen = (id: string, before: ProfileView, after: ProfileView): void => {
    const said = newWords(before, after);
    const isOther = programmeIn(before) !== programmeIn(after) && said.length > 0;
    if (isOther && !mayBegin(before, after, said) && !mayChoose(before, after, said))
      verdict.broken(rules.programme, who(id), `"${said.join()}" begins programme ${programmeIn(after)}`);
    if (wantsAllAgain(before, after, said)) given.delete(`${id}|${epochs.get(id)}`);
  };

  const forgetOpen = (id: string): void => {
    for (const key of open.keys()) if (key.startsWith(`${id}|`)) open.delete(key);
  };

  /** Somebody begins anew; a claim that the new profile takes over is the same claim. */
  const beginEpoch = (id: string, view: ProfileView, wasErased: boolean): void => {
    const date = view.lastTip?.date;
    const taken = date === undefined ? undefined : tips.get(keyOf(id, date));
    forgetOpen(id);
    epochs.set(id, view.epoch);
    if (!begunAt.has(view.epoch)) begunAt.set(view.epoch, timeline.now());
    if (date === undefined || !taken) return;
    tips.set(keyOf(id, date), taken);
    taken.takenOver = true;
    // The person was erased, and the claim with them: its worker no longer holds it.
    if (taken.claim?.state === 'open' && !taken.recorded && !wasErased) open.set(keyOf(id, date), taken);
  };

  /** The same claim was written again: it was given back, or another attribute changed. */
  const keptClaim = (id: string, from: string, { date, state }: LastTip): void => {
    const tip = tipOf(id, date);
    if (from !== 'claimed' || state !== 'released' || !tip.claim) return;
    if (tip.accepted > 0) verdict.broken(rules.truth, who(id), `the claim of ${date} is released, but was sent`);
    if (tip.claim.byReply)
      verdict.broken(rules.truth, who(id), `the claim of ${date} is released, but was given in an answer`);
    tip.claim.state = 'released';
    open.delete(keyOf(id, date));
  };

  /** Checks a new claim. TIP gives the same tip again, in an answer. */
  const checkClaim = (
    id: string,
    before: ProfileView | undefined,
    after: ProfileView,
    { date, owner }: LastTip,
  ): void => {
    if (before && before.status !== 'active') {
      verdict.broken(rules.afterStop, who(id), `a claim for ${date} on a profile that is ${before.status}`);
    }
    if (owner === 'reply') return;
    // A step down holds from the day on which it is announced, and the announcement may be tried twice.
    const isAnnounced = after.lastTip?.p !== undefined && before?.lastTip?.date === date;
    const wrong = before && !isAnnounced ? wrongDose(before, date) : undefined;
    if (wrong) verdict.broken(rules.dose, who(id), wrong);
    if (before && isOverIn(before) && before.lastTip?.date !== date)
      verdict.broken(rules.end, who(id), `a claim for ${date} after the end`);
    if ((after.pausedUntil ?? '') >= date) {
      verdict.broken(rules.paused, who(id), `a claim for ${date}, paused until ${after.pausedUntil}`);
    }
    if (tipOf(id, date).accepted > 0) {
      verdict.broken(rules.oneTip, who(id), `${date} is claimed again after it was sent`);
    }
  };

  /** Whether the claim was made by another subscription of the same person: one that was merged into this, or erased before it. */
  const isInherited = (id: string, { epoch }: ProfileView, { owner, claimedAt }: LastTip): boolean => {
    const claim = `${who(id).replace("'s mailbox", '')}|${owner}|${claimedAt}`;
    const maker = makers.get(claim) ?? `${id}|${epoch}`;
    makers.set(claim, maker);
    return maker !== `${id}|${epoch}`;
  };

  const inherit = (tip: Tip, claim: Claim): void => {
    tip.takenOver = true;
    if ((tip.claim?.at ?? 0) < claim.at) tip.claim = claim;
  };

  const claimed = (id: string, before: ProfileView | undefined, after: ProfileView): void => {
    const { lastTip } = after;
    const earlier = before?.lastTip;
    if (!lastTip) return;
    const { date, owner, claimedAt } = lastTip;
    // A claim that was given back and made again is a new one, even if both have the same millisecond.
    const isAnew = earlier?.state === 'released' && lastTip.state === 'claimed';
    if (earlier?.date === date && earlier.owner === owner && earlier.claimedAt === claimedAt && !isAnew) {
      keptClaim(id, earlier.state, lastTip);
      return;
    }
    if (lastTip.state !== 'claimed') return;
    const tip = tipOf(id, date);
    const claim = { view: after, tip: lastTip.tip, byReply: owner === 'reply', tookOver: tip.claim?.at ?? 0 };
    if (isInherited(id, after, lastTip)) {
      inherit(tip, { ...claim, at: claimedAt, state: 'settled' });
      return;
    }
    checkClaim(id, before, after, lastTip);
    if (earlier?.date !== date && !lastTip.p) noteGiven(id, lastTip.tip, before);
    tip.claim = { ...claim, at: timeline.now(), state: 'open' };
    tip.isFirst = timeline.now() - (begunAt.get(after.epoch) ?? 0) <= clocksDiffer;
    if (!tip.recorded) open.set(keyOf(id, date), tip);
  };

  /**
   * A skip was written while another worker sent the tip: by now the sender's or the receipt's outcome has replaced it.
   */
  const checkSkip = (id: string, date: string, tip: Tip): void => {
    if (tip.recorded === 'skipped' && tips.get(keyOf(id, date)) === tip)
      verdict.broken(rules.truth, who(id), `${date}: "skipped" of a tip that was sent`);
  };

  const recorded = (id: string, date: string, before: Item | undefined, after: Item | undefined): void => {
    if (!after) return;
    const tip = tipOf(id, date);
    const state = String(after['state']);
    tip.recorded = state;
    open.delete(keyOf(id, date));
    if (tip.claim) tip.claim.state = 'settled';
    if (before && rankOf(after) < rankOf(before)) {
      verdict.broken(rules.forward, who(id), `${date}: ${state} after ${before['state']}`);
    }
    if (state === 'skipped' && tip.accepted > 0) timeline.after(claimOpenAtMost, () => checkSkip(id, date, tip));
    const lie = lieIn(after, state, tip);
    if (lie) verdict.broken(rules.truth, who(id), `${date}: ${lie}`);
  };

  return {
    wroteProfile: (id: string, before: Item | undefined, after: Item | undefined): void => {
      const view = viewOf(after);
      if (view && view.epoch !== epochs.get(id)) beginEpoch(id, view, before === undefined);
      if (!view || view.status === 'erasing') forgetOpen(id);
      const old = viewOf(before);
      if (old && view) chosen(id, old, view);
      if (view) claimed(id, old, view);
    },
    wroteOutcome: recorded,
    sending: ({ channel, id, date, kind }: Attempt): void => {
      if (!isOfDay(kind)) return;
      const tip = tipOf(id, date);
      const { claim } = tip;
      const age = claim ? timeline.now() - (claim.byReply ? claim.tookOver : claim.at) : Number.POSITIVE_INFINITY;
      if (age > 2 * second) verdict.broken(rules.fresh, who(id), `${date}: sent ${age} ms after its claim`);
      if (claim && !wasAllowed(claim, clocksDiffer)) {
        verdict.broken(rules.window, who(id), `${date}: sent at night in ${zonesOf(claim.view)}`);
      }
      if (channel === 'email' && tip.doubtful) {
        verdict.broken(rules.mailDoubt, who(id), `${date}: a mail in doubt is sent again`);
      }
      tip.begun += 1;
      if (channel === 'email') tip.doubtful = true;
    },
    refused: ({ channel, id, date, kind }: Attempt): void => {
      if (isOfDay(kind) && channel === 'email') tipOf(id, date).doubtful = false;
    },
    accepted: ({ id, date, kind }: Attempt): void => {
      if (!isOfDay(kind)) return;
      const tip = tipOf(id, date);
      tip.accepted += 1;
      // The rule holds over enrolments: an address that was erased and joined again on one day gets one tip that day.
      const onThatDay = (acceptedOn.get(`${id}|${date}`) ?? 0) + 1;
      acceptedOn.set(`${id}|${date}`, onThatDay);
      if (onThatDay > 1) verdict.broken(rules.oneTip, who(id), `${date}: accepted ${onThatDay} times`);
      const last = lastAccepted.get(id);
      if (last && last.date !== date && timeline.now() - last.at < gapBetweenTips - clocksDiffer - callsTake) {
        verdict.broken(
          rules.oneTip,
          who(id),
          `${date}: ${Math.round((timeline.now() - last.at) / minute)} min after the last`,
        );
      }
      lastAccepted.set(id, { at: timeline.now(), date });
    },
    delivered: ({ id, date, kind }: Attempt): void => {
      const claim = isOfDay(kind) ? tipOf(id, date).claim : undefined;
      if (claim && !wasAllowed(claim, clocksDiffer + callsTake)) {
        verdict.broken(rules.window, who(id), `${date}: rings the phone at night in ${zonesOf(claim.view)}`);
      }
    },
    /** An answer contained a tip: its reader has had the tip of `today`, or of a later date if they flew west. */
    answeredWithTip: (id: string, today: string, last: string | undefined): void => {
      const claim = last !== undefined && last >= today ? tipOf(id, last).claim : undefined;
      if (!claim || claim.state === 'released') {
        verdict.broken(rules.oneTip, who(id), `${today}: given in an answer without a claim`);
      }
    },
    check: (): void => {
      for (const [key, tip] of open) {
        const { claim } = tip;
        if (claim?.state === 'open' && timeline.now() - claim.at > claimOpenAtMost) {
          verdict.broken(
            rules.openClaim,
            who(key.split('|')[0] ?? ''),
            `the claim of ${key.split('|')[2]} is an hour old`,
          );
        }
      }
    },
    tipOf,
  };
};

export type TipLedger = ReturnType<typeof createTipLedger>;
