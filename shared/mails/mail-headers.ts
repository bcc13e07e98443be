/** SES's limit for a header's value (docs/facts.md#b1). */
const maxValue = 995;
/** How many of a thread's message ids are named: mail programs look at the last ones. */
const maxReferences = 10;

const messageId = /<[\x21-\x3b\x3d\x3f-\x7e]+>/g;

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/**
 * Headers that ask programs not to answer: Auto-Submitted is RFC 3834, the next one is what Exchange obeys
 * (docs/facts.md#b7). The last keeps Outlook from offering emoji reactions: a thumb under a question is no answer, and
 * would come here as a mail.
 */
const notFromAPerson = (how: 'auto-generated' | 'auto-replied') => ({
  'Auto-Submitted': how,
  'X-Auto-Response-Suppress': 'All',
  'x-ms-reactions': 'disallow',
});

/**
 * Headers of a tip. One-click unsubscribing by RFC 8058: HTTPS first, and mail to the person's own reply address for
 * programs that only know RFC 2369. `replyTo` is that address.
 */
export const tipHeaders = ({
  unsubscribeUrl,
  replyTo,
}: {
  readonly unsubscribeUrl: string;
  readonly replyTo: string;
}): Readonly<Record<string, string>> => ({
  'List-Unsubscribe': `<${unsubscribeUrl}>, <mailto:${replyTo}?subject=unsubscribe>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  'List-Id': `Backbeat tips <tips.${domainOf(replyTo)}>`,
  ...notFromAPerson('auto-generated'),
});

/** Headers of a mail that asks for a confirmation, or of any other that is neither a tip nor an answer. */
export const noticeHeaders = (): Readonly<Record<string, string>> => notFromAPerson('auto-generated');

/**
 * Headers of an answer, which thread it under the message it answers (RFC 5322 §3.6.4). Only what looks like a message
 * id is taken from that message, because somebody else wrote it.
 */
export const answerHeaders = ({
  inReplyTo,
  references,
}: {
  readonly inReplyTo: string | undefined;
  readonly references: string | undefined;
}): Readonly<Record<string, string>> => {
  const [answered] = inReplyTo?.match(messageId) ?? [];
  if (answered === undefined || answered.length > maxValue) return notFromAPerson('auto-replied');
  const thread = [...(references?.match(messageId) ?? []).filter((id) => id !== answered), answered].slice(
    -maxReferences,
  );
  while (thread.join(' ').length > maxValue) thread.shift();
  return { ...notFromAPerson('auto-replied'), 'In-Reply-To': answered, References: thread.join(' ') };
};
