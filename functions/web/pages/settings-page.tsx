import type { Child } from 'hono/jsx';
import type { SettingsAct, SettingsDecision } from '../../../shared/domain/answering/settings-on-page.ts';
import { possibleZones, type Subscriber } from '../../../shared/domain/people/subscriber.ts';
import { addDays, timeOfMinutes } from '../../../shared/domain/time/local-time.ts';
import { isAllowedTime } from '../../../shared/domain/time/sending-window.ts';
import { localDateTime } from '../../../shared/domain/time/zone-clock.ts';
import { cityOf } from '../../../shared/domain/time/zone-names.ts';
import { upcomingTip } from '../../../shared/domain/tips/upcoming-tip.ts';
import { documentOf, Layout } from './layout.tsx';
import type { Reader } from './reader.ts';
import { dayNames, localeOf, timeNames } from './spoken.ts';
import { fill } from './texts/page-texts.ts';

interface SettingsProps {
  readonly reader: Reader;
  readonly subscriber: Subscriber;
  readonly now: number;
  /** The diary's own address. */
  readonly path: string;
  /** What was just asked for, and what came of it. */
  readonly done?: { readonly act: SettingsAct; readonly decision: SettingsDecision };
}

const namesOf = ({ reader: { texts }, subscriber }: SettingsProps) => ({
  time: timeNames(texts.lang, subscriber.country),
  day: dayNames(
    { locale: localeOf(texts.lang, subscriber.country), first: texts.diary.firstOfMonth },
    { weekday: 'long', day: 'numeric', month: 'long' },
  ),
});

/** One form that changes one thing. */
const Setting = ({
  path,
  button,
  children,
}: {
  readonly path: string;
  readonly button: string;
  readonly children: Child;
}) => (
  <form method="post" action={`${path}/settings`}>
    {children}
    <button class="button second" type="submit">
      {button}
    </button>
  </form>
);

/** What a form has to send for an act. */
const fieldsOf = (act: SettingsAct): readonly (readonly [name: string, value: string])[] => {
  switch (act.kind) {
    case 'time':
      return [['time', act.time]];
    case 'zone':
      return [['place', act.place], ...(act.time ? [['time', act.time] as const] : [])];
    case 'channel':
      return [['channel', act.channel]];
    case 'language':
      return [['language', act.language]];
    case 'pause':
      return [['days', String(act.days)]];
    case 'paused-until':
      return [['until', act.date ?? 'none']];
  }
};

const doneSentence = (props: SettingsProps, act: SettingsAct): string => {
  const { subscriber, reader } = props;
  const { done, by } = reader.texts.settings;
  const { time, day } = namesOf(props);
  switch (act.kind) {
    case 'time':
      return fill(done.time, { time: time(subscriber.time) });
    case 'zone':
      return fill(done.zone, { zone: cityOf(subscriber.zone), time: time(subscriber.time) });
    case 'channel':
      return fill(done.channel, { channel: by[subscriber.tipsBy] });
    case 'language':
      return done.language;
    case 'pause':
    case 'paused-until':
      return act.kind === 'paused-until' && act.date === undefined
        ? done.resumed
        : fill(done.pause, { date: day(subscriber.pausedUntil ?? '') });
  }
};

