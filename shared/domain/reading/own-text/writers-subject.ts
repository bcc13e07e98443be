import type { ParsedReply } from '../parsed-reply.ts';
import type { PrintedText } from './printed-text.ts';

/**
 * The subject of a mail as its writer's own words. Over an answer (`isReply`) it is one of ours in most mails: a tip about
 * being alone must not sound like the despair of whoever answers "4" to it. `loadPrinted` is asked only where something is
 * heard in it.
 */
export const writersSubject = async <Subject extends { readonly words: string; readonly isReply: boolean }>(
  subject: Subject,
  parse: (text: string) => ParsedReply,
  loadPrinted: () => Promise<PrintedText>,
): Promise<Subject> => {
  if (!subject.isReply || parse(subject.words).danger.kind === 'none') return subject;
  return { ...subject, words: (await loadPrinted()).removeFrom(subject.words) };
};
