/** Matches a mailbox or a web address in somebody's contact text. */
const reachable =
  /((?:https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)])|(?:[^\s<>"'(),;:@]+@[^\s<>"'(),;:@]+\.[^\s<>"'(),;:@.]+))/;

/** A piece of a text; a link has an address. */
export interface LinkedPart {
  readonly text: string;
  readonly href?: string;
}

/** Splits a text into pieces, with mailboxes and web addresses as links. */
export const linkedParts = (text: string): readonly LinkedPart[] =>
  text
    .split(reachable)
    .map((part, index) =>
      index % 2 === 0 ? { text: part } : { text: part, href: /^https?:/.test(part) ? part : `mailto:${part}` },
    );
