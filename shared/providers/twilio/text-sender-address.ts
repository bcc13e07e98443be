/**
 * Why a text is not handled: it does not come from a person's phone, so there is nobody to answer or to store it for.
 */
export type NoSender = 'short-code' | 'name' | 'no-phone' | 'other-channel';

/** The phone that a text came from, and whether Twilio answers opt-out words of its channel by itself (docs/facts.md#a8). */
export interface TextSender {
  readonly phone: string;
  readonly carrierIsSilent?: true;
}

const phoneNumber = /^\+[1-9]\d{6,14}$/;
const shortCode = /^\+?\d{3,6}$/;

/** The prefix by which a channel is named in an address (docs/facts.md#a1): `rcs:`, `whatsapp:`, `messenger:` … */
const channelPrefix = /^([a-z][a-z\d_-]*):(.*)$/is;

/**
 * The channels of a Messaging Service that name people by their phone number. RCS is the phone's own texting, and an
 * opt-out there applies to SMS too (docs/facts.md#a8, G). A WhatsApp account is registered to its number, and only we
 * answer its STOP.
 */
const channelsOfPhones: ReadonlyMap<string, Omit<TextSender, 'phone'>> = new Map([
  ['rcs', {}],
  ['whatsapp', { carrierIsSilent: true }],
]);

/**
 * Reads who a text is from, as Twilio writes it in `From` and in its message list: `+15551230000`, `rcs:+15551230000` …
 * are one phone. Short codes and names are robots, and anything else is nobody we could write to (docs/facts.md#c6).
 */
export const readTextSender = (from: string): TextSender | NoSender => {
  if (phoneNumber.test(from)) return { phone: from };
  const [, channel, address] = channelPrefix.exec(from) ?? [];
  if (channel === undefined || address === undefined) return shortCode.test(from) ? 'short-code' : 'name';
  const known = channelsOfPhones.get(channel.toLowerCase());
  if (!known) return 'other-channel';
  return phoneNumber.test(address) ? { phone: address, ...known } : 'no-phone';
};
