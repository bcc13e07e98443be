import { ChannelSetting, LanguageSetting } from './channel-settings.tsx';
import { documentOf, Layout } from './layout.tsx';
import { PauseSetting } from './pause-setting.tsx';
import type { SettingsProps } from './setting-form.tsx';
import { Done } from './settings-done.tsx';
import { TimeSetting, ZoneSetting } from './time-settings.tsx';
import { ToldTipsSection } from './told-tips.tsx';

/**
 * The settings page: what becomes of today's tip and tomorrow's, and why; then when tips come, where to and in which
 * language. Each may be changed, and each change undone.
 */
export const settingsPage = (props: SettingsProps): string => {
  const { reader, path, done } = props;
  const { settings } = reader.texts;
  return documentOf(
    <Layout reader={reader} title={settings.title} narrow>
      {done ? <Done {...props} done={done} /> : null}
      <h1>{settings.title}</h1>
      <ToldTipsSection {...props} />
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
