import type { Token } from '../tokens.ts';

const owners =
  /^(?:my|me|our|his|her|your|yer|the|poor|dear|old|late|with|for|to|at|see|saw|seen|visit|visited|visiting|took|taking|take|ring|rang|and|of|by|from)$/;
const does =
  /^(?:is|was|has|had|says|said|s|used|would|always|never|died|passed|came|comes|lives|lived|bless|who|gets|got|went|made|makes|reckons|thinks|thought|told)$/;

/** Whether "nan" is a grandmother, as in English, and not the French no: she belongs to somebody, or does something. */
const isGrandmother = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === 'nan' &&
  (owners.test(tokens[at - 1]?.text ?? '') || does.test(tokens[at + 1]?.text ?? '')) &&
  tokens[at - 1]?.kind !== 'mark';

/** The tokens with every grandmother under another name, so that nothing takes her for a no. */
export const withGrandmothers = (tokens: readonly Token[]): readonly Token[] =>
  tokens.some(({ text }) => text === 'nan')
    ? tokens.map((token, at) => (isGrandmother(tokens, at) ? { ...token, text: 'gran' } : token))
    : tokens;
