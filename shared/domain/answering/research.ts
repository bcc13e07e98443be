import { researchConsentWording } from '../people/consent.ts';
import type { Agreement } from '../people/subscriber.ts';
import { agree } from './agree.ts';
import { type AnswerContext, type Conversation, type Decision, say } from './conversation.ts';

/** Tells whether scores may be given out for research, or how to say so. */
export const researchInWords = (context: AnswerContext, research: Agreement | undefined): readonly string[] => {
  const keys = { yes: 'researchYes', no: 'researchNo' } as const;
  return [say(context, research === undefined ? 'researchHow' : keys[research], {})];
};

/** RESEARCH YES, RESEARCH NO: stores whether their scores may be given out for research. */
export const agreeToResearch = (conversation: Conversation, agreed: boolean | undefined): Decision => {
  const { context } = conversation;
  const wording = researchConsentWording(context.language);
  return agree(conversation, { name: 'research', wording, inWords: (held) => researchInWords(context, held) }, agreed);
};
