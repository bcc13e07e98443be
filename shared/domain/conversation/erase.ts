import { answerOnly, type Conversation, changeProfile, type Decision, say } from './conversation.ts';

/** How long the word holds. */
const wordHoldsMs = 15 * 60_000;

/** ERASE: asks for a word; ERASE with that word deletes everything. */
export const erase = (conversation: Conversation, word: string | undefined): Decision => {
  const { draws, incoming, programme, subscriber } = conversation;
  if (word === undefined) {
    const eraseWord = { word: draws.eraseWord, until: incoming.receivedAt + wordHoldsMs };
    return changeProfile(conversation, { eraseWord }, say(programme, 'eraseAsk', { word: draws.eraseWord }));
  }
  const asked = subscriber.eraseWord;
  if (!asked || asked.until < incoming.receivedAt || asked.word !== word.toUpperCase()) {
    return answerOnly(conversation, say(programme, 'eraseWrongWord', {}));
  }
  const { next } = changeProfile(conversation, { status: 'erasing' });
  return { answers: [say(programme, 'erased', {})], ...(next ? { next } : {}), job: 'erase' };
};
