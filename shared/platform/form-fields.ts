/** The most fields of a form that is read: Twilio's longest has some forty, ours have six. */
const maxFields = 100;

/** The values of each field of a form, in the order they came. */
export type FormFields = ReadonlyMap<string, readonly string[]>;

const [ampersand, plus, space] = [0x26, 0x2b, 0x20];

/** Whether a form has more fields than any of ours. The separators are counted before anything is decoded. */
const hasTooMany = (body: Buffer): boolean => {
  let at = -1;
  for (let fields = 1; fields <= maxFields; fields += 1) {
    at = body.indexOf(ampersand, at + 1);
    if (at === -1) return false;
  }
  return true;
};

/**
 * Reads an urlencoded form (URL Standard, section 5.1) in one pass; undefined if it has more than a hundred fields.
 * Anybody may post anything: searching for each of 16,000 names took a second for nothing. Pluses become spaces in the
 * bytes, because putting them into a string of 64 KB full of them takes `URLSearchParams` 15 ms.
 */
export const readFormFields = (body: Buffer): FormFields | undefined => {
  if (hasTooMany(body)) return undefined;
  const spaced = Buffer.from(body);
  for (let at = spaced.indexOf(plus); at >= 0 && at < spaced.length; at += 1)
    if (spaced[at] === plus) spaced[at] = space;
  const fields = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(spaced.toString('utf8'))) {
    const values = fields.get(name);
    if (values === undefined) fields.set(name, [value]);
    else values.push(value);
  }
  return fields;
};
