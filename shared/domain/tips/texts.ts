import type { MessageKey } from '../answering/message.ts';

/** A tip in the forms a text message needs. */
export interface TipText {
  /** File name of the tip without `.md`, the same in every language. */
  readonly id: string;
  /** What stands in the message `tip` in place of `{tip}`: one GSM-7 segment together. */
  readonly sms: string;
  /** What MORE is answered with, as it stands: by text at most three GSM-7 segments, by mail all of the tip. */
  readonly more: string;
}

/** All that the service says by text in one language. */
export interface Texts {
  readonly messages: Readonly<Record<MessageKey, string>>;
  /** In the order of their numbers; which comes when is the programme's affair (tip-programme.ts). */
  readonly tips: readonly TipText[];
}
