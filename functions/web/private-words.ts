import type { ParsedReply } from '../../shared/domain/reading/intent.ts';

export type Parse = (text: string) => ParsedReply;

/** What despair or violence was told in is shown to nobody but its owner, even if a diary should hold it. */
export const isPrivate = ({ safety, isPrivate: hidden, check }: ParsedReply): boolean =>
  hidden === true || safety === 'crisis' || safety === 'violence' || check === 'hopeless' || check === 'hurt';
