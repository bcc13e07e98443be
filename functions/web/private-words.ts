import type { ParsedReply } from '../../shared/domain/reading/parsed-reply.ts';

/** Reads words as a reply's are read. */
export type Parse = (text: string) => ParsedReply;

/** What despair or violence was told in is shown to nobody but its owner, even if a diary should hold it. */
export const isPrivate = ({ danger }: ParsedReply): boolean =>
  (danger.kind === 'flag' && danger.isPrivate) || (danger.kind === 'suspected' && danger.of !== 'signs');
