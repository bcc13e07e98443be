import type { SettingName } from '../../shared/platform/settings.ts';

/** Settings of a function, by the names of shared/platform/settings.ts. */
export type Environment = Readonly<Partial<Record<SettingName, string>>>;
