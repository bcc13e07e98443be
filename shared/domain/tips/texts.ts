import type { MessageKey } from '../answering/message.ts';

/** A tip in the forms a text message needs. */
export interface TipText {
  /** File name of the tip without `.md`, the same in every language. */
  readonly id: string;
  /** The text in place of `{tip}` in the message `tip`: one GSM-7 segment together. */
  readonly sms: string;
  /** The answer to MORE, complete: at most three GSM-7 segments by text, the whole tip by mail. */
  readonly more: string;
}

/** All texts of the service in one language. */
export interface Texts {
  readonly messages: Readonly<Record<MessageKey, string>>;
  /** In the order of their numbers; the programme decides which comes when (tip-programme.ts). */
  readonly tips: readonly TipText[];
}
