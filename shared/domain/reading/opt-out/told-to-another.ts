import type { Said } from '../said.ts';

const tells = new Set(['told', 'tellt', 'shouted', 'yelled', 'dit', 'crie']);
/**
 * Behind "told" these leave it possible that the words are meant for us: "I told you to stop" is said to us, "she told me
 * to" is why the person asks.
 */
const us = new Set(['you', 'u', 'ye', 'ya', 'yous', 'yall', 'vous', 'tu', 't', 'te', 'me', 'us', 'stop', 'no']);
/** In French the listener stands behind one of these: "dit au démarcheur". */
const towards = new Set(['a', 'au', 'aux']);

/** The tokens that report what somebody told somebody else: "I told the dog to leave me alone" asks nothing of us. */
export const toldToAnother = ({ tokens }: Said): readonly boolean[] => {
  const told = tokens.map(() => false);
  tokens.forEach((token, at) => {
    if (told[at] || !tells.has(token.text)) return;
    const whom = tokens[at + 1]?.text ?? '';
    const isFrench = token.text === 'dit' || token.text === 'crie';
    const isTold = isFrench ? towards.has(whom) || tokens[at - 1]?.text === 'lui' : !us.has(whom);
    if (!isTold) return;
    for (let to = at; to < tokens.length && tokens[to]?.sentence === token.sentence; to += 1) told[to] = true;
  });
  return told;
};
