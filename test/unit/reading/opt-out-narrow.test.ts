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
  'this was my dads phone, he passed in may',
  'my husband had this phone, he passed away in March',
  "c'était le portable de mon père, il est parti en mai",
  'ce numéro était à ma mère, elle est décédée',
  'stop it, you keep texting',
])('hears "%s"', (text) => {
  expect(parseReply(text, lexicon).leaving.kind).toBe('leaves');
});

it.each([
  'fuck off back pain, ye can stay tho',
  'send me no tip about breathing',
  'never look at emails. text me',
  'laissez moi vous dire merci',
  'this was my sons old phone',
  'I used the phone a lot, neck sore, my aunt died',
  "can't live without your tips",
  "can't do without your messages",
  'cant get enough of your tips',
  'lol stop it you made me laugh',
  'je ne peux plus me passer de vos conseils',
])('does not take "%s" for an opt-out', (text) => {
  expect(parseReply(text, lexicon).leaving.kind).not.toBe('leaves');
});

it.each([
  'this was my dads phone, he passed in may',
  "it was my brother's number before he died",
  "c'était le portable de mon père, il est parti en mai",
  'that was my dads favourite walk, he passed in may',
])('suspects no violence or despair where somebody close has died: "%s"', (text) => {
  expect(parseReply(text, lexicon).danger.kind).toBe('none');
});
