import type { PageAct } from '../../shared/domain/answering/decide-on-page.ts';
import { toBase32 } from '../../shared/domain/people/base32.ts';
import { addDays, type LocalDate } from '../../shared/domain/time/local-time.ts';
import type { WebDeps } from './web-deps.ts';

/** The fields of a form that was posted by a page behind a token. */
type Fields = Readonly<Record<string, unknown>>;

/** The length of a nonce in bytes: with 80 bits no two forms of a person share one. */
const nonceBytes = 10;
const noncePattern = /^[a-z2-7]{16}$/;

/** Draws the nonce of a form, so that what it asks for is done once even if it is posted twice. */
export const drawNonce = ({ randomBytes }: Pick<WebDeps, 'randomBytes'>): string => toBase32(randomBytes(nonceBytes));

/** How long equal forms without a nonce (somebody's script, a page that was cut) count as one press, in ms. */
const pressMs = 600_000;

/** The text of a field; a file, or a field that is not there, reads as left empty. */
export const fieldOf = (fields: Fields, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' ? value.trim() : '';
};

/**
 * The name of the act that a posted form asks for: its nonce and its kind, because a page has several forms; without a
 * nonce, what it says and when.
 */
export const nonceOf = (
  fields: Fields,
  { kind }: { readonly kind: PageAct['kind'] | 'share' },
  token: string,
  now: number,
): string => {
  const nonce = fieldOf(fields, 'nonce');
  if (noncePattern.test(nonce)) return `${nonce} ${kind}`;
  const said = Object.keys(fields)
    .sort()
    .map((name) => `${name}=${fieldOf(fields, name)}`);
  return JSON.stringify([token, Math.floor(now / pressMs), ...said]);
};

/** A score as a form or a link has it: 0 to 10 in halves, with a point or a comma; undefined for anything else. */
export const scoreIn = (text: string): number | undefined => {
  if (!/^\d{1,2}(?:[.,][05])?$/.test(text)) return undefined;
  const score = Number(text.replace(',', '.'));
  return score <= 10 ? score : undefined;
};

const keyPattern = /^[a-z2-7]{16}$/;
const keyPrefix = 'r#';

/** The key of a diary event as a form or an address carries it: without its `#`, at which an address would end. */
export const keyInForm = (key: string): string => key.slice(keyPrefix.length);

/** The key of a diary event from what a form or an address carries; undefined if that is no key. */
export const keyFromForm = (text: string): string | undefined =>
  keyPattern.test(text) ? `${keyPrefix}${text}` : undefined;

/** Reads a day from a date field; undefined if there is no such day, such as 30 February. */
export const dateIn = (text: string): LocalDate | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text))) return undefined;
  return addDays(text, 0) === text ? text : undefined;
};
