/** How carriers' gateways from mail to text wrap a message, over several lines or in one: FRM:, SUBJ:, MSG:. */
const wrapped = /^(?:\d of \d\s)?frm: ?[\s\S]{0,320}?\s(?:subj: ?([\s\S]{0,400}?)\s)?msg: ?([\s\S]*)$/i;
/** What gateways print behind each part of a long message. */
const partMark = /\s{0,3}\((?:con['’]?t|end)\)(?:\s?\d of \d)?\s{0,3}/gi;

/** The message in a text that a mail-to-text gateway delivered, or its subject if there is no message. */
export const withoutGatewayHeaders = (text: string): string => {
  const found = wrapped.exec(text);
  if (!found) return text;
  const [, subject = '', message = ''] = found;
  return message.replace(partMark, ' ').trim() || subject.trim();
};
