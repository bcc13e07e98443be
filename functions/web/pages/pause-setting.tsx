import { addDays } from '../../../shared/domain/time/local-time.ts';
import { localDateTime } from '../../../shared/domain/time/zone-clock.ts';
import { HiddenFields, namesOf, Setting, SettingRefused, type SettingsProps } from './setting-form.tsx';
import { fill } from './texts/page-texts.ts';

/** The form that begins a pause, or ends one. */
export const PauseSetting = (props: SettingsProps) => {
  const { reader, subscriber, now, path } = props;
  const { settings } = reader.texts;
  const today = localDateTime(subscriber.zone, now).date;
  const until = subscriber.pausedUntil;
  // A pause until today or yesterday is over, or only holds back a slot that is too close: there is nothing to resume
  // from.
  const isPaused = until !== undefined && until >= addDays(today, 1);
  return (
    <section class="section">
      <h2>{settings.pause}</h2>
      <p>{isPaused ? fill(settings.pauseNow, { date: namesOf(props).day(until) }) : settings.pauseNone}</p>
      {isPaused ? (
        <Setting path={path} button={settings.resumeButton}>
          <HiddenFields act={{ kind: 'paused-until', date: undefined }} />
        </Setting>
      ) : (
        <Setting path={path} button={settings.pauseButton}>
          <div class="field">
            <label for="days">{settings.pauseLabel}</label>
            <p class="hint" id="days-hint">
              {settings.pauseHint}
            </p>
            <input
              type="text"
              inputmode="numeric"
              id="days"
              name="days"
              required
              maxlength={2}
              value="7"
              aria-describedby="days-hint"
            />
            <SettingRefused props={props} about="pause" />
          </div>
        </Setting>
      )}
    </section>
  );
};
