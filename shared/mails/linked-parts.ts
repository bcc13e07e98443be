/** A mailbox or an address on the web in what somebody wrote of themselves. */
const reachable =
  /((?:https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)])|(?:[^\s<>"'(),;:@]+@[^\s<>"'(),;:@]+\.[^\s<>"'(),;:@.]+))/;

/** A piece of a text; one that can be pressed says where it leads. */
export interface LinkedPart {
  readonly text: string;
  readonly href?: string;
}

/** A text in pieces: what people can be reached at is one that can be pressed. */
export const linkedParts = (text: string): readonly LinkedPart[] =>
  text
    .split(reachable)
    .map((part, index) =>
      index % 2 === 0 ? { text: part } : { text: part, href: /^https?:/.test(part) ? part : `mailto:${part}` },
    );
