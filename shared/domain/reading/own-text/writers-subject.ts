import type { ParsedReply } from '../intent.ts';
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
  const { safety, check } = parse(subject.words);
  if (!subject.isReply || (safety === undefined && check === undefined)) return subject;
  return { ...subject, words: (await loadPrinted()).removeFrom(subject.words) };
};
