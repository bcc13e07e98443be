import type { Draws } from '../domain/answering/conversation.ts';
import { epochOf } from '../domain/people/token.ts';
import type { Runtime } from '../platform/runtime.ts';

// No 0/O, 1/I/L: the word is read off a small screen and typed again.
const wordAlphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** What a decision may need of chance: the epoch of somebody who joins, and the word that ERASE asks for. */
export const drawFrom = (runtime: Runtime): Draws => ({
  epoch: epochOf((length) => runtime.randomBytes(length)),
  eraseWord: [...runtime.randomBytes(4)].map((byte) => wordAlphabet.charAt(byte % wordAlphabet.length)).join(''),
});
