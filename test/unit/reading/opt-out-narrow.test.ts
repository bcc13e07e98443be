import { expect, it } from 'vitest';
import { loadLexicon } from '../../../shared/content/safety.ts';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';

const lexicon = loadLexicon();

it.each([
  'Can you not text this number',
  'This service is no longer required.',
  'My consent is hereby revoked.',
  'nae mair texts please',
  'Je me désiste du programme',
  'I can do without your tips',
  'stop it, you keep texting',
])('hears "%s"', (text) => {
  expect(parseReply(text, lexicon).optOut).toBeDefined();
});

it.each([
  'fuck off back pain, ye can stay tho',
  'send me no tip about breathing',
  'never look at emails. text me',
  'laissez moi vous dire merci',
  "can't live without your tips",
  "can't do without your messages",
  'cant get enough of your tips',
  'lol stop it you made me laugh',
  'je ne peux plus me passer de vos conseils',
])('does not take "%s" for an opt-out', (text) => {
  expect(parseReply(text, lexicon).optOut).toBeUndefined();
});
