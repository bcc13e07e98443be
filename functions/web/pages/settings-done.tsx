import type { SettingsAct } from '../../../shared/domain/answering/settings-on-page.ts';
import { cityOf } from '../../../shared/domain/time/zone-names.ts';
import { upcomingTip } from '../../../shared/domain/tips/upcoming-tip.ts';
import { HiddenFields, namesOf, type SettingsProps } from './setting-form.tsx';
import { fill } from './texts/page-texts.ts';

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

/** What was just changed, when the next tip comes, and the button that undoes it. */
export const Done = (props: SettingsProps & Required<Pick<SettingsProps, 'done'>>) => {
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
