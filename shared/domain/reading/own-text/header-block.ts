import type { QuoteStart } from './attribution.ts';
import { hasAddress, hasDate } from './dates-and-addresses.ts';

/** The header lines of a quoted mail, by their labels in the languages of the mail programs that people here use. */
const labels: readonly (readonly [role: string, label: RegExp])[] = [
  ['from', /^(?:from|de|von|da|van|exp[ée]diteur|absender|remitente)$/],
  ['sent', /^(?:sent|date|envoy[ée](?: le)?|gesendet|datum|inviato|enviado(?: el)?|fecha|verzonden|message du)$/],
  ['to', /^(?:to|[àa]|an|para|pour|aan|destinataire|empf[äa]nger)$/],
  ['cc', /^(?:cc|copie(?: [àa])?|copy|kopie|reply-to|r[ée]pondre [àa])$/],
  ['subject', /^(?:subject|objet|sujet|betreff|asunto|oggetto|onderwerp|assunto)$/],
];

/**
 * A header line: `*From:* Backbeat`, `De : Backbeat`, `Envoyé le :mardi 24 novembre 2026`. Old webmails put `>` before the
 * block itself.
 */
const headerLine = /^(?:> ?)?\*?(\p{L}[\p{L}-]{0,11}(?: \p{L}{1,3})?) ?:\*?(.*)$/u;
/** A header without a colon, as Orange and La Poste write it: "Message du 24/11/26 09:00". */
const messageOf = /^(?:> ?)?message du :? ?(\d.*)$/i;

interface Header {
  readonly role: string;
  readonly value: string;
}

const headerOf = (line: string): Header | undefined => {
  const dated = messageOf.exec(line)?.[1];
  if (dated !== undefined) return { role: 'sent', value: dated };
  const [, label = '', value = ''] = headerLine.exec(line) ?? [];
  const role = labels.find(([, pattern]) => pattern.test(label.toLowerCase()))?.[0];
  return role === undefined ? undefined : { role, value };
};

/**
 * A line that announces the original: "-----Original Message-----", "----- Mail original -----", "-------- Message
 * d'origine --------".
 */
const separator =
  /^(?:> ?)?[-_=]{2,} ?(?:original message|forwarded message|message d['’ ]origine|message transf[ée]r[ée]|message original|mail original|message initial|urspr[üu]ngliche nachricht|weitergeleitete nachricht|mensaje original)(?: from .{1,80})? ?[-_=]{0,}$/i;
const forwarded = /^(?:begin forwarded message|d[ée]but du message (?:r[ée]exp[ée]di[ée]|transf[ée]r[ée])) ?:$/i;
/** The line that a mail program draws above what it quotes. */
export const rule = /^(?:> ?)?[_=-]{8,}$/;

/** Whether a line continues the header above it: it holds another address, or the header's line was full. */
const isFolded = (above: string, line: string): boolean => hasAddress(line) || above.length > 60;

/** Two headers may be this many lines apart, because headers are folded and some programs put an empty line between them. */
const farthest = 2;

const isProof = ({ role, value }: Header): boolean =>
  role === 'sent' ? hasDate(value) : role !== 'subject' && hasAddress(value);

/**
 * Whether a header may stand here in a block. The first must tell who or when, so that the writer's own "From: the left
 * hip" begins none. No label comes twice, since a second "From:" belongs to the next block.
 */
const mayFollow = ({ role }: Header, before: ReadonlySet<string>): boolean =>
  before.size === 0 ? role === 'from' || role === 'sent' : !before.has(role);

/** The line behind the block of headers that begins here; undefined if none does. */
const endOfBlock = (lines: readonly string[], start: number, announced: boolean): number | undefined => {
  const roles = new Set<string>();
  let isProven = announced;
  let last = start - 1;
  for (let at = start; at < lines.length && at - last <= farthest; at += 1) {
    const line = lines[at] ?? '';
    const header = headerOf(line);
    if (header) {
      if (!mayFollow(header, roles)) break;
      roles.add(header.role);
      isProven ||= isProof(header);
      last = at;
    } else if (roles.size === 0 || (line !== '' && !isFolded(lines[at - 1] ?? '', line))) break;
  }
  return isProven && roles.has('from') && roles.size >= 2 ? last + 1 : undefined;
};

/**
 * Finds the first block of header lines above a mail that is quoted without marks. It needs From and one more header, one
 * of them with an address or a date ("From: the left hip / To: the knee" has neither), or a line that announces the
 * original.
 */
export const findHeaderBlock = (lines: readonly string[]): QuoteStart | undefined => {
  for (const [line, text] of lines.entries()) {
    const isSeparator = separator.test(text);
    const isRule = rule.test(text) || forwarded.test(text);
    if (!isSeparator && !isRule && headerOf(text) === undefined) continue;
    const blank = (isSeparator || isRule) && lines[line + 1] === '' ? 1 : 0;
    const first = isSeparator || isRule ? line + 1 + blank : line;
    const end = endOfBlock(lines, first, isSeparator || isRule);
    if (end !== undefined) return { line, before: '', next: end };
    if (isSeparator) return { line, before: '', next: line + 1 };
  }
  return undefined;
};
