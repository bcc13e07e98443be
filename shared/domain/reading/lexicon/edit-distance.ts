/** Whether `a` from one place on and `b` from another are the same. */
const isSameRest = (a: string, fromA: number, b: string, fromB: number): boolean => {
  if (a.length - fromA !== b.length - fromB) return false;
  for (let at = fromA; at < a.length; at += 1) if (a.charCodeAt(at) !== b.charCodeAt(at - fromA + fromB)) return false;
  return true;
};

/**
 * Whether two words are at most one typo apart: a letter missing, added or replaced, or two neighbours swapped
 * (Damerau–Levenshtein distance 1). It allocates nothing, because an unknown word is compared with hundreds of others.
 */
export const isOneTypoApart = (a: string, b: string): boolean => {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && from < b.length && a.charCodeAt(from) === b.charCodeAt(from)) from += 1;
  if (a.length > b.length) return isSameRest(a, from + 1, b, from);
  if (a.length < b.length) return isSameRest(a, from, b, from + 1);
  if (isSameRest(a, from + 1, b, from + 1)) return true;
  const isSwapped = a.charCodeAt(from) === b.charCodeAt(from + 1) && a.charCodeAt(from + 1) === b.charCodeAt(from);
  return isSwapped && isSameRest(a, from + 2, b, from + 2);
};
