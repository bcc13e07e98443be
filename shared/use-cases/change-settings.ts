import { loadPlaces } from '../content/places.ts';
import { decideSettings, type SettingsAct, type SettingsDecision } from '../domain/answering/settings-on-page.ts';
import type { Subscriber, SubscriberId } from '../domain/people/subscriber.ts';
import { localDateTime } from '../domain/time/zone-clock.ts';
import { heardOn } from '../domain/tips/silence.ts';
import type { Clock } from '../platform/clock.ts';
import type { ProfileChanges } from './profile-changes.ts';

/** The outcome; `gone`: nobody is there any more, or they have left. */
export type SettingsOutcome =
  | { readonly kind: 'gone' }
  | { readonly kind: 'decided'; readonly decision: SettingsDecision; readonly subscriber: Subscriber };

/** Carries out a change of settings that was made on a page, on the profile as it stands when it is written. */
export const createChangeSettings =
  (changes: Pick<ProfileChanges, 'change'>, clock: Clock) =>
  async (id: SubscriberId, epoch: string, act: SettingsAct): Promise<SettingsOutcome> => {
    let outcome: SettingsOutcome = { kind: 'gone' };
    const places = act.kind === 'zone' ? await loadPlaces() : undefined;
    await changes.change(id, (subscriber) => {
      outcome = { kind: 'gone' };
      if (subscriber.epoch !== epoch || subscriber.status !== 'active') return undefined;
      const now = clock.now();
      const today = localDateTime(subscriber.zone, now).date;
      const decision = decideSettings(heardOn(subscriber, today), act, now, today, places);
      const next = decision.kind === 'changed' ? decision.next : undefined;
      outcome = { kind: 'decided', decision, subscriber: next ?? subscriber };
      return next;
    });
    return outcome;
  };

/** Carries out what somebody changes on the settings page. */
export type ChangeSettings = ReturnType<typeof createChangeSettings>;
