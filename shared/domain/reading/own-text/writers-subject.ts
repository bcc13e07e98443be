import type { ParsedReply } from '../parsed-reply.ts';
import type { PrintedText } from './printed-text.ts';

/**
 * The subject of a mail as its writer's own words. The subject of an answer (`isReply`) is usually one of ours: a tip about
 * being alone must not make an answer "4" sound desperate. `loadPrinted` is called only if something is found in the
 * subject.
 */
export const writersSubject = async <Subject extends { readonly words: string; readonly isReply: boolean }>(
  subject: Subject,
  parse: (text: string) => ParsedReply,
  loadPrinted: () => Promise<PrintedText>,
): Promise<Subject> => {
  if (!subject.isReply || parse(subject.words).danger.kind === 'none') return subject;
  return { ...subject, words: (await loadPrinted()).removeFrom(subject.words) };
};
