/** How carriers' gateways from mail to text wrap what was written, on lines or in one: FRM:, SUBJ:, MSG:. */
const wrapped = /^(?:\d of \d\s)?frm: ?[\s\S]{0,320}?\s(?:subj: ?([\s\S]{0,400}?)\s)?msg: ?([\s\S]*)$/i;
/** What they print behind each part of a long one. */
const partMark = /\s{0,3}\((?:con['’]?t|end)\)(?:\s?\d of \d)?\s{0,3}/gi;

/** The words in a text that a mail-to-text gateway delivered: the message, or the subject where there is none. */
export const withoutGatewayHeaders = (text: string): string => {
  const found = wrapped.exec(text);
  if (!found) return text;
  const [, subject = '', message = ''] = found;
  return message.replace(partMark, ' ').trim() || subject.trim();
};
