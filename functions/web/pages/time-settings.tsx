import { possibleZones } from '../../../shared/domain/people/subscriber.ts';
import { timeOfMinutes } from '../../../shared/domain/time/local-time.ts';
import { isAllowedTime } from '../../../shared/domain/time/sending-window.ts';
import { cityOf } from '../../../shared/domain/time/zone-names.ts';
import { namesOf, Setting, SettingRefused, type SettingsProps } from './setting-form.tsx';
import { fill } from './texts/page-texts.ts';

/** The form for the hour of the tips: every half hour that is open to them, and the one they have. */
export const TimeSetting = (props: SettingsProps) => {
  const { reader, subscriber, now, path } = props;
  const { settings } = reader.texts;
  const { time } = namesOf(props);
  const zones = possibleZones(subscriber);
  const halfHours = Array.from({ length: 48 }, (_, index) => timeOfMinutes(30 * index));
  const times = [...new Set([...halfHours, subscriber.time])].filter((one) => isAllowedTime(zones, one, now)).sort();
  return (
    <section class="section">
      <h2>{settings.time}</h2>
      <p>{fill(settings.timeNow, { time: time(subscriber.time), zone: cityOf(subscriber.zone) })}</p>
      <SettingRefused props={props} about="time" />
      <Setting path={path} button={settings.timeButton}>
        <div class="field">
          <label for="time" class="hidden">
            {settings.time}
          </label>
          <select id="time" name="time">
            {times.map((one) => (
              <option value={one} selected={one === subscriber.time}>
                {time(one)}
              </option>
            ))}
          </select>
        </div>
      </Setting>
    </section>
  );
};

/** The form for their zone, by the name of a city; of several cities of that name they choose. */
export const ZoneSetting = (props: SettingsProps) => {
  const { reader, subscriber, path, done } = props;
  const { settings } = reader.texts;
  const isGuess = subscriber.zoneSource === 'guess';
  const asked = done?.act.kind === 'zone' ? done.act.place : '';
  const isWrong = done?.decision.kind === 'refused' && done.decision.why === 'zone';
  const choices = done?.decision.kind === 'which-zone' ? done.decision.choices : [];
  return (
    <section class="section">
      <h2>{settings.zone}</h2>
      <p>{fill(isGuess ? settings.zoneGuess : settings.zoneNow, { zone: cityOf(subscriber.zone) })}</p>
      {choices.length === 0 ? null : (
        <form method="post" action={`${path}/settings`}>
          <p class="label">{settings.which}</p>
          {choices.map(({ zone, name }) => (
            <button class="link choice" type="submit" name="place" value={zone}>
              {name}
            </button>
          ))}
        </form>
      )}
      <Setting path={path} button={settings.zoneButton}>
        <div class="field">
          <label for="place">{settings.zoneLabel}</label>
          <p class="hint" id="place-hint">
            {settings.zoneHint}
          </p>
          <input
            type="text"
            id="place"
            name="place"
            required
            maxlength={80}
            autocomplete="address-level2"
            value={isWrong ? asked : ''}
            aria-invalid={isWrong ? 'true' : undefined}
            aria-describedby={isWrong ? 'place-hint zone-error' : 'place-hint'}
          />
          <SettingRefused props={props} about="zone" />
        </div>
      </Setting>
    </section>
  );
};
