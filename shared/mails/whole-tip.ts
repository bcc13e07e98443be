import type { Language } from '../domain/people/subscriber.ts';
import { mailWords } from './mail-words.ts';

/** The parts of a tip's mail that are about the tip. */
interface SaidOfTip {
  readonly title: string;
  readonly text: string;
  readonly evidence: string;
  readonly caution?: string | undefined;
}

/** All of a tip in words, as its mail has it, paragraph by paragraph. */
export const wholeTip = ({ title, text, caution, evidence }: SaidOfTip, language: Language): string => {
  const words = mailWords[language];
  return [title, text.trim(), caution && `${words.caution} ${caution}`, `${words.evidence} ${evidence}`]
    .filter(Boolean)
    .join('\n\n');
};
