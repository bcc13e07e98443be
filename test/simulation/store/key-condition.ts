import { type Condition, type Parameters, readCondition, UnknownExpression, valueIn } from './expression.ts';

/** One partition, and a range of its sort keys. */
export interface KeyRange {
  readonly partitionName: string;
  readonly partition: string;
  readonly low: string;
  readonly high: string;
  readonly prefix: string;
}

const everything = { low: '', high: '\u{10FFFF}', prefix: '' };

const rangeOf = (term: Condition | undefined): Pick<KeyRange, 'low' | 'high' | 'prefix'> => {
  if (!term) return everything;
  if (term.kind === 'between') {
    return { low: String(valueIn(term.low, undefined)), high: String(valueIn(term.high, undefined)), prefix: '' };
  }
  if (term.kind === 'begins') {
    const prefix = String(valueIn(term.prefix, undefined));
    return { ...everything, low: prefix, prefix };
  }
  throw new UnknownExpression(`a sort key's condition of kind ${term.kind}`);
};

/** The range that a KeyConditionExpression names. */
export const readKeyCondition = (text: string, parameters: Parameters): KeyRange => {
  const condition = readCondition(text, parameters);
  const [first, second, ...more] = condition.kind === 'and' ? condition.terms : [condition];
  if (first?.kind !== 'compare' || first.by !== '=' || first.left.kind !== 'path' || more.length > 0) {
    throw new UnknownExpression(`not a key condition: ${text}`);
  }
  return { partitionName: first.left.name, partition: String(valueIn(first.right, undefined)), ...rangeOf(second) };
};
