import { answerOnly, type Conversation, changeProfile, type Decision, say } from './conversation.ts';

/** How long the word is valid, in ms. */
const wordHoldsMs = 15 * 60_000;

/** ERASE: asks for a word; ERASE with that word deletes everything. */
export const erase = (conversation: Conversation, word: string | undefined): Decision => {
  const { draws, incoming, context, subscriber } = conversation;
  if (word === undefined) {
    const eraseWord = { word: draws.eraseWord, until: incoming.receivedAt + wordHoldsMs };
    return changeProfile(conversation, { eraseWord }, say(context, 'eraseAsk', { word: draws.eraseWord }));
  }
  const asked = subscriber.eraseWord;
  if (!asked || asked.until < incoming.receivedAt || asked.word !== word.toUpperCase()) {
    return answerOnly(conversation, say(context, 'eraseWrongWord', {}));
  }
  // `until` now holds the instant at which the erasure began; younger items are no part of it.
  const eraseWord = { ...asked, until: incoming.receivedAt };
  const { next } = changeProfile(conversation, { status: 'erasing', eraseWord });
  return { answers: [say(context, 'erased', {})], ...(next ? { next } : {}), job: 'erase' };
};
