/** Invisible characters that copying brings along: joiners, marks of direction, soft hyphens, a byte-order mark. */
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;
const local = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const domain = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}(?:[a-z]{2,24}|xn--[a-z0-9-]{2,59})$/;
/** The longest local part (RFC 5321, 4.5.3.1). */
const longestLocal = 64;
const longest = 254;

/**
 * A domain such as "bücher.example" in Punycode (RFC 5891), as mail servers know it; undefined if it is no host's name.
 */
const asciiDomain = (written: string): string | undefined => {
  if (/[\s/?#@:\\%[\]]/.test(written)) return undefined;
  try {
    return new URL(`http://${written}`).hostname;
  } catch {
    return undefined;
  }
};

/**
 * The one spelling of a mail address that somebody writes to us in any way: without brackets, `mailto:`, invisible
 * characters and the full stop of its sentence, with its domain in Punycode. Undefined for what is none, or cannot be
 * written to: SES takes only ASCII before the @.
 */
export const readMailAddress = (written: string): string | undefined => {
  const bare = written
    .normalize('NFC')
    .replace(invisible, '')
    .trim()
    .replace(/^[<("'[]+|[>)"'\].,;!?]+$/g, '')
    .replace(/^mailto:/i, '');
  const at = bare.lastIndexOf('@');
  const name = bare.slice(0, Math.max(0, at));
  const host = at < 1 ? undefined : asciiDomain(bare.slice(at + 1));
  if (host === undefined || name.length > longestLocal || !local.test(name) || !domain.test(host)) return undefined;
  return name.length + 1 + host.length <= longest ? `${name}@${host}` : undefined;
};
