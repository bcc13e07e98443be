import type { Channel } from '../shared/domain/people/subscriber.ts';
import { variables } from '../shared/platform/settings.ts';

/** `npm start` was asked for channels that do not exist. */
export class ChannelsError extends Error {
  override readonly name = 'ChannelsError';
}

const byName: ReadonlyMap<string, Channel | undefined> = new Map([
  ['both', undefined],
  ['smsOnly', 'sms'],
  ['emailOnly', 'email'],
]);

/**
 * Reads which channel is simulated alone, from the setting of a deployment (infra/config-shape.ts).
 * @throws ChannelsError
 */
export const readOnlyChannel = (channels: string): Channel | undefined => {
  if (!byName.has(channels))
    throw new ChannelsError(`--channels is ${channels}: it should be both, smsOnly or emailOnly`);
  return byName.get(channels);
};

/** The variables that a deployment without a channel gives no function (infra/constructs/). */
const leftOut: Readonly<Record<Channel, readonly (keyof typeof variables)[]>> = {
  sms: ['emailQueue', 'mailFrom', 'replyAddress', 'configurationSet', 'inboundBucket'],
  email: ['smsQueue', 'smsNumber', 'rcsSender', 'twilioAccount', 'twilioUrl', 'twilioAnswersOptOut', 'countries'],
};

/** The environment of the functions, without the variables of a channel that is not simulated. */
export const withOnlyChannel = (
  environment: Readonly<Record<string, string | undefined>>,
  only: Channel | undefined,
): Record<string, string | undefined> => {
  if (only === undefined) return { ...environment };
  const names: readonly string[] = leftOut[only].map((name) => variables[name]);
  const kept = Object.entries(environment).filter(([name]) => !names.includes(name));
  return { ...Object.fromEntries(kept), [variables.onlyChannel]: only };
};
