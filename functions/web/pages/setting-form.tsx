import type { Child } from 'hono/jsx';
import type { SettingsAct, SettingsDecision } from '../../../shared/domain/answering/settings-on-page.ts';
import type { Subscriber } from '../../../shared/domain/people/subscriber.ts';
import type { Reader } from './reader.ts';
import { dayNames, localeOf, timeNames } from './spoken.ts';
import type { Telling } from './told-tips.tsx';

/** What every part of the settings page is rendered from. */
export interface SettingsProps {
  readonly reader: Reader;
  readonly subscriber: Subscriber;
  readonly now: number;
  /** The diary's own address. */
  readonly path: string;
  /** What is told of their tips: what becomes of each, and why. */
  readonly telling: Telling;
  /** What was just asked for, and the decision about it. */
  readonly done?: { readonly act: SettingsAct; readonly decision: SettingsDecision };
}

/** Names times and days as this reader reads them. */
export const namesOf = ({ reader: { texts }, subscriber }: SettingsProps) => ({
  time: timeNames(texts.lang, subscriber.country),
  day: dayNames(
    { locale: localeOf(texts.lang, subscriber.country), first: texts.diary.firstOfMonth },
    { weekday: 'long', day: 'numeric', month: 'long' },
  ),
});

/** A form that changes one setting. */
export const Setting = ({
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

/** The fields that a form posts for an act. */
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

/** Hidden fields for an act without typed words: an undo, or a button. */
export const HiddenFields = ({ act }: { readonly act: SettingsAct }) => (
  <>
    {fieldsOf(act).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
);

/** Says, beside the field, why nothing was changed. */
export const SettingRefused = ({
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
