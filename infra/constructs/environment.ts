import type { SettingName } from '../../shared/platform/settings.ts';

/** Settings of a function, by the names of shared/platform/settings.ts. */
export type FunctionEnvironment = Readonly<Partial<Record<SettingName, string>>>;
