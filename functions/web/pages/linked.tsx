import { linkedParts } from '../../../shared/mails/linked-parts.ts';

/** A text in which mailboxes and addresses can be pressed. */
export const Linked = ({ text }: { readonly text: string }) => (
  <>{linkedParts(text).map((part) => (part.href === undefined ? part.text : <a href={part.href}>{part.text}</a>))}</>
);
