import type { SettingName } from '../../shared/config.ts';

/** Settings of a function, by the names of shared/config.ts. */
export type Environment = Readonly<Partial<Record<SettingName, string>>>;