const HiddenFields = ({ act }: { readonly act: SettingsAct }) => (
  <>
    {fieldsOf(act).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
);

const Done = (props: SettingsProps & Required<Pick<SettingsProps, 'done'>>) => {
  const { done, reader, path, subscriber, now } = props;
  const { settings } = reader.texts;
  const { act, decision } = done;
  if (decision.kind === 'refused' || decision.kind === 'which-zone') return null;
  const changed = decision.kind === 'changed';
  const { date } = upcomingTip(subscriber, now);
  return (
    <div class="notice" role="status">
      <p class="label">{changed ? doneSentence(props, act) : settings.done.unchanged}</p>
      {changed ? <p>{fill(settings.next, { date: namesOf(props).day(date) })}</p> : null}
      {changed ? (
        <form method="post" action={`${path}/settings`}>
          <HiddenFields act={decision.undo} />
          <button class="link" type="submit">
            {settings.undo}
          </button>
        </form>
      ) : null}
    </div>
  );
};

const Wrong = ({
  props,
  about,
}: {
  readonly props: SettingsProps;
  readonly about: 'time' | 'zone' | 'channel' | 'pause';
}) => {
  const { done, reader } = props;
  return done?.decision.kind === 'refused' && done.decision.why === about ? (
    <p class="error" id={`${about}-error`} role="alert">
      {reader.texts.settings.refused[about]}
    </p>
  ) : null;
};

const TimeSetting = (props: SettingsProps) => {
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
      <Wrong props={props} about="time" />
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

const ZoneSetting = (props: SettingsProps) => {
  const { reader, subscriber, path, done } = props;
  const { settings } = reader.texts;
  const isGuess = subscriber.zoneSource === 'guess';
  const asked = done?.act.kind === 'zone' ? done.act.place : '';
  const isWrong = done?.decision.kind === 'refused' && done.decision.why === 'zone';
  const choices = done?.decision.kind === 'which-zone' ? done.decision.zones.slice(0, 6) : [];
  return (
    <section class="section">
      <h2>{settings.zone}</h2>
      <p>{fill(isGuess ? settings.zoneGuess : settings.zoneNow, { zone: cityOf(subscriber.zone) })}</p>
      {choices.length === 0 ? null : (
        <form method="post" action={`${path}/settings`}>
          <p class="label">{settings.which}</p>
          {choices.map((zone) => (
            <button class="link choice" type="submit" name="place" value={zone}>
              {zone.replaceAll('_', ' ')}
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
          <Wrong props={props} about="zone" />
        </div>
      </Setting>
    </section>
  );
};

const ChannelSetting = (props: SettingsProps) => {
  const { reader, subscriber, path } = props;
  const { settings } = reader.texts;
  const addresses = { sms: subscriber.phone?.number, email: subscriber.mailbox?.address };
  const open = (['sms', 'email'] as const).flatMap((channel) => {
    const address = addresses[channel];
    return address === undefined ? [] : [{ channel, label: fill(settings.channels[channel], { address }) }];
  });
  return (
    <section class="section">
      <h2>{settings.channel}</h2>
      <Wrong props={props} about="channel" />
      {open.length < 2 ? (
        <>
          {open.map(({ label }) => (
            <p>{label}</p>
          ))}
          <p class="soft">{settings.channelOne}</p>
        </>
      ) : (
        <Setting path={path} button={settings.channelButton}>
          <fieldset>
            <legend class="hidden">{settings.channel}</legend>
            {open.map(({ channel, label }) => (
              <label class="check">
                <input type="radio" name="channel" value={channel} checked={channel === subscriber.tipsBy} />
                <span>{label}</span>
              </label>
            ))}
          </fieldset>
        </Setting>
      )}
    </section>
  );
};

const LanguageSetting = ({ reader: { texts }, subscriber, path }: SettingsProps) => (
  <section class="section">
    <h2>{texts.settings.language}</h2>
    <Setting path={path} button={texts.settings.languageButton}>
      <fieldset>
        <legend class="hidden">{texts.settings.language}</legend>
        {Object.entries(texts.languages.names).map(([language, name]) => (
          <label class="check" lang={language}>
            <input type="radio" name="language" value={language} checked={language === subscriber.language} />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
    </Setting>
  </section>
);

const PauseSetting = (props: SettingsProps) => {
  const { reader, subscriber, now, path } = props;
  const { settings } = reader.texts;
  const today = localDateTime(subscriber.zone, now).date;
  const until = subscriber.pausedUntil;
  // A pause until today or yesterday is over, or holds back a slot that is too close: nothing to resume from.
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
            <Wrong props={props} about="pause" />
          </div>
        </Setting>
      )}
    </section>
  );
};

/** When tips come, where to and in which language; each may be changed, and each change be undone. */
export const settingsPage = (props: SettingsProps): string => {
  const { reader, path, done } = props;
  const { settings } = reader.texts;
  return documentOf(
    <Layout reader={reader} title={settings.title} narrow>
      {done ? <Done {...props} done={done} /> : null}
      <h1>{settings.title}</h1>
      <TimeSetting {...props} />
      <ZoneSetting {...props} />
      <ChannelSetting {...props} />
      <PauseSetting {...props} />
      <LanguageSetting {...props} />
      <p class="section">
        <a href={path}>{settings.back}</a>
      </p>
    </Layout>,
  );
};
