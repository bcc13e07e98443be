/** A mail's headers, names in lower case, in order, repeats included. */
export type MailHeaders = readonly { readonly name: string; readonly value: string }[];

const senders = /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)([+.=-].*)?@/i;
/** Whether nobody reads what is sent there; `bounce@` may be a person's, and is SES's own mailbox to try bounces with. */
export const isMachineAddress = (address: string): boolean =>
  /^(mailer-daemon|no-?reply|do-?not-?reply)([+.=-].*)?@/i.test(address);

const answeringMachines = new Set(['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-loop']);

const isAutomaticHeader = (name: string, value: string): boolean => {
  switch (name) {
    case 'auto-submitted':
      return !/^no\b/i.test(value.trim());
    case 'precedence':
      return /^(bulk|junk|list|auto_reply)\b/i.test(value.trim());
    case 'x-auto-response-suppress':
      return /\b(all|autoreply|oof)\b/i.test(value);
    case 'content-type':
      return /^multipart\/report\b/i.test(value.trim());
    case 'return-path':
      return value.replace(/\s/g, '') === '<>' || senders.test(value.replace(/[<>\s]/g, ''));
    case 'from':
      return senders.test(/<([^<>]*)>\s*$/.exec(value)?.[1] ?? value.trim());
    default:
      return name.startsWith('list-') || answeringMachines.has(name);
  }
};

/**
 * Whether a machine wrote it: an answer to it would be answered by a machine, for ever (facts B7, RFC 3834).
 * The envelope's sender stands in Return-Path, which the receiving server writes.
 */
export const isAutomaticMail = (headers: MailHeaders): boolean =>
  headers.some(({ name, value }) => isAutomaticHeader(name, value));
