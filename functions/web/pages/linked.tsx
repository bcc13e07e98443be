import { linkedParts } from '../../../shared/mails/linked-parts.ts';

/** A text with its mail and web addresses as links. */
export const Linked = ({ text }: { readonly text: string }) => (
  <>{linkedParts(text).map((part) => (part.href === undefined ? part.text : <a href={part.href}>{part.text}</a>))}</>
);
