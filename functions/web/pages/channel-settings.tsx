import { Setting, SettingRefused, type SettingsProps } from './setting-form.tsx';
import { fill } from './texts/page-texts.ts';

/** The choice between texts and mail, where both are open. */
export const ChannelSetting = (props: SettingsProps) => {
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
      <SettingRefused props={props} about="channel" />
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

/** The language of tips, answers and pages. */
export const LanguageSetting = ({ reader: { texts }, subscriber, path }: SettingsProps) => (
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
